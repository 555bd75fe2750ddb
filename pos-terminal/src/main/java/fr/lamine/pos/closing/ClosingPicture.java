package fr.lamine.pos.closing;

import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.fiscal.TillSession;
import fr.lamine.model.money.Money;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.pos.closing.ClosingChoices.Counted;
import fr.lamine.pos.closing.ClosingChoices.Counting;
import fr.lamine.pos.closing.ClosingChoices.Giving;
import fr.lamine.pos.closing.ClosingChoices.Listing;
import fr.lamine.pos.closing.ClosingChoices.Overview;
import fr.lamine.pos.closing.ClosingChoices.Reading;
import fr.lamine.pos.closing.ClosingChoices.Vouching;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.SellingRules;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.DrawerPanel;
import fr.lamine.pos.web.view.DrawerPanel.Balance;
import fr.lamine.pos.web.view.DrawerPanel.Face;
import fr.lamine.pos.web.view.DrawerPanel.Line;
import fr.lamine.pos.web.view.DrawerPanel.Purpose;
import fr.lamine.pos.web.view.DrawerPanel.Row;
import fr.lamine.pos.web.view.DrawerView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.SignInView.PinView;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The drawer as it is shown.
final class ClosingPicture {

    private static final int LISTED = 5;
    private static final int CENTS = 100;
    private static final int SMALLEST_NOTE = 500;

    private final Closings closings;
    private final Managers managers;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;

    ClosingPicture(
            Closings closings,
            Managers managers,
            ReferenceBook book,
            Station station,
            Texts texts,
            InstantSource clock) {
        this.closings = closings;
        this.managers = managers;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
    }

    DrawerView view(ClosingChoices chosen, Operator operator) {
        TillBook till = closings.book();
        boolean open = till.session().isPresent();
        return switch (chosen.panel) {
            case Counting counting when open == (counting.purpose() != Purpose.OPENING) -> counting(till, counting);
            case Counted counted when open -> counted(till, counted);
            case Vouching vouching when open -> vouching(till, vouching, chosen.page);
            case Giving giving when open || giving.why() == Reason.Why.OPEN -> giving(giving);
            case Reading _ -> reading(till);
            case Listing _ -> listing();
            case Overview _, Counting _, Counted _, Vouching _, Giving _ -> overview(till, operator);
        };
    }

    private DrawerView overview(TillBook till, Operator operator) {
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        Optional<LocalDate> leftOpen = SellingRules.leftOpen(till, today);
        boolean open = till.session().isPresent();
        List<ChoiceView> doings = new ArrayList<>();
        if (open) {
            doings.add(doing("x", "search"));
            doings.add(doing("entree", "arrow-big-down-line"));
            doings.add(doing("sortie", "arrow-big-up-line"));
            doings.add(doing("banque", "building-bank"));
        }
        doings.add(doing("tiroir", "cash"));
        doings.add(doing("clotures", "receipt"));
        if (!open && operator.role().mayActAs(Role.MANAGER)) {
            Stream.of(ClosingKind.MONTH, ClosingKind.YEAR)
                    .filter(kind -> ClosingRules.period(till, kind).isEmpty())
                    .forEach(kind -> doings.add(doing(kind == ClosingKind.MONTH ? "mois" : "annee", "calendar")));
        }
        String title = leftOpen.map(day -> texts.get("drawer.leftOpen", French.day(day)))
                .orElseGet(() -> texts.get(open ? "drawer.open" : "drawer.closed"));
        List<String> lines = till.session().map(s -> session(till, s)).orElseGet(() -> closed(till));
        return new DrawerView(
                new DrawerPanel.Overview(open, leftOpen.isPresent(), title, lines, doings),
                GoView.allowed(texts.get(open ? "drawer.countLast" : "drawer.countFirst")));
    }

    private ChoiceView doing(String path, String icon) {
        return new ChoiceView(path, texts.get("drawer.do." + path), "", icon, false);
    }

