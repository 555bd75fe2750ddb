package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.TillChoices.Addressing;
import fr.lamine.pos.till.TillChoices.Apart;
import fr.lamine.pos.till.TillChoices.Categories;
import fr.lamine.pos.till.TillChoices.Done;
import fr.lamine.pos.till.TillChoices.Keying;
import fr.lamine.pos.till.TillChoices.Line;
import fr.lamine.pos.till.TillChoices.Open;
import fr.lamine.pos.till.TillChoices.Paying;
import fr.lamine.pos.till.TillChoices.Prices;
import fr.lamine.pos.till.TillChoices.Reason;
import fr.lamine.pos.till.TillChoices.Receipts;
import fr.lamine.pos.till.TillChoices.Reducing;
import fr.lamine.pos.till.TillChoices.Refunding;
import fr.lamine.pos.till.TillChoices.Returned;
import fr.lamine.pos.till.TillChoices.Showing;
import fr.lamine.pos.till.TillChoices.SoldLines;
import fr.lamine.pos.till.TillChoices.Tendering;
import fr.lamine.pos.till.TillChoices.Unknown;
import fr.lamine.pos.till.TillChoices.Unseen;
import fr.lamine.pos.till.TillChoices.Vouching;
import fr.lamine.pos.till.TillChoices.Why;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.SignInView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillPanel.Receipt;
import fr.lamine.pos.web.view.TillView;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The till as it is shown.
final class TillPicture {

    private static final int QUICK = 3;
    private static final int SALES = 3;
    private static final int SOLD_LINES = 4;
    private static final int SHORT = 13;
    private static final Duration CHANGE_SHOWN = Duration.ofSeconds(20);

    private final Till till;
    private final Returns returns;
    private final Cards cards;
    private final TenderPicture tenders;
    private final Managers managers;
    private final AsidePicture aside;
    private final ApartPicture apart;
    private final Station station;
    private final ReferenceBook book;
    private final PrintWorker printing;
    private final Texts texts;
    private final InstantSource clock;
    private final UnseenPicture unseen;

    TillPicture(
            Till till,
            Returns returns,
            Cards cards,
            TenderPicture tenders,
            Managers managers,
            AsidePicture aside,
            ApartPicture apart,
            ReferenceBook book,
            Station station,
            PrintWorker printing,
            Texts texts,
            InstantSource clock) {
        this.till = till;
        this.returns = returns;
        this.cards = cards;
        this.tenders = tenders;
        this.managers = managers;
        this.aside = aside;
        this.apart = apart;
        this.station = station;
        this.book = book;
        this.printing = printing;
        this.texts = texts;
        this.clock = clock;
        this.unseen = new UnseenPicture(texts);
    }

    /// @param closed why nothing can be sold now
    TillView view(TillChoices chosen, OpenTicket ticket, Optional<Answer.Refused> closed) {
        Optional<String> mark = apart.mark();
        TicketView shown = ticket(chosen, ticket, mark.isPresent());
        Optional<CardPayment> card = cards.open(station);
        if (card.isPresent()) {
            return new TillView(shown, tenders.card(card.get(), ticket), GoView.allowed(""), false);
        }
        if (closed.isPresent()) {
            Answer.Refused no = closed.get();
            boolean leftOpen = no.refusal() == Refusal.TILL_LEFT_OPEN;
            return new TillView(
                    shown,
                    new TillPanel.Closed(no.sentence(), no.advice(), leftOpen),
                    GoView.allowed(texts.get(leftOpen ? "drawer.countLast" : "drawer.countFirst")),
                    false);
        }
        return new TillView(
                shown, panel(chosen, ticket), go(chosen, ticket), ticket.total().isNegative(), mark);
    }

    private TicketView ticket(TillChoices chosen, OpenTicket ticket, boolean marked) {
        return chosen.sold
                .filter(_ -> ticket.holdsNothing())
                .flatMap(till::sale)
                .map(sale -> sold(sale, chosen))
                .orElseGet(() -> open(chosen, ticket, marked));
    }

