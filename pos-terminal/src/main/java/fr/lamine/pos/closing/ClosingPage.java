package fr.lamine.pos.closing;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.closing.ClosingChoices.Counted;
import fr.lamine.pos.closing.ClosingChoices.Counting;
import fr.lamine.pos.closing.ClosingChoices.Giving;
import fr.lamine.pos.closing.ClosingChoices.Listing;
import fr.lamine.pos.closing.ClosingChoices.Reading;
import fr.lamine.pos.closing.ClosingChoices.Vouching;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.operator.SignIns;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.DrawerPanel.Purpose;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.Optional;

/// The screen of the drawer.
public final class ClosingPage implements CounterScreen {

    private final Closings closings;
    private final Managers managers;
    private final ReferenceBook book;
    private final Station station;
    private final PrintWorker printing;
    private final Texts texts;
    private final InstantSource clock;
    private final ClosingPicture picture;
    private final ClosingChoices chosen = new ClosingChoices();

    public ClosingPage(
            Closings closings,
            SignIns signIns,
            ReferenceBook book,
            Station station,
            PrintWorker printing,
            Texts texts,
            InstantSource clock) {
        this.closings = closings;
        this.managers = new Managers(signIns, book);
        this.book = book;
        this.station = station;
        this.printing = printing;
        this.texts = texts;
        this.clock = clock;
        this.picture = new ClosingPicture(closings, managers, book, station, texts, clock);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post("/tiroir/ouvrir", posts.in(this, form -> begin(Purpose.OPENING)))
                .post("/tiroir/fermer", posts.in(this, form -> begin(Purpose.CLOSING)))
                .post("/tiroir/banque", posts.in(this, form -> begin(Purpose.BANK)))
                .post("/tiroir/piece", posts.in(this, this::face))
                .post("/tiroir/suite", posts.in(this, this::next))
                .post("/tiroir/compte", posts.in(this, this::counted))
                .post("/tiroir/kick", posts.in(this, this::kick))
                .post("/tiroir/laisser", posts.in(this, this::stays))
                .post("/tiroir/recompter", posts.in(this, form -> begin(Purpose.CLOSING)))
                .post("/tiroir/clore", posts.in(this, this::close))
                .post("/tiroir/responsable", posts.in(this, this::manager))
                .post("/tiroir/page", posts.in(this, this::page))
                .post("/tiroir/code", posts.in(this, this::verified, this::vouch))
                .post("/tiroir/personne", posts.in(this, this::nobody))
                .post("/tiroir/entree", posts.in(this, form -> give(Reason.Why.IN)))
                .post("/tiroir/sortie", posts.in(this, form -> give(Reason.Why.OUT)))
                .post("/tiroir/tiroir", posts.in(this, form -> give(Reason.Why.OPEN)))
                .post("/tiroir/motif", posts.in(this, this::reason))
                .post("/tiroir/valider", posts.in(this, this::given))
                .post("/tiroir/x", posts.in(this, this::read))
                .post("/tiroir/x/imprimer", posts.in(this, this::printReading))
                .post("/tiroir/clotures", posts.in(this, this::list))
                .post("/tiroir/clotures/imprimer", posts.in(this, this::print))
                .post("/tiroir/mois", posts.in(this, form -> period(form, ClosingKind.MONTH)))
                .post("/tiroir/annee", posts.in(this, form -> period(form, ClosingKind.YEAR)))
                .post("/tiroir/retour", posts.in(this, this::back));
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.DRAWER;
    }

    @Override
    public Role needed() {
        return Role.CASHIER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(chosen, operator);
    }

    @Override
    public void leave() {
        chosen.close();
    }

