package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.till.TillChoices.Categories;
import fr.lamine.pos.till.TillChoices.Done;
import fr.lamine.pos.till.TillChoices.Keying;
import fr.lamine.pos.till.TillChoices.Line;
import fr.lamine.pos.till.TillChoices.Paying;
import fr.lamine.pos.till.TillChoices.Prices;
import fr.lamine.pos.till.TillChoices.Unknown;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillPanel.Receipt;
import fr.lamine.pos.web.view.TillView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The till as it is shown.
final class TillPicture {

    private static final int QUICK = 3;
    private static final Duration CHANGE_SHOWN = Duration.ofSeconds(20);

    private final Till till;
    private final ReferenceBook book;
    private final PrintWorker printing;
    private final Texts texts;
    private final InstantSource clock;

    TillPicture(Till till, ReferenceBook book, PrintWorker printing, Texts texts, InstantSource clock) {
        this.till = till;
        this.book = book;
        this.printing = printing;
        this.texts = texts;
        this.clock = clock;
    }

    TillView view(TillChoices chosen, OpenTicket ticket) {
        return new TillView(ticket(chosen, ticket), panel(chosen, ticket), go(chosen, ticket));
    }

    private TicketView ticket(TillChoices chosen, OpenTicket ticket) {
        return chosen.sold
                .filter(_ -> ticket.lines().isEmpty())
                .flatMap(till::sale)
                .map(sale -> sold(sale, chosen))
                .orElseGet(() -> open(chosen, ticket));
    }

    private TicketView sold(Fact.Sale sale, TillChoices chosen) {
        List<TicketView.Line> lines = sale.lines().stream()
                .map(line -> new TicketView.Line(
                        "",
                        line.label(),
                        line.item().map(code -> code.spaced()).orElse(family(line.category())),
                        quantity(line.pieces(), line.unitPrice()),
                        French.euros(line.total()),
                        false,
                        false))
                .toList();
        int pieces = sale.lines().stream().mapToInt(SaleLine::pieces).sum();
        List<String> paid =
                new ArrayList<>(sale.tenders().stream().map(this::said).toList());
        if (sale.change().isPositive()) {
            paid.add(texts.get("till.given", French.euros(sale.change())));
        }
        return TicketView.page(
                        lines, chosen.ticketPage, texts.count("till.articles", pieces), French.euros(sale.total()))
                .paid(new TicketView.Sold(
                        texts.get("till.soldTicket", French.count(sale.ticket())),
                        paid,
                        printing.canPrint() && !(chosen.panel instanceof Done)));
    }

    private TicketView open(TillChoices chosen, OpenTicket ticket) {
        List<TicketView.Line> lines = ticket.lines().stream()
                .map(line -> new TicketView.Line(
                        Integer.toString(line.id()),
                        line.label(),
                        line.item().map(code -> code.spaced()).orElse(family(line.category())),
                        quantity(line.pieces(), line.unitPrice()),
                        French.euros(line.total()),
                        chosen.line().equals(Optional.of(line.id())),
                        chosen.fresh.equals(Optional.of(line.id()))))
                .toList();
        return TicketView.page(
                lines, chosen.ticketPage, texts.count("till.articles", ticket.pieces()), French.euros(ticket.total()));
    }

    private static String quantity(int pieces, Money unitPrice) {
        return pieces == 1 ? "1" : French.count(pieces) + " × " + French.amount(unitPrice);
    }

    private String family(CategoryCode category) {
        return catalog().category(category).map(Category::family).orElse("");
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
            case Paying _ -> ticket.lines().isEmpty() ? categories(chosen) : paying(ticket);
            case Done(var sale, var at) -> done(sale, Duration.between(at, clock.instant()));
        };
    }

    private TillPanel categories(TillChoices chosen) {
        return new TillPanel.Categories(
                CategoryTiles.page(CategoryTiles.all(catalog()), Optional.empty(), chosen.page));
    }

    private TillPanel prices(Category category) {
        return new TillPanel.PostedPrices(
                category.name(),
                category.icon(),
                category.prices().stream()
                        .map(p -> new PriceView(French.amount(p), French.euros(p), false))
                        .toList());
    }

    private TillPanel line(TicketLine line) {
        return new TillPanel.LineActions(
                Integer.toString(line.id()),
                line.label(),
                French.count(line.pieces()),
                French.euros(line.unitPrice()),
                French.euros(line.total()));
    }

    private TillPanel paying(OpenTicket ticket) {
        return new TillPanel.Tenders(
                French.euros(ticket.due()),
                quick(ticket.due()).stream()
                        .map(p -> new PriceView(French.amount(p), French.euros(p), false))
                        .toList(),
                List.of(
                        new ChoiceView("carte", texts.word(Tender.CARD), "", "credit-card", false),
                        new ChoiceView("cheque", texts.word(Tender.CHEQUE), "", "writing", false)),
                ticket.tenders().stream().map(this::said).toList());
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
        String summary = sale.tenders().stream().map(this::said).collect(Collectors.joining(" + "));
        return new TillPanel.Done(
                French.euros(sale.change()),
                sale.change().isPositive(),
                texts.get("till.summary", summary, French.count(sale.ticket())),
                receipt(id),
                (int) Math.clamp(CHANGE_SHOWN.minus(shown).toSeconds(), 1, CHANGE_SHOWN.toSeconds()));
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
            case Categories _, Line _ ->
                ticket.lines().isEmpty()
                        ? GoView.refused(texts.get("till.empty"))
                        : GoView.allowed(French.euros(ticket.total()));
            case Prices(var code) ->
                GoView.allowed(catalog().category(code).map(Category::name).orElse(""));
            case Unknown(var _, var category) ->
                category.isPresent()
                        ? GoView.allowed(texts.get("till.unknownPrice"))
                        : GoView.refused(texts.get("till.unknownCategory"));
            case Keying _ -> GoView.allowed(texts.get("till.codeDigits"));
            case Paying _ -> GoView.allowed(French.euros(ticket.due()));
            case Done _ -> GoView.allowed("");
        };
    }

    private String said(TenderLine tender) {
        return texts.word(tender.tender()) + " " + French.euros(tender.amount());
    }

    private Catalog catalog() {
        return book.current().catalog();
    }
}