    private TicketView sold(Fact.Sale sale, TillChoices chosen) {
        List<TicketView.Line> lines = new ArrayList<>();
        sale.lines().stream()
                .map(line -> new TicketView.Line(
                        "",
                        line.label(),
                        line.item().map(code -> code.spaced()).orElseGet(() -> key(line.origin(), line.category())),
                        quantity(line.pieces(), line.unitPrice()),
                        French.euros(line.total()),
                        false,
                        false))
                .forEach(lines::add);
        sale.returns().forEach(back -> lines.add(back("", back, false)));
        lines.addAll(aside.extras(sale.extras(), Optional.empty()));
        int pieces = sale.lines().stream().mapToInt(SaleLine::pieces).sum();
        List<String> paid =
                new ArrayList<>(sale.tenders().stream().map(this::said).toList());
        sale.givenBack().forEach(t -> paid.add(texts.get("till.given", given(t))));
        if (sale.change().isPositive()) {
            paid.add(texts.get("till.given", French.euros(sale.change())));
        }
        return TicketView.page(
                        lines, chosen.ticketPage, texts.count("till.articles", pieces), French.euros(sale.total()))
                .paid(new TicketView.Sold(
                        texts.get("till.soldTicket", French.count(sale.ticket())) + onSheet(sale),
                        paid,
                        printing.canPrint() && chosen.panel instanceof Categories));
    }

    private TicketView open(TillChoices chosen, OpenTicket ticket, boolean marked) {
        List<TicketView.Line> lines = new ArrayList<>();
        ticket.lines().stream()
                .map(line -> new TicketView.Line(
                        Integer.toString(line.id()),
                        line.label(),
                        detail(line),
                        quantity(line.pieces(), line.unitPrice()),
                        French.euros(line.total()),
                        chosen.line().equals(Optional.of(line.id())),
                        chosen.fresh.equals(Optional.of(line.id()))))
                .forEach(lines::add);
        for (int i = 0; i < ticket.returns().size(); i++) {
            boolean tapped = chosen.panel instanceof Returned(var index) && index == i;
            lines.add(back(Integer.toString(i), ticket.returns().get(i), tapped));
        }
        lines.addAll(aside.extras(ticket.extras(), AsidePicture.tapped(chosen.panel)));
        int most = marked ? TicketView.LINES - 1 : TicketView.LINES;
        TicketView page = TicketView.page(
                        lines,
                        chosen.ticketPage == TillChoices.NEWEST ? newest(lines, most) : chosen.ticketPage,
                        most,
                        texts.count("till.articles", ticket.pieces()),
                        French.euros(ticket.total()))
                .of(ticket.member());
        return ticket.lines().isEmpty() ? page : page.reducible(off(ticket.reduced()));
    }