    private List<String> session(TillBook till, TillSession session) {
        int cheques = closings.cheques().size();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("drawer.openedWith", French.euros(session.opening())));
        lines.add(texts.count("drawer.tickets", till.totals(ClosingKind.DAY).tickets()));
        if (cheques > 0) {
            lines.add(texts.count("drawer.cheques", cheques));
        }
        return lines;
    }

    private List<String> closed(TillBook till) {
        List<String> lines = new ArrayList<>();
        closings.last(1)
                .forEach(last -> lines.add(texts.get(
                        "drawer.lastZ",
                        last.fact().number(),
                        ClosingPaper.period(last.fact()),
                        French.euros(last.fact().totals().net()))));
        lines.add(till.left()
                .map(left -> texts.get("drawer.left", French.euros(left)))
                .orElseGet(() -> texts.get("drawer.never")));
        return lines;
    }

    private DrawerView counting(TillBook till, Counting counting) {
        Count count = counting.count();
        String total = French.euros(count.cash().total());
        return new DrawerView(
                new DrawerPanel.Counting(
                        counting.purpose(),
                        texts.get("drawer.count." + counting.purpose().name().toLowerCase(java.util.Locale.ROOT)),
                        switch (counting.purpose()) {
                            case OPENING -> "cash-register";
                            case CLOSING -> "lock";
                            case BANK -> "building-bank";
                        },
                        notes(till, counting.purpose()),
                        CashCount.FACES.stream().map(face -> face(face, count)).toList(),
                        count.face().map(this::spoken),
                        total),
                GoView.allowed(total));
    }

    private List<String> notes(TillBook till, Purpose purpose) {
        return switch (purpose) {
            case OPENING ->
                List.of(till.left()
                        .map(left -> texts.get("drawer.left", French.euros(left)))
                        .orElseGet(() -> texts.get("drawer.never")));
            case CLOSING -> List.of(texts.get("drawer.blind"));
            case BANK -> {
                List<Cheque> cheques = closings.cheques();
                Money sum = cheques.stream().map(Cheque::amount).reduce(Money.ZERO, Money::plus);
                yield List.of(
                        cheques.isEmpty()
                                ? texts.get("drawer.noCheques")
                                : texts.get("drawer.withCheques", cheques.size(), French.euros(sum)));
            }
        };
    }

    private Face face(int face, Count count) {
        int pieces = count.pieces(face);
        return new Face(
                Integer.toString(face),
                name(face),
                spoken(face),
                pieces == 0 ? "" : "× " + French.count(pieces),
                pieces == 0 ? "" : French.amount(Money.cents((long) face * pieces)),
                count.face().equals(Optional.of(face)));
    }

    /// `20 €`, `50 c`
    private static String name(int face) {
        return face >= CENTS ? face / CENTS + "\u202f€" : face + "\u202fc";
    }

    private String spoken(int face) {
        return texts.get(face >= SMALLEST_NOTE ? "drawer.notes" : "drawer.coins", name(face));
    }

    private DrawerView counted(TillBook till, Counted counted) {
        Money threshold = book.current().catalog().till().differenceThreshold();
        Money difference = ClosingRules.difference(till, counted.cash());
        boolean large = ClosingRules.needsManager(till, counted.cash(), threshold);
        Balance state = difference.equals(Money.ZERO) ? Balance.EXACT : large ? Balance.LARGE : Balance.SMALL;
        String note = switch (state) {
            case EXACT -> texts.get("drawer.exact");
            case SMALL -> texts.get("drawer.small");
            case LARGE -> texts.get("drawer.large", French.euros(threshold));
        };
        List<PriceView> stays = Stream.of(
                        counted.stays(),
                        ClosingRules.stays(till, counted.cash()),
                        counted.cash().total(),
                        Money.ZERO)
                .distinct()
                .sorted()
                .map(m -> new PriceView(French.amount(m), French.euros(m), m.equals(counted.stays())))
                .toList();
        return new DrawerView(
                new DrawerPanel.Counted(
                        French.euros(counted.cash().total()),
                        till.expectedCash().map(French::euros).orElse(""),
                        ClosingPaper.signed(difference),
                        state,
                        note,
                        stays),
                GoView.allowed(texts.get("drawer.stays", French.euros(counted.stays()))));
    }

    private DrawerView vouching(TillBook till, Vouching vouching, int page) {
        Optional<PinView> pin = vouching.who().flatMap(who -> managers.pin(who, vouching.refusal(), clock.instant()));
        String difference = ClosingPaper.signed(
                ClosingRules.difference(till, vouching.counted().cash()));
        return new DrawerView(
                new DrawerPanel.Vouching(difference, managers.tiles(page), pin),
                pin.map(p -> p.seconds() > 0 ? GoView.refused(texts.get("signin.waiting")) : GoView.allowed(p.name()))
                        .orElseGet(() -> GoView.refused(texts.get("drawer.whoVouches"))));
    }

    private DrawerView giving(Giving giving) {
        List<ChoiceView> reasons = Reason.of(giving.why()).stream()
                .map(reason -> new ChoiceView(
                        reason.name(),
                        texts.word(reason),
                        "",
                        reason.icon(),
                        giving.reason().equals(Optional.of(reason))))
                .toList();
        boolean amount = giving.why() != Reason.Why.OPEN;
        String title = texts.get(
                switch (giving.why()) {
                    case IN -> "drawer.give.in";
                    case OUT -> "drawer.give.out";
                    case OPEN -> "drawer.give.open";
                });
        String icon = switch (giving.why()) {
            case IN -> "arrow-big-down-line";
            case OUT -> "arrow-big-up-line";
            case OPEN -> "cash";
        };
        return new DrawerView(
                new DrawerPanel.Reasons(title, icon, reasons, amount),
                giving.reason()
                        .map(reason -> GoView.allowed(texts.word(reason)))
                        .orElseGet(() -> GoView.refused(texts.get("drawer.why"))));
    }

    private DrawerView reading(TillBook till) {
        PeriodTotals totals = till.totals(ClosingKind.DAY);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(texts.get("drawer.x.tickets"), French.count(totals.tickets()), false));
        rows.add(new Row(texts.get("drawer.x.sold"), French.euros(totals.sold()), false));
        rows.add(new Row(
                texts.get("drawer.x.returned"), French.euros(totals.returned().negated()), false));
        rows.add(new Row(texts.get("drawer.x.net"), French.euros(totals.net()), true));
        rows.add(new Row(texts.get("drawer.x.reduced"), French.euros(totals.reduced()), false));
        totals.vat().forEach(v -> rows.add(new Row(TotalsPaper.word(v), French.euros(v.paid()), false)));
        totals.tenders().forEach(t -> rows.add(new Row(texts.word(t.tender()), French.euros(t.balance()), true)));
        totals.extras().forEach(e -> rows.add(new Row(TotalsPaper.word(e.kind()), French.euros(e.amount()), false)));
        rows.add(new Row(texts.get("drawer.x.voided"), French.count(totals.voided()), false));
        rows.add(new Row(texts.get("drawer.x.openings"), French.count(totals.openings()), false));
        rows.add(new Row(
                texts.get("drawer.x.perpetual"), French.euros(till.perpetual().net()), false));
        return new DrawerView(
                new DrawerPanel.Reading(
                        till.session()
                                .map(s -> texts.get("drawer.x.since", French.day(s.day())))
                                .orElseGet(() -> texts.get("drawer.closed")),
                        rows),
                GoView.allowed(""));
    }

    private DrawerView listing() {
        return new DrawerView(
                new DrawerPanel.Listing(
                        closings.last(LISTED).stream().map(this::line).toList()),
                GoView.allowed(""));
    }

    private Line line(Closings.Closed closed) {
        Closing fact = closed.fact();
        String kind = texts.word(fact.kind());
        String difference = fact.drawer()
                .map(DrawerCheck::difference)
                .map(d -> texts.get("drawer.difference", ClosingPaper.signed(d)))
                .orElse("");
        return new Line(
                closed.id().toString(),
                texts.get("drawer.z", fact.number(), kind, ClosingPaper.period(fact)),
                texts.count("drawer.tickets", fact.totals().tickets())
                        + (difference.isEmpty() ? "" : " · " + difference),
                French.euros(fact.totals().net()));
    }
}
