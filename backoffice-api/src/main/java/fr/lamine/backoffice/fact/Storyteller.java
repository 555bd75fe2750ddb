package fr.lamine.backoffice.fact;

import static fr.lamine.backoffice.platform.Texts.counted;
import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.Story.Detail;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.Fact.Exported;
import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.Fact.JournalOpened;
import fr.lamine.model.fact.Fact.KeyChanged;
import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.fact.Fact.Labelled;
import fr.lamine.model.fact.Fact.ReferenceChanged;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.Fact.TerminalEnrolled;
import fr.lamine.model.fact.Fact.WeighIn;
import fr.lamine.model.fact.Fact.WeighInReversed;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.MassProvenance.Average;
import fr.lamine.model.measure.MassProvenance.Label;
import fr.lamine.model.measure.MassProvenance.Share;
import fr.lamine.model.measure.MassProvenance.Typed;
import fr.lamine.model.measure.MassProvenance.Weighed;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells every kind of fact in French.
public final class Storyteller {

    private final Names names;

    public Storyteller(Names names) {
        this.names = names;
    }

    public Story tell(Fact fact) {
        return switch (fact) {
            case WeighIn w -> weighIn(w);
            case WeighInReversed r -> reversed(r);
            case Labelled l -> labelled(l);
            case LabelVoided v -> voided(v);
            case Sale s -> sale(s);
            case OnlineFact online -> OnlineStories.tell(online, names);
            case TillFact till -> TillStories.tell(till, names);
            case SiteFact site -> SiteStories.tell(site, names);
            case JournalOpened j ->
                new Story(
                        "book",
                        t("fact.journal-opened"),
                        t("fact.journal-opened.sentence"),
                        List.of(Detail.of(t("fact.kind"), word(j.kind())), key(j.publicKey())));
            case JournalContinues c ->
                new Story(
                        "book",
                        t("fact.journal-continues"),
                        t("fact.journal-continues.sentence", word(c.cause())),
                        List.of(
                                Detail.of(t("fact.kind"), word(c.kind())),
                                Detail.of(t("fact.previous-generation"), String.valueOf(c.previousGeneration())),
                                Detail.of(t("fact.previous-seq"), French.count(c.previousSeq())),
                                Detail.of(
                                        t("fact.totals"),
                                        French.euros(c.totals().net())),
                                key(c.publicKey())));
            case KeyChanged k ->
                new Story("lock", t("fact.key-changed"), t("fact.key-changed.sentence"), List.of(key(k.publicKey())));
            case TerminalEnrolled e ->
                new Story(
                        "device-laptop",
                        t("fact.terminal-enrolled"),
                        t("fact.terminal-enrolled.sentence", e.terminal(), names.site(e.site())),
                        List.of(Detail.of(t("fact.kind"), word(e.kind())), key(e.publicKey())));
            case ReferenceChanged r ->
                new Story(
                        "stack-2",
                        t("fact.reference-changed"),
                        t("fact.reference-changed.sentence", French.count(r.revision())),
                        List.of(Detail.of(
                                t("fact.categories"),
                                French.count(r.catalog().categories().size()))));
            case DiscrepancySettled d ->
                new Story(
                        "check",
                        t("fact.settled"),
                        t("fact.settled.sentence", d.reason()),
                        List.of(raw(t("fact.discrepancy"), d.kind() + " " + d.subject())));
            case Exported e ->
                new Story(
                        "arrow-big-down-line",
                        t("fact.exported"),
                        t("fact.exported.sentence", French.count(e.fromSeq()), French.count(e.toSeq())),
                        List.of(raw(t("fact.hash"), e.headHash())));
        };
    }

