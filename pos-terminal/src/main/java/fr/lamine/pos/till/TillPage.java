package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.model.text.French;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.operator.SignIns;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.sync.Elsewhere;
import fr.lamine.pos.sync.OfficeWord;
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
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The till.
public final class TillPage implements CounterScreen {

    private static final String UNDO = "/caisse/annuler";

    private final Till till;
    private final ReferenceBook book;
    private final Station station;
    private final PrintWorker printing;
    private final Texts texts;
    private final InstantSource clock;
    private final TillPicture picture;
    private final AsidePicture aside;
    private final TillChoices chosen = new TillChoices();
    private final ReturnDesk returns;
    private final PriceDesk prices;
    private final TenderDesk tenders;
    private final ArticleDesk articles;
    private final GiveDesk gives;
    private final ReceiptDesk receipts;
    private final ApartDesk apart;
    private final PickUpDesk pickUps;
    private final SheetDesk sheets;
    private final SheetPage sheet;
    private final UnseenDesk unseen;
    private final Elsewhere elsewhere;

    public TillPage(
            Till till,
            SignIns signIns,
            ReferenceBook book,
            Station station,
            PrintWorker printing,
            Elsewhere elsewhere,
            TenderSetup setup,
            Supplier<Optional<CounterScale>> scale,
            Texts texts,
            InstantSource clock) {
        this.till = till;
        this.elsewhere = elsewhere;
        this.book = book;
        this.station = station;
        this.printing = printing;
        this.texts = texts;
        this.clock = clock;
        Returns taking = new Returns(till.commands());
        this.receipts = new ReceiptDesk(till, station, chosen, clock);
        Managers managers = new Managers(signIns, book);
        this.unseen = new UnseenDesk(managers, chosen, texts);
        this.returns = new ReturnDesk(till, taking, station, elsewhere, unseen, chosen, clock);
        this.prices = new PriceDesk(till, taking, managers, station, chosen, texts, clock, this::changing);
        Cards cards = new Cards(till);
        cards.recover(clock.instant());
        this.tenders = new TenderDesk(till, cards, setup, station, chosen, clock, this::paid, this::voucher);
        this.articles = new ArticleDesk(till, book, station, scale, chosen, clock, this::changing);
        Giving giving = new Giving(till.commands());
        this.gives = new GiveDesk(giving, station, chosen, clock);
        this.aside = new AsidePicture(giving, book, station, articles::live, texts);
        Holds holds = new Holds(till.commands());
        this.apart = new ApartDesk(holds, station, chosen, clock);
        PickUps waiting = new PickUps(till.commands());
        this.pickUps = new PickUpDesk(waiting, new Deposits(till.commands()), book, station, printing, chosen, clock);
        PaperSheets papers = new PaperSheets(till.commands());
        this.sheets = new SheetDesk(papers, book, station, chosen, clock);
        this.sheet = new SheetPage(
                papers, book, station, till.commands().store().identity().kind(), texts, clock);
        SheetPicture entering = new SheetPicture(papers, book, station, texts, clock);
        ApartPicture beside = new ApartPicture(holds, waiting, entering, book, station, texts);
        this.picture = new TillPicture(
                till,
                taking,
                cards,
                new TenderPicture(setup, texts),
                managers,
                aside,
                beside,
                book,
                station,
                printing,
                texts,
                clock);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> {
            tenders.routes(rules, posts, this);
            articles.routes(rules, posts, this);
            gives.routes(rules, posts, this);
            aside(rules.get(SheetPage.PATH, sheet::show), action -> posts.in(this, action));
            unseen.routes(rules, posts, this);
            receipts.routes(rules, work -> posts.in(this, work::apply));
            rules.post("/caisse/categorie", posts.in(this, this::category))
                    .post("/caisse/page", posts.in(this, this::page))
                    .post("/caisse/prix", posts.in(this, this::price))
                    .post("/caisse/code", posts.in(this, this::code))
                    .post("/caisse/reserve", posts.in(this, this::reserved))
                    .post("/caisse/quantite", posts.in(this, this::pieces))
                    .post("/caisse/plus", posts.in(this, this::plus))
                    .post("/caisse/moins", posts.in(this, this::minus))
                    .post("/caisse/retirer", posts.in(this, this::remove))
                    .post("/caisse/ligne", posts.in(this, this::line))
                    .post("/caisse/retour", posts.in(this, this::back))
                    .post("/caisse/ticket", posts.in(this, this::ticketPage))
                    .post("/caisse/motif", posts.in(this, prices::reason))
                    .post("/caisse/remise", posts.in(this, prices::reducing))
                    .post("/caisse/remise/motif", posts.in(this, prices::reducingReason))
                    .post("/caisse/remise/part", posts.in(this, prices::share))
                    .post("/caisse/remise/montant", posts.in(this, prices::amount))
                    .post("/caisse/remise/aucune", posts.in(this, prices::nothing))
                    .post("/caisse/responsable", posts.in(this, prices::manager))
                    .post("/caisse/responsable/code", posts.in(this, prices::verified, prices::vouched))
                    .post("/caisse/abandonner", posts.in(this, this::abandon))
                    .post(UNDO, posts.in(this, this::undo))
                    .post("/caisse/encaisser", posts.in(this, this::checkout))
                    .post("/caisse/payer/especes", posts.in(this, form -> pay(form, Tender.CASH)))
                    .post("/caisse/payer/carte", posts.in(this, form -> pay(form, Tender.CARD)))
                    .post("/caisse/payer/cheque", posts.in(this, form -> pay(form, Tender.CHEQUE)))
                    .post("/caisse/reprise", posts.in(this, returns::open))
                    .post("/caisse/reprise/vente", posts.in(this, returns::sale))
                    .post("/caisse/reprise/page", posts.in(this, returns::page))
                    .post("/caisse/reprise/ligne", posts.in(this, returns::line))
                    .post("/caisse/reprise/motif", posts.in(this, returns::asked, returns::reason))
                    .post("/caisse/reprise/tape", posts.in(this, returns::tapped))
                    .post("/caisse/reprise/garder", posts.in(this, returns::keep))
                    .post("/caisse/rendre", posts.in(this, form -> paid(returns.refund(form))))
                    .post("/caisse/recu", posts.in(this, this::receipt))
                    .post("/caisse/suivant", posts.in(this, this::next));
        };
    }