    @Override
    public boolean takesItems() {
        return false;
    }

    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        return Bands.refused(Refusal.NOT_FOR_THE_DRAWER);
    }

    private Optional<BandView> begin(Purpose purpose) {
        boolean open = closings.book().session().isPresent();
        if (purpose == Purpose.OPENING && open) {
            chosen.close();
            return Bands.refused(Refusal.TILL_OPEN);
        }
        if (purpose != Purpose.OPENING && !open) {
            chosen.close();
            return Bands.refused(Refusal.TILL_CLOSED);
        }
        chosen.panel = new Counting(purpose, Count.NOTHING_YET);
        return purpose == Purpose.CLOSING && closings.held() > 0
                ? Optional.of(BandView.unknown(
                        Bands.id(), texts.count("held.left", closings.held()), texts.get("held.leftAdvice")))
                : Optional.empty();
    }

    /// A face was tapped: what was typed belongs to the one before it.
    private Optional<BandView> face(Form form) {
        int face = form.number("face");
        if (!CashCount.FACES.contains(face)) {
            throw BadRequest.malformed("no such coin or note");
        }
        return counting(form, count -> count.at(face));
    }

    private Optional<BandView> next(Form form) {
        return counting(form, Count::next);
    }

    private Optional<BandView> counting(Form form, java.util.function.UnaryOperator<Count> then) {
        if (!(chosen.panel instanceof Counting(var purpose, var count))) {
            return Optional.empty();
        }
        Optional<Count> typed = typed(form, count);
        if (typed.isEmpty()) {
            return Bands.refused(Refusal.BAD_COUNT);
        }
        chosen.panel = new Counting(purpose, then.apply(typed.get()));
        return Optional.empty();
    }

    /// Empty when what was typed is no number of coins.
    private static Optional<Count> typed(Form form, Count count) {
        Optional<String> entry = form.filled("entry", 12);
        if (entry.isEmpty()) {
            return Optional.of(count);
        }
        return entry.filter(text -> text.matches("[0-9]{1,4}")).map(text -> count.of(Integer.parseInt(text)));
    }

    private Optional<BandView> counted(Form form) {
        if (!(chosen.panel instanceof Counting(var purpose, var before))) {
            return Optional.empty();
        }
        Optional<Count> typed = typed(form, before);
        if (typed.isEmpty()) {
            return Bands.refused(Refusal.BAD_COUNT);
        }
        CashCount cash = typed.get().cash();
        return switch (purpose) {
            case OPENING -> closing(closings.open(station, form.token(), cash, clock.instant()));
            case BANK -> closing(closings.bank(station, form.token(), cash, clock.instant()));
            case CLOSING -> {
                Answer answer = closings.count(station, form.token(), cash, clock.instant());
                chosen.panel = new Counted(cash, ClosingRules.stays(closings.book(), cash));
                yield Bands.refusals(answer);
            }
        };
    }

    /// To get at what is counted.
    private Optional<BandView> kick(Form form) {
        return said(closings.openDrawer(station, form.token(), texts.word(Reason.OPEN_COUNT), clock.instant()));
    }

    private Optional<BandView> stays(Form form) {
        if (!(chosen.panel instanceof Counted(var cash, var _))) {
            return Optional.empty();
        }
        Optional<Money> amount = amount(form);
        if (amount.isEmpty()) {
            return Bands.refused(Refusal.BAD_AMOUNT);
        }
        if (amount.get().compareTo(cash.total()) > 0) {
            return Bands.of(Refusal.LEFT_TOO_MUCH.with(French.euros(cash.total())));
        }
        chosen.panel = new Counted(cash, amount.get());
        return Optional.empty();
    }

    private Optional<BandView> close(Form form) {
        if (!(chosen.panel instanceof Counted)) {
            return Optional.empty();
        }
        if (form.filled("entry", 12).isPresent()) {
            Optional<BandView> no = stays(form);
            if (no.isPresent()) {
                return no;
            }
        }
        if (!(chosen.panel instanceof Counted counted)) {
            return Optional.empty();
        }
        if (ClosingRules.needsManager(
                closings.book(), counted.cash(), book.current().catalog().till().differenceThreshold())) {
            chosen.panel = new Vouching(counted, Optional.empty(), "");
            return Optional.empty();
        }
        return closeDay(form, counted, Optional.empty(), false);
    }

    private Optional<BandView> manager(Form form) {
        if (chosen.panel instanceof Vouching(var counted, var _, var _)) {
            chosen.panel = new Vouching(counted, Optional.of(Managers.who(form)), "");
        }
        return Optional.empty();
    }

    private Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    private Answer verified(Form form) {
        return managers.verify(form, clock.instant());
    }

    private Optional<BandView> vouch(Form form, Answer answer) {
        if (!(chosen.panel instanceof Vouching(var counted, var _, var _))) {
            return Optional.empty();
        }
        OperatorCode who = Managers.who(form);
        return switch (answer) {
            case Answer.Done _ when managers.isOne(who) -> closeDay(form, counted, Optional.of(who), false);
            case Answer.Done _ -> Bands.refused(Refusal.NOT_YOUR_MODE);
            case Answer.Refused(var _, var sentence, var _) -> {
                chosen.panel = new Vouching(counted, Optional.of(who), sentence);
                yield Optional.empty();
            }
            case Answer.Asked _ -> throw new IllegalStateException("a code asks nothing back");
        };
    }

    /// A closing never waits for somebody who is not there: the office sees that nobody vouched.
    private Optional<BandView> nobody(Form form) {
        return chosen.panel instanceof Vouching(var counted, var _, var _)
                ? closeDay(form, counted, Optional.empty(), true)
                : Optional.empty();
    }

    private Optional<BandView> closeDay(
            Form form, Counted counted, Optional<OperatorCode> approvedBy, boolean nobodyVouches) {
        return closing(closings.closeDay(
                station, form.token(), counted.cash(), counted.stays(), approvedBy, nobodyVouches, clock.instant()));
    }

    private Optional<BandView> give(Reason.Why why) {
        if (why != Reason.Why.OPEN && closings.book().session().isEmpty()) {
            chosen.close();
            return Bands.refused(Refusal.TILL_CLOSED);
        }
        chosen.panel = new Giving(why, Optional.empty());
        return Optional.empty();
    }

    /// Where no amount is asked, the reason is all there is to say.
    private Optional<BandView> reason(Form form) {
        Reason reason = form.constant("reason", Reason.class);
        if (!(chosen.panel instanceof Giving(var why, var _))) {
            return Optional.empty();
        }
        if (why == Reason.Why.OPEN) {
            return closing(closings.openDrawer(station, form.token(), texts.word(reason), clock.instant()));
        }
        chosen.panel = new Giving(why, Optional.of(reason));
        return form.filled("entry", 12).isPresent() ? given(form) : Optional.empty();
    }

    private Optional<BandView> given(Form form) {
        if (!(chosen.panel instanceof Giving(var why, var reason))) {
            return Optional.empty();
        }
        return closing(closings.move(
                station,
                form.token(),
                why == Reason.Why.IN ? CashMove.IN : CashMove.OUT,
                amount(form),
                reason.map(texts::word).orElse(""),
                clock.instant()));
    }

    private Optional<BandView> read(Form form) {
        Answer answer = closings.read(station, form.token(), false, clock.instant());
        chosen.panel = new Reading();
        return Bands.refusals(answer);
    }

    private Optional<BandView> printReading(Form form) {
        return said(closings.read(station, form.token(), true, clock.instant()));
    }

    private Optional<BandView> list(Form form) {
        chosen.panel = new Listing();
        return Optional.empty();
    }

    private Optional<BandView> print(Form form) {
        String id = form.text("id", 60);
        if (!id.matches("[0-9]{3}/[0-9]{1,9}/[0-9]{1,18}")) {
            throw BadRequest.malformed("not a closing");
        }
        return said(closings.print(station, form.token(), FactId.parse(id), clock.instant()));
    }

    private Optional<BandView> period(Form form, ClosingKind kind) {
        return said(closings.closePeriod(station, form.token(), kind, clock.instant()));
    }

    private Optional<BandView> back(Form form) {
        chosen.close();
        return Optional.empty();
    }

    /// What was done is over: the screen goes back to the overview.
    private Optional<BandView> closing(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.close();
        }
        return said(answer);
    }

    private Optional<BandView> said(Answer answer) {
        printing.wake();
        return Bands.of(answer);
    }

    private static Optional<Money> amount(Form form) {
        return form.filled("amount", 12).or(() -> form.filled("entry", 12)).flatMap(French::parseEuros);
    }
}
