package fr.lamine.backoffice.fact;

import static fr.lamine.backoffice.platform.Texts.counted;
import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.Story.Detail;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.text.French;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.PeriodTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells in French what happened at a till beside tickets.
final class TillStories {

    private TillStories() {}

    static Story tell(TillFact fact, Names names) {
        return switch (fact) {
            case TillFact.TillOpened o -> opened(o);
            case TillFact.CashMoved m -> moved(m);
            case TillFact.Closing c -> closing(c);
            case TillFact.LineVoided v ->
                new Story(
                        "arrow-back-up",
                        t("fact.line-voided"),
                        t(
                                "fact.line-voided.sentence",
                                v.line().label(),
                                euros(v.line().total())),
                        List.of());
            case TillFact.TicketAbandoned a ->
                new Story(
                        "arrow-back-up",
                        t("fact.ticket-abandoned"),
                        t("fact.ticket-abandoned.sentence", euros(a.total())),
                        lines(a.lines()));
            case TillFact.DuplicatePrinted d ->
                new Story(
                        "receipt",
                        t("fact.duplicate-printed"),
                        t("fact.duplicate-printed.sentence", French.count(d.copy()), French.count(d.number())),
                        List.of(to(t("fact.fact"), d.of().toString(), Storyteller.address(d.of()))));
            case TillFact.TechnicalNoted n ->
                new Story(
                        "book",
                        t("fact.technical-noted"),
                        word(n.event()),
                        n.detail().isBlank() ? List.of() : List.of(Detail.of(t("fact.detail"), n.detail())));
            case TillFact.Collected c ->
                new Story(
                        "truck",
                        t("fact.collected"),
                        t(
                                "fact.collected.sentence",
                                c.goods().label(),
                                French.kg(c.goods().mass())),
                        List.of(to(t("fact.sale"), c.sale().toString(), Storyteller.address(c.sale()))));
            case TillFact.GivenAway g ->
                new Story(
                        "truck",
                        t("fact.given-away"),
                        t(
                                "fact.given-away.sentence",
                                counted("pieces", g.pieces()),
                                names.category(g.category()),
                                French.kg(g.mass())),
                        List.of(Detail.of(t("fact.reason"), g.reason())));
        };
    }

    private static Story opened(TillFact.TillOpened o) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.till-session"), French.count(o.session())));
        o.expected().ifPresent(e -> details.add(Detail.of(t("fact.opening-expected"), euros(e))));
        return new Story(
                "building-store",
                t("fact.till-opened"),
                t("fact.till-opened.sentence", euros(o.counted().total())),
                details);
    }

    private static Story moved(TillFact.CashMoved m) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.reason"), m.reason()));
        for (Cheque cheque : m.cheques()) {
            details.add(Detail.of(word(Tender.CHEQUE) + " " + cheque.number(), euros(cheque.amount())));
        }
        return new Story(
                "receipt", word(m.move()), t("fact.cash-moved.sentence", word(m.move()), euros(m.amount())), details);
    }

    private static Story closing(TillFact.Closing c) {
        PeriodTotals totals = c.totals();
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(t("fact.closing.number"), French.count(c.number())));
        details.add(Detail.of(t("fact.closing.tickets"), French.count(totals.tickets())));
        details.add(Detail.of(t("fact.closing.sold"), euros(totals.sold())));
        details.add(Detail.of(t("fact.closing.returned"), euros(totals.returned())));
        totals.vat()
                .forEach(v -> details.add(Detail.of(
                        t("fact.closing.vat", word(v.regime()), French.percent(v.basisPoints(), 10_000)),
                        euros(v.paid()))));
        totals.tenders().forEach(m -> details.add(Detail.of(word(m.tender()), euros(m.balance()))));
        totals.extras().forEach(e -> details.add(Detail.of(word(e.kind()), euros(e.amount()))));
        c.drawer().ifPresent(d -> drawer(d, details));
        details.add(Detail.of(t("fact.closing.perpetual"), euros(c.perpetual().net())));
        details.add(Detail.of(t("fact.closing.absolute"), euros(c.perpetual().absolute())));
        if (c.failures() > 0) {
            details.add(Detail.of(t("fact.closing.failures"), French.count(c.failures())));
        }
        return new Story(
                "lock",
                t("fact.closing", word(c.kind())),
                t("fact.closing.sentence", c.period(), euros(totals.net()), French.count(totals.tickets())),
                details);
    }

    private static void drawer(DrawerCheck d, List<Detail> details) {
        details.add(Detail.of(t("fact.drawer.expected"), euros(d.expected())));
        details.add(Detail.of(t("fact.drawer.counted"), euros(d.counted().total())));
        details.add(Detail.of(t("fact.drawer.difference"), euros(d.difference())));
        d.approvedBy().ifPresent(who -> details.add(Detail.of(t("fact.drawer.approved"), who.code())));
        details.add(Detail.of(t("fact.drawer.left"), euros(d.left())));
    }

    private static List<Detail> lines(List<SaleLine> lines) {
        return lines.stream()
                .map(line -> Detail.of(line.label(), euros(line.total())))
                .toList();
    }

    private static Detail to(String name, String value, String link) {
        return new Detail(name, value, Optional.empty(), Optional.of(link), false);
    }

    private static String euros(Money amount) {
        return French.euros(amount);
    }
}