    /// The page with the line that was added or changed last, which gifts and returns may follow; else the last one.
    private static int newest(List<TicketView.Line> lines, int most) {
        return IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).fresh())
                .map(place -> place / most)
                .findFirst()
                .orElse(TillChoices.NEWEST);
    }

    private String off(Money reduced) {
        return reduced.isPositive() ? "−" + French.euros(reduced) : texts.get("till.reduce");
    }

    private String detail(TicketLine line) {
        String from = line.later()
                .map(later -> texts.get("pickup.onTicket", later.place()))
                .or(() -> line.item().map(code -> code.spaced()))
                .orElseGet(() -> key(line.origin(), line.category()));
        String weighed =
                line.weighed().map(weight -> " · " + French.kg(weight.net())).orElse("");
        return line.reductions().isEmpty()
                ? from + weighed
                : line.reductions().stream()
                        .map(r -> texts.get("till.off", r.reason(), French.euros(r.amount())))
                        .collect(Collectors.joining(", "));
    }

    private TicketView.Line back(String id, ReturnLine back, boolean chosen) {
        return new TicketView.Line(
                id,
                back.label(),
                texts.get(back.verified() ? "till.broughtBack" : "till.broughtBackUnseen", back.reason()),
                French.count(back.pieces()),
                French.euros(back.total().negated()),
                chosen,
                false,
                TicketView.Kind.BACK);
    }

    private String given(TenderLine back) {
        return said(back) + back.reference().map(code -> " (" + code + ")").orElse("");
    }

    private static String quantity(int pieces, Money unitPrice) {
        return pieces == 1 ? "1" : French.count(pieces) + " × " + French.amount(unitPrice);
    }

    private String key(LineOrigin origin, CategoryCode category) {
        return origin == LineOrigin.SERVICE_KEY
                ? texts.get("aside.service")
                : catalog().category(category).map(Category::family).orElse("");
    }

    private TillPanel panel(TillChoices chosen, OpenTicket ticket) {
        return switch (chosen.panel) {
            case Categories _ -> ticket.tenders().isEmpty() ? categories(chosen) : paying(ticket);
            case Prices(var code) ->
                catalog().category(code).<TillPanel>map(this::prices).orElseGet(() -> categories(chosen));
            case Line(var id) -> ticket.line(id).<TillPanel>map(this::line).orElseGet(() -> categories(chosen));
            case Unknown(var code, var category) ->
                new TillPanel.UnknownLabel(
                        code.spaced(),
                        CategoryTiles.page(CategoryTiles.all(catalog()), category, chosen.page),
                        category.flatMap(catalog()::category)
                                .map(c -> new TileView(c.code().code(), c.name(), c.icon(), true)));
            case Keying _ -> new TillPanel.KeyCode();
            case Reason(var _, var _, var price) ->
                new TillPanel.WhyPrice(French.euros(price), reasons(Optional.empty(), TillPanel.PriceReason.values()));
            case Reducing(var line, var why) -> reducing(line.flatMap(ticket::line), why, ticket);
            case Vouching vouching -> vouching(vouching, chosen.page);
            case Paying _ -> ticket.holdsNothing() ? categories(chosen) : paying(ticket);
            case Tendering(var step) -> ticket.holdsNothing() ? categories(chosen) : tenders.panel(step, ticket);
            case Open(var what) ->
                aside.panel(what, ticket, chosen.page)
                        .<TillPanel>map(TillPanel.Aside::new)
                        .orElseGet(() -> categories(chosen));
            case Receipts _ -> receipts();
            case SoldLines(var sale) -> soldLines(chosen, sale);
            case Unseen sale -> unseen.panel(sale, catalog(), chosen.page);
            case Why(var sale, var line) -> why(sale, line);
            case Returned(var index) ->
                index < ticket.returns().size() ? returned(ticket.returns().get(index), index) : categories(chosen);
            case Refunding _ -> ticket.total().isNegative() ? refunding(ticket) : categories(chosen);
            case Done(var sale, var at) -> done(sale, Duration.between(at, clock.instant()));
            case Showing(var sale) ->
                ReceiptDesk.address(till, sale).map(ReceiptDesk::drawn).orElseGet(() -> done(sale, Duration.ZERO));
            case Addressing(var _, var typed) -> new TillPanel.Address(typed);
            case Apart(var choice) -> new TillPanel.Apart(apart.panel(choice, ticket, chosen.page));
        };
    }

    private TillPanel categories(TillChoices chosen) {
        return new TillPanel.Categories(
                CategoryTiles.page(CategoryTiles.all(catalog()), Optional.empty(), chosen.page, TilesView.MOST - 1),
                apart.held());
    }

    private TillPanel prices(Category category) {
        return new TillPanel.PostedPrices(
                category.name(),
                category.icon(),
                catalog().prices(category, book.current().businessDay(station.site(), clock.instant())).stream()
                        .map(p -> new PriceView(French.amount(p), French.euros(p), false))
                        .toList());
    }

    private TillPanel line(TicketLine line) {
        return new TillPanel.LineActions(
                Integer.toString(line.id()),
                line.label(),
                French.count(line.pieces()),
                French.euros(line.unitPrice()),
                French.euros(line.total()),
                ArticleRules.mayBeWeighed(line));
    }

    private TillPanel vouching(Vouching vouching, int page) {
        return new TillPanel.Vouching(vouching.why(), managers.tiles(page), pin(vouching));
    }

    private Optional<SignInView.PinView> pin(Vouching vouching) {
        return vouching.who().flatMap(who -> managers.pin(who, vouching.refusal(), clock.instant()));
    }

    private TillPanel reducing(Optional<TicketLine> line, String why, OpenTicket ticket) {
        boolean whole = line.isEmpty();
        boolean reduced = line.map(l -> l.offs().stream().anyMatch(off -> !off.isAutomatic()))
                .orElseGet(() -> ticket.off().isPresent());
        return new TillPanel.Reduce(
                whole ? texts.get("till.wholeTicket") : line.get().label(),
                French.euros(
                        line.map(l -> l.reducedBy(Optional.empty()).total()).orElseGet(ticket::linesTotal)),
                reasons(Optional.of(why), TillPanel.ReductionReason.values()),
                reduced);
    }

    private List<ChoiceView> reasons(Optional<String> chosen, Enum<?>... all) {
        return Stream.of(all)
                .map(reason -> new ChoiceView(
                        reason.name(), texts.word(reason), "", "tag", chosen.equals(Optional.of(texts.word(reason)))))
                .toList();
    }

    private TillPanel paying(OpenTicket ticket) {
        return new TillPanel.Tenders(
                French.euros(ticket.due()),
                quick(ticket.due()).stream()
                        .map(p -> new PriceView(French.amount(p), French.euros(p), false))
                        .toList(),
                tenders.keys(),
                ticket.tenders().stream().map(this::said).toList(),
                TenderPicture.isCovered(ticket),
                aside.roundings(ticket).stream().findFirst());
    }

    private TillPanel receipts() {
        return new TillPanel.Receipts(till.lastSales(SALES).stream()
                .map(sale -> new ChoiceView(
                        sale.id().toString(),
                        texts.get(
                                "till.ticketAt",
                                French.count(sale.fact().ticket()),
                                French.time(sale.fact().context().occurredAt(), zone()),
                                French.euros(sale.fact().total())),
                        said(sale.fact()),
                        "receipt",
                        false))
                .toList());
    }

    private String onSheet(Fact.Sale sale) {
        return sale.paper()
                .map(paper -> " · " + texts.get("sheet.mark", paper.sheet(), paper.line(), French.day(paper.day())))
                .orElse("");
    }

    /// How a sale was paid, or paid back.
    private String said(Fact.Sale sale) {
        return Stream.concat(
                        sale.tenders().stream().map(this::said),
                        sale.givenBack().stream().map(this::given))
                .collect(Collectors.joining(" + "));
    }

    private TillPanel soldLines(TillChoices chosen, FactId id) {
        Fact.Sale sale = returns.sale(id).orElseThrow();
        int last = Math.max(0, Math.ceilDiv(sale.lines().size(), SOLD_LINES) - 1);
        int page = Math.clamp(chosen.page, 0, last);
        List<ChoiceView> lines = IntStream.range(
                        page * SOLD_LINES, Math.min(sale.lines().size(), (page + 1) * SOLD_LINES))
                .mapToObj(i -> soldLine(id, sale, i))
                .toList();
        String day = French.day(sale.context().occurredAt().atZone(zone()).toLocalDate());
        return new TillPanel.SoldLines(
                texts.get("till.soldThen", French.count(sale.ticket()), day) + onSheet(sale),
                lines,
                page == 0 ? OptionalInt.empty() : OptionalInt.of(page - 1),
                page == last ? OptionalInt.empty() : OptionalInt.of(page + 1),
                receipt(id));
    }

    private ChoiceView soldLine(FactId id, Fact.Sale sale, int line) {
        SaleLine sold = sale.lines().get(line);
        int left = returns.left(station, id, sale, line);
        String detail = French.euros(sold.total()) + " · "
                + (left == 0 ? texts.get("till.allBack") : texts.get("till.leftToReturn", French.count(left)));
        return new ChoiceView(
                Integer.toString(line), shortened(sold.label()), detail, left == 0 ? "check" : "arrow-back-up", false);
    }

    private static String shortened(String label) {
        return label.length() <= SHORT ? label : label.substring(0, SHORT - 1).strip() + "…";
    }

    private TillPanel why(FactId id, int line) {
        Fact.Sale sale = returns.sale(id).orElseThrow();
        return new TillPanel.Reasons(
                sale.lines().get(line).label(),
                texts.get("till.howMany", French.count(returns.left(station, id, sale, line))),
                unseen.reasons());
    }

    private static TillPanel returned(ReturnLine line, int index) {
        return new TillPanel.ReturnActions(Integer.toString(index), line.label(), French.euros(line.total()));
    }

    private TillPanel refunding(OpenTicket ticket) {
        return new TillPanel.Refund(
                French.euros(ticket.total().negated()),
                returns.refundable(ticket).stream()
                        .map(tender -> new ChoiceView(tender.name(), texts.word(tender), "", icon(tender), false))
                        .toList());
    }

    private static String icon(Tender tender) {
        return switch (tender) {
            case CASH, LOCAL_CURRENCY -> "cash";
            case CARD -> "credit-card";
            case CHEQUE -> "writing";
            case TRANSFER -> "building";
            case VOUCHER -> "tag";
        };
    }

    private ZoneId zone() {
        return catalog().site(station.site()).map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
    }

    /// What people hand over for it: the next round sums of notes.
    static List<Money> quick(Money due) {
        return LongStream.of(500, 1_000, 2_000, 5_000, 10_000)
                .map(note -> Math.ceilDiv(due.cents() + 1, note) * note)
                .distinct()
                .limit(QUICK)
                .mapToObj(Money::cents)
                .toList();
    }

    private TillPanel done(FactId id, Duration shown) {
        Fact.Sale sale = till.sale(id).orElseThrow();
        Money back = sale.givenBack().stream().map(TenderLine::amount).reduce(sale.change(), Money::plus);
        return new TillPanel.Done(
                French.euros(back),
                back.isPositive(),
                texts.get("till.summary", said(sale), French.count(sale.ticket())),
                receipt(id),
                (int) Math.clamp(CHANGE_SHOWN.minus(shown).toSeconds(), 1, CHANGE_SHOWN.toSeconds()),
                book.current().receipts().page().isPresent(),
                book.current().receipts().mail());
    }

    private Receipt receipt(FactId sale) {
        Optional<PrintJob> job = printing.queue().last(PrintJob.Kind.RECEIPT, sale);
        if (job.isEmpty()) {
            return printing.canPrint() ? Receipt.NOT_ASKED : Receipt.UNAVAILABLE;
        }
        return switch (job.get().state()) {
            case WAITING -> job.get().trouble().isPresent() ? Receipt.WAITING : Receipt.PRINTING;
            case HELD -> Receipt.WAITING;
            case SENDING -> Receipt.PRINTING;
            case PRINTED -> Receipt.PRINTED;
            case DOUBTFUL -> Receipt.DOUBTFUL;
            case UNCONFIRMED -> Receipt.SENT;
            case DROPPED -> Receipt.CANCELLED;
        };
    }

    private GoView go(TillChoices chosen, OpenTicket ticket) {
        return switch (chosen.panel) {
            case Categories _, Line _, SoldLines _, Returned _ ->
                ticket.holdsNothing()
                        ? GoView.refused(texts.get("till.empty"))
                        : GoView.allowed(French.euros(
                                ticket.total().isNegative() ? ticket.total().negated() : ticket.total()));
            case Receipts _ -> GoView.allowed(texts.get("till.ticketTyped"));
            case Why _, Unseen _, Refunding _ -> GoView.allowed("");
            case Prices(var code) ->
                GoView.allowed(catalog().category(code).map(Category::name).orElse(""));
            case Unknown(var _, var category) ->
                category.isPresent()
                        ? GoView.allowed(texts.get("till.unknownPrice"))
                        : GoView.refused(texts.get("till.unknownCategory"));
            case Keying _ -> GoView.allowed(texts.get("till.codeDigits"));
            case Reason _ -> GoView.refused(texts.get("till.whyPrice"));
            case Reducing _ -> GoView.allowed(texts.get("till.reduceTyped"));
            case Vouching vouching ->
                pin(vouching)
                        .map(p -> p.seconds() > 0
                                ? GoView.refused(texts.get("signin.waiting"))
                                : GoView.allowed(p.name()))
                        .orElseGet(() -> GoView.refused(texts.get("drawer.whoVouches")));
            case Paying _ -> GoView.allowed(French.euros(ticket.due()));
            case Tendering(var step) -> tenders.go(step);
            case Open(var what) -> aside.go(what, ticket);
            case Done _, Showing _ -> GoView.allowed("");
            case Addressing _ -> GoView.allowed(texts.get("till.mailOnce"));
            case Apart(var choice) -> apart.go(choice);
        };
    }

    private String said(TenderLine tender) {
        return texts.word(tender.tender()) + " " + French.euros(tender.amount());
    }

    private Catalog catalog() {
        return book.current().catalog();
    }
}