    /// Where and by whom a fact was recorded.
    public List<Detail> circumstances(Context context) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.site"), names.site(context.site())));
        details.add(Detail.of(t("fact.station"), context.station().code()));
        details.add(Detail.of(t("fact.operator"), context.operator().code()));
        details.add(Detail.of(t("fact.occurred"), names.moment(context.occurredAt(), context.site())));
        details.add(Detail.of(t("fact.business-day"), French.day(context.businessDay())));
        context.tillSession().ifPresent(s -> details.add(Detail.of(t("fact.till-session"), s)));
        details.add(Detail.of(t("fact.reference"), French.count(context.referenceRevision())));
        details.add(Detail.of(t("fact.version"), context.appVersion()));
        return details;
    }

    /// `pesé · balance SCALE-1 (classe III)`.
    public String provenance(MassProvenance provenance) {
        String kind = word(provenance.kind());
        return switch (provenance) {
            case Weighed w -> t("provenance.weighed", kind, w.scale(), accuracy(w.accuracyClass()));
            case Average a -> t("provenance.average", kind, French.count(a.tableRevision()));
            case Typed _, Label _, Share _ -> kind;
        };
    }

    private Story weighIn(WeighIn w) {
        boolean in = !w.from().isStock();
        boolean out = !w.to().isStock();
        String what = names.category(w.category());
        String mass = French.kg(w.weight().net());
        String from = names.account(w.from());
        String to = names.account(w.to());
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.category"), what));
        details.add(Detail.of(t("fact.from"), from));
        details.add(Detail.of(t("fact.to"), to));
        w.was().ifPresent(was -> details.add(Detail.of(t("fact.was"), names.category(was))));
        w.commune().ifPresent(c -> details.add(Detail.of(t("fact.commune"), c)));
        w.beside().round().ifPresent(r -> details.add(Detail.of(t("fact.round"), r)));
        w.beside().document().ifPresent(d -> details.add(Detail.of(t("fact.document"), d)));
        w.beside().pieces().ifPresent(p -> details.add(Detail.of(t("fact.pieces"), French.count(p))));
        details.addAll(weight(w.weight()));
        if (isExpired(w)) {
            details.add(Detail.of(t("fact.sticker"), t("fact.sticker.expired")));
        }
        if (w.was().isPresent()) {
            String was = names.category(w.was().get());
            return new Story("arrows-split", t("fact.sorted"), t("fact.sorted.sentence", mass, what, was, to), details);
        }
        return in
                ? new Story("scale", t("fact.weigh-in"), t("fact.weigh-in.sentence", mass, what, from, to), details)
                : out
                        ? new Story("truck", t("fact.outflow"), t("fact.outflow.sentence", mass, what, to), details)
                        : new Story(
                                "building-store",
                                t("fact.shelved"),
                                t("fact.shelved.sentence", mass, what, from, to),
                                details);
    }

    private static boolean isExpired(WeighIn w) {
        return w.weight().provenance() instanceof Weighed weighed
                && weighed.stickerExpiry()
                        .map(end -> end.isBefore(w.context().businessDay()))
                        .orElse(false);
    }

    private Story reversed(WeighInReversed r) {
        List<Detail> details = new ArrayList<>();
        details.add(link(t("fact.weigh-in"), r.weighIn().toString(), "/faits/" + r.weighIn()));
        details.addAll(weight(r.weight()));
        return new Story(
                "arrow-back-up",
                t("fact.reversed"),
                t("fact.reversed.sentence", French.kg(r.weight().net()), names.category(r.category())),
                details);
    }

    private Story labelled(Labelled l) {
        List<Detail> details = new ArrayList<>();
        details.add(item(l.code()));
        details.add(Detail.of(t("fact.category"), names.category(l.category())));
        if (!l.title().isBlank()) {
            details.add(Detail.of(t("fact.title"), l.title()));
        }
        details.add(Detail.of(t("fact.pieces"), French.count(l.pieces())));
        details.add(mass(t("fact.mass"), l.mass()));
        if (l.pieces() > 1) {
            details.add(mass(t("fact.piece-mass"), l.pieceMass()));
            details.add(Detail.of(t("fact.lot-price"), French.euros(l.lotPrice())));
        }
        details.add(Detail.of(t("fact.piece-price"), French.euros(l.piecePrice())));
        details.addAll(provenanceDetails(l.provenance()));
        details.add(Detail.of(t("fact.from"), names.account(l.from())));
        details.add(Detail.of(t("fact.to"), names.account(l.to())));
        l.replaces().ifPresent(old -> details.add(link(t("fact.replaces"), old.spaced(), "/articles/" + old)));
        return new Story(
                "tag",
                t("fact.labelled"),
                t(
                        "fact.labelled.sentence",
                        counted("pieces", l.pieces()),
                        names.category(l.category()),
                        French.kg(l.mass()),
                        French.euros(l.piecePrice())),
                details);
    }

    private Story voided(LabelVoided v) {
        return new Story(
                "trash",
                t("fact.label-voided"),
                t(
                        "fact.label-voided.sentence",
                        word(v.reason()),
                        counted("pieces", v.pieces()),
                        names.category(v.category()),
                        French.kg(v.mass()),
                        names.account(v.to())),
                List.of(
                        item(v.code()),
                        Detail.of(t("fact.reason"), word(v.reason())),
                        mass(t("fact.mass"), v.mass()),
                        Detail.of(t("fact.from"), names.account(v.from())),
                        Detail.of(t("fact.to"), names.account(v.to()))));
    }

    private Story sale(Sale s) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.ticket"), French.count(s.ticket())));
        for (SaleLine line : s.lines()) {
            String value = t(
                    "fact.sale-line",
                    French.count(line.pieces()),
                    line.label(),
                    French.euros(line.total()),
                    French.kg(line.mass()),
                    provenance(line.provenance()));
            details.add(line.item()
                    .map(code -> link(t("fact.line"), value, "/articles/" + code))
                    .orElseGet(() -> Detail.of(t("fact.line"), value)));
        }
        for (ReturnLine line : s.returns()) {
            String value = t(
                    "fact.return-line",
                    French.count(line.pieces()),
                    line.label(),
                    French.euros(line.total()),
                    French.kg(line.mass()),
                    line.reason());
            details.add(line.item()
                    .map(code -> link(t("fact.returned"), value, "/articles/" + code))
                    .orElseGet(() -> Detail.of(t("fact.returned"), value)));
        }
        s.member().ifPresent(card -> details.add(Detail.of(t("fact.member"), card)));
        s.extras().forEach(extra -> details.add(Detail.of(extra.label(), French.euros(extra.amount()))));
        s.tenders().forEach(tender -> details.add(Detail.of(word(tender.tender()), French.euros(tender.amount()))));
        if (!s.change().equals(Money.ZERO)) {
            details.add(Detail.of(t("fact.change"), French.euros(s.change())));
        }
        s.givenBack()
                .forEach(back ->
                        details.add(Detail.of(t("fact.given-back", word(back.tender())), French.euros(back.amount()))));
        Mass mass = s.lines().stream().map(SaleLine::mass).reduce(Mass.ZERO, Mass::plus);
        details.add(mass(t("fact.mass"), mass));
        details.add(Detail.of(t("fact.totals"), French.euros(s.totalsAfter().net())));
        return new Story(
                "receipt",
                t("fact.sale"),
                t(
                        "fact.sale.sentence",
                        French.count(s.ticket()),
                        counted("lines", s.lines().size()),
                        French.euros(s.total())),
                details);
    }

    /// What a ticket says of one item.
    public Story tellSold(Sale sale, ItemCode code) {
        List<SaleLine> lines = sale.lines().stream()
                .filter(line -> line.item().filter(code::equals).isPresent())
                .toList();
        Mass mass = lines.stream().map(SaleLine::mass).reduce(Mass.ZERO, Mass::plus);
        Money price = lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
        List<Detail> details = new ArrayList<>();
        details.add(mass(t("fact.mass"), mass));
        lines.stream()
                .map(line -> provenance(line.provenance()))
                .distinct()
                .forEach(words -> details.add(Detail.of(t("fact.provenance"), words)));
        lines.forEach(line -> details.add(
                Detail.of(t("fact.piece-price"), French.euros(line.unitPrice()) + " (" + word(line.price()) + ")")));
        return new Story(
                "receipt",
                t("fact.sold"),
                t(
                        "fact.sold.sentence",
                        counted(
                                "pieces",
                                lines.stream().mapToLong(SaleLine::pieces).sum()),
                        French.euros(price),
                        French.kg(mass),
                        French.count(sale.ticket())),
                details);
    }

    private List<Detail> weight(Weight weight) {
        List<Detail> details = new ArrayList<>();
        details.add(mass(t("fact.net"), weight.net()));
        details.add(mass(t("fact.gross"), weight.gross()));
        if (weight.tare().isPositive()) {
            details.add(mass(t("fact.tare"), weight.tare()));
        }
        weight.container().ifPresent(c -> details.add(Detail.of(t("fact.container"), names.container(c))));
        details.addAll(provenanceDetails(weight.provenance()));
        return details;
    }

    private List<Detail> provenanceDetails(MassProvenance provenance) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.provenance"), provenance(provenance)));
        if (provenance instanceof Weighed w) {
            details.add(raw(t("fact.raw-frame"), w.rawFrame()));
            details.add(Detail.of(
                    t("fact.sticker"), w.stickerExpiry().map(French::day).orElseGet(() -> t("fact.no-sticker"))));
            if (w.emulated()) {
                details.add(Detail.of(t("fact.device"), t("fact.emulated")));
            }
        }
        return details;
    }

    private static String accuracy(AccuracyClass accuracy) {
        return word(accuracy);
    }

    private static Detail key(String publicKey) {
        return raw(t("fact.fingerprint"), VerifyingKey.parse(publicKey).fingerprint());
    }

    static Detail item(ItemCode code) {
        return link(t("fact.item"), code.spaced(), "/articles/" + code);
    }

    private static Detail link(String name, String value, String link) {
        return new Detail(name, value, Optional.empty(), Optional.of(link), false);
    }

    private static Detail raw(String name, String value) {
        return new Detail(name, value, Optional.empty(), Optional.empty(), true);
    }

    static Detail mass(String name, Mass mass) {
        return new Detail(name, French.kg(mass), Optional.of(mass.grams()), Optional.empty(), false);
    }

    /// Address of a fact's own page.
    public static String address(FactId id) {
        return "/faits/" + id;
    }
}