    /// Beside the sale at hand.
    private HttpRules aside(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> in) {
        return sheets.routes(pickUps.routes(apart.routes(rules, in), in), in);
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.TILL;
    }

    @Override
    public Role needed() {
        return Role.CASHIER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(chosen, till.ticket(station), till.closed(station, clock.instant()));
    }

    @Override
    public Optional<LiveWeight> weight() {
        return chosen.panel instanceof Open(Aside.Weighing weighing)
                ? Optional.of(aside.weight(weighing, till.ticket(station)))
                : Optional.empty();
    }

    @Override
    public void rehearse(Consumer<ScreenView> draw) {
        new TillRehearsal(till, book, station, picture, clock).play(draw);
    }

    @Override
    public void leave() {
        chosen.close();
        chosen.ticketPage = TillChoices.NEWEST;
        chosen.sold = Optional.empty();
    }

    /// Vouchers and receipts may be of another till: the office is asked first.
    @Override
    public Supplier<Optional<BandView>> scanning(ScannedCode code, String text) {
        if (code instanceof ScannedCode.ReceiptCode(var receipt)) {
            return returns.scanning(receipt);
        }
        if (code instanceof ScannedCode.VoucherCode(var voucher)) {
            return voucher(voucher);
        }
        return () -> scanned(code);
    }

    private Supplier<Optional<BandView>> voucher(String code) {
        OpenTicket ticket = till.ticket(station);
        Money wanted = Vouchers.used(ticket.tenders(), code).plus(ticket.due());
        OfficeWord<VoucherHeld> word = Vouchers.isCode(code) && ticket.due().isPositive()
                ? elsewhere.hold(station.code(), code, wanted)
                : new OfficeWord.Unknown<>();
        return () -> {
            chosen.close();
            return paid(till.voucher(station, Optional.empty(), code, word, clock.instant()));
        };
    }

    /// A scan always means "this thing": it closes whatever stands open beside the ticket.
    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        return scanning(code, text).get();
    }

    private Optional<BandView> scanned(ScannedCode code) {
        if (code instanceof ScannedCode.PickUpCode(var pickUp)) {
            return pickUps.scanned(pickUp);
        }
        if (gives.takes(code)) {
            return gives.scanned(code);
        }
        if (articles.takes(code)) {
            return articles.scanned(code);
        }
        chosen.close();
        Answer answer = changing(() -> till.scan(station, code, clock.instant()));
        if (answer instanceof Answer.Asked(var question, var subject, var _) && question == Question.KEY_LABEL) {
            chosen.panel = new Unknown(new ItemCode(subject), Optional.empty());
            return Optional.empty();
        }
        if (answer instanceof Answer.Asked(var question, var subject, var sentence)
                && question == Question.RESERVED_ONLINE) {
            chosen.panel = new Apart(new ApartChoice.Reserved(new ItemCode(subject), sentence));
            return Optional.empty();
        }
        return said(answer);
    }

    /// The thing just scanned is sold although somebody online waits for it: the same as scanning it again.
    private Optional<BandView> reserved(Form form) {
        return chosen.panel instanceof Apart(ApartChoice.Reserved(var code, var _))
                ? scanned(new ScannedCode.ItemLabel(code, Optional.empty()))
                : Optional.empty();
    }

    private Optional<BandView> category(Form form) {
        CategoryCode category = categoryCode(form);
        if (book.current().catalog().category(category).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        if (chosen.panel instanceof Unknown(var code, var _)) {
            chosen.panel = new Unknown(code, Optional.of(category));
            return Optional.empty();
        }
        chosen.close();
        if (form.filled("entry", 12).isPresent()) {
            return prices.price(form, Optional.empty(), Optional.of(category), amount(form));
        }
        chosen.panel = new Prices(category);
        return Optional.empty();
    }

    /// Without digits it asks for them.
    private Optional<BandView> code(Form form) {
        Optional<String> digits = form.filled("entry", 13);
        if (digits.isEmpty()) {
            chosen.close();
            chosen.panel = new Keying();
            return Optional.empty();
        }
        return switch (till.keyed(digits.get())) {
            case KeyedCode.No(var why) -> {
                chosen.panel = new Keying();
                yield Bands.of(why);
            }
            case KeyedCode.Read(var code) -> scanned(new ScannedCode.ItemLabel(code, Optional.empty()));
        };
    }

    private Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    private Optional<BandView> price(Form form) {
        return switch (chosen.panel) {
            case Prices(var category) -> prices.price(form, Optional.empty(), Optional.of(category), amount(form));
            case Unknown(var code, var category) -> keyLabel(form, code, category);
            case Line(var id) -> prices.price(form, Optional.of(id), Optional.empty(), amount(form));
            case Categories _,
                    Keying _,
                    Reason _,
                    Reducing _,
                    Vouching _,
                    Paying _,
                    Tendering _,
                    Done _,
                    Showing _,
                    Addressing _,
                    Receipts _,
                    SoldLines _,
                    Unseen _,
                    Why _,
                    Returned _,
                    Refunding _,
                    Open _,
                    Apart _ -> Bands.missing(texts.get("go.category"));
        };
    }

    private Optional<BandView> keyLabel(Form form, ItemCode code, Optional<CategoryCode> category) {
        if (category.isEmpty()) {
            return Bands.missing(texts.get("go.category"));
        }
        Answer answer = changing(
                () -> till.keyLabel(station, form.token(), code, category.get(), amount(form), clock.instant()));
        if (answer instanceof Answer.Done) {
            chosen.close();
        }
        return said(answer);
    }

    private Optional<BandView> pieces(Form form) {
        String entry = form.text("entry", 12);
        Optional<Integer> line = chosen.line().or(this::newest);
        if (line.isEmpty()) {
            return Bands.refused(Refusal.EMPTY_TICKET);
        }
        int pieces = entry.matches("[0-9]{1,6}") ? Integer.parseInt(entry) : 0;
        return said(changing(() -> till.changePieces(station, form.token(), line.get(), pieces, clock.instant())));
    }

    private Optional<BandView> plus(Form form) {
        return step(form, 1);
    }

    private Optional<BandView> minus(Form form) {
        return step(form, -1);
    }

    private Optional<BandView> step(Form form, int by) {
        Optional<TicketLine> line = chosen.line().or(this::newest).flatMap(till.ticket(station)::line);
        if (line.isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        int pieces = line.get().pieces() + by;
        return Bands.refusals(changing(
                () -> till.changePieces(station, form.token(), line.get().id(), pieces, clock.instant())));
    }

    private Optional<BandView> remove(Form form) {
        Optional<Integer> line = chosen.line();
        if (line.isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        chosen.close();
        return said(changing(() -> till.removeLine(station, form.token(), line.get(), clock.instant())));
    }

    private Optional<BandView> line(Form form) {
        int id = form.number("line");
        boolean again = chosen.line().equals(Optional.of(id));
        chosen.close();
        if (till.ticket(station).line(id).isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        if (!again) {
            chosen.panel = new Line(id);
        }
        return Optional.empty();
    }

    private Optional<BandView> back(Form form) {
        boolean handed = !till.ticket(station).tenders().isEmpty();
        chosen.close();
        tenders.dropped();
        return handed ? Bands.of(till.takeBackTenders(station, form.token(), clock.instant())) : Optional.empty();
    }

    private Optional<BandView> ticketPage(Form form) {
        chosen.ticketPage = form.number("page");
        return Optional.empty();
    }

    private Optional<BandView> abandon(Form form) {
        chosen.close();
        tenders.dropped();
        return Bands.of(till.abandon(station, form.token(), clock.instant()));
    }

    private Optional<BandView> undo(Form form) {
        chosen.close();
        return Bands.of(changing(() -> till.undo(station, form.token(), clock.instant())));
    }

    private Optional<BandView> checkout(Form form) {
        OpenTicket ticket = till.ticket(station);
        if (ticket.holdsNothing()) {
            return Bands.refused(Refusal.EMPTY_TICKET);
        }
        if (ticket.total().isNegative()) {
            chosen.panel = new Refunding();
            return Optional.empty();
        }
        if (!ticket.total().isPositive()) {
            return paid(till.pay(station, form.token(), List.of(), clock.instant()));
        }
        chosen.panel = new Paying();
        return Optional.empty();
    }

    private Optional<BandView> pay(Form form, Tender tender) {
        boolean given = form.filled("amount", 12).isPresent()
                || form.filled("entry", 12).isPresent();
        Optional<Money> amount =
                given ? amount(form) : Optional.of(till.ticket(station).due());
        return paid(till.tender(station, form.token(), tender, amount, clock.instant()));
    }

    private Optional<BandView> paid(Answer answer) {
        if (answer instanceof Answer.Done(var _, var sale) && sale.isPresent()) {
            chosen.panel = new Done(sale.get(), clock.instant());
            chosen.sold = sale;
            chosen.ticketPage = TillChoices.NEWEST;
            printing.wake();
            tenders.sold(sale.get());
            return Optional.empty();
        }
        OpenTicket ticket = till.ticket(station);
        if (ticket.total().isPositive()) {
            chosen.panel = new Paying();
        }
        return Bands.refusals(answer);
    }

    private Optional<BandView> receipt(Form form) {
        Optional<FactId> of = chosen.panel instanceof SoldLines(var shown) ? Optional.of(shown) : chosen.sold;
        if (of.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_SALE);
        }
        FactId sale = of.get();
        Answer answer = till.receipt(station, form.token(), sale, clock.instant());
        printing.wake();
        if (!(chosen.panel instanceof Done)) {
            return Bands.of(answer);
        }
        chosen.panel = new Done(sale, clock.instant());
        return Bands.refusals(answer);
    }

    private Optional<BandView> next(Form form) {
        if (chosen.panel instanceof Done || chosen.panel instanceof Showing || chosen.panel instanceof Addressing) {
            chosen.close();
        }
        return Optional.empty();
    }

    private Answer changing(Supplier<Answer> command) {
        OpenTicket before = till.ticket(station);
        Answer answer = command.get();
        OpenTicket after = till.ticket(station);
        chosen.fresh = after.lines().stream()
                .filter(line -> !before.lines().contains(line))
                .map(TicketLine::id)
                .findFirst();
        if (chosen.fresh.isPresent() || !after.extras().equals(before.extras())) {
            chosen.sold = Optional.empty();
            if (chosen.line().isEmpty()) {
                chosen.ticketPage = TillChoices.NEWEST;
            }
        }
        return answer;
    }

    /// What was done to the ticket can be undone for a while.
    static Optional<BandView> said(Answer answer) {
        return answer instanceof Answer.Done(var sentence, var _)
                ? Optional.of(BandView.undoable(Bands.id(), sentence, new BandView.UndoView(UNDO, "ticket")))
                : Bands.of(answer);
    }

    private Optional<Integer> newest() {
        List<TicketLine> lines = till.ticket(station).lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().id());
    }

    private static Optional<Money> amount(Form form) {
        return form.filled("amount", 12).or(() -> form.filled("entry", 12)).flatMap(French::parseEuros);
    }

    static CategoryCode categoryCode(Form form) {
        String code = form.text("category", 60);
        if (!code.matches("[a-z][a-z0-9_]{0,59}")) {
            throw BadRequest.malformed("not a category");
        }
        return new CategoryCode(code);
    }
}
