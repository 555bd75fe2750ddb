package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The weigh-in screen.
public final class WeighInPage implements CounterScreen {

    private static final String UNDO = "/pesee/annuler";

    private final WeighIns weighIns;
    private final ReferenceBook book;
    private final Station station;
    private final Supplier<Optional<CounterScale>> scale;
    private final Texts texts;
    private final InstantSource clock;
    private final WeighInPicture picture;
    private final WeighInChoices chosen = new WeighInChoices();
    private final BesideDesk beside;
    private final DismantlingDesk dismantling;
    private final ParkDesk parking;

    public WeighInPage(
            Commands commands,
            ReferenceBook book,
            Station station,
            Supplier<Optional<CounterScale>> scale,
            Texts texts,
            InstantSource clock) {
        this.weighIns = new WeighIns(commands);
        this.dismantling = new DismantlingDesk(chosen, commands, weighIns, station, clock);
        ParkedThings parked = new ParkedThings(commands.store());
        this.parking = new ParkDesk(chosen, parked, this::live);
        this.book = book;
        this.station = station;
        this.scale = scale;
        this.texts = texts;
        this.clock = clock;
        Partners partners = Partners.read();
        this.beside = new BesideDesk(chosen, book, partners);
        this.picture = new WeighInPicture(
                weighIns,
                book,
                station,
                texts,
                clock,
                new BesidePicture(partners, ShopWords.read(), texts),
                new ParkPicture(parked, texts, clock));
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> {
            beside.routes(rules, posts, this);
            dismantling.routes(rules, posts, this);
            parking.routes(rules, posts, this);
            own(rules, posts);
        };
    }

    private void own(HttpRules rules, Posts posts) {
        rules.post("/pesee/panneau", posts.in(this, this::panel))
                .post("/pesee/famille", posts.in(this, this::family))
                .post("/pesee/page", posts.in(this, this::page))
                .post("/pesee/recherche", posts.in(this, this::search))
                .post("/pesee/categorie", posts.in(this, this::category))
                .post("/pesee/contenant", posts.in(this, this::container))
                .post("/pesee/lot", posts.in(this, this::load))
                .post("/pesee/rayon", posts.in(this, this::shelving))
                .post("/pesee/poids", posts.in(this, this::typedWeight))
                .post("/pesee/bon", posts.in(this, this::slip))
                .post("/pesee/enregistrer", posts.in(this, this::record))
                .post(UNDO, posts.in(this, this::undo));
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.WEIGH_IN;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(chosen, live());
    }

    @Override
    public Optional<LiveWeight> weight() {
        return Optional.of(picture.weight(chosen, live()));
    }

    @Override
    public void leave() {
        chosen.forget();
    }

    /// What is to be taken apart is scanned where somebody asks what is sorted.
    @Override
    public boolean takesItems() {
        return chosen.panel == WeighInChoices.Panel.LOADS;
    }

    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        if (code instanceof ScannedCode.ItemLabel(var item, var _) && takesItems()) {
            return dismantling.scanned(item);
        }
        if (!(code instanceof ScannedCode.ContainerTag(var container))) {
            return Bands.refused(Refusal.NOT_FOR_WEIGHING);
        }
        if (book.current().catalog().container(container).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CONTAINER);
        }
        return inContainer(Optional.of(container));
    }

    private Optional<BandView> inContainer(Optional<String> container) {
        if (container.isPresent() && chosen.taken.isPresent()) {
            return Bands.refused(Refusal.ALREADY_WEIGHED);
        }
        chosen.container = container;
        chosen.pieces = OptionalInt.empty();
        chosen.back();
        return Optional.empty();
    }

    private LiveScale live() {
        return LiveScale.of(scale.get(), clock.instant());
    }

    private Optional<BandView> panel(Form form) {
        WeighInChoices.Panel wanted = form.constant("panel", WeighInChoices.Panel.class);
        switch (wanted) {
            case QUESTION, REST, CAMERA, PARKED -> throw BadRequest.malformed("this is not asked for");
            case CONTAINERS, TYPED -> {}
            case CATEGORIES,
                    SEARCH,
                    SOURCES,
                    LOADS,
                    HISTORY,
                    DESTINATIONS,
                    AREAS,
                    SIRET,
                    ROUND,
                    PARTNER,
                    DOCUMENT,
                    PIECES -> chosen.parking = false;
        }
        if (wanted == WeighInChoices.Panel.PIECES && chosen.category.isEmpty()) {
            return Bands.missing(texts.get("go.category"));
        }
        chosen.panel = wanted == WeighInChoices.Panel.SOURCES && chosen.leaves() ? WeighInChoices.Panel.AREAS : wanted;
        chosen.page = 0;
        chosen.word = "";
        return Optional.empty();
    }

    private Optional<BandView> family(Form form) {
        chosen.family = form.text("family", 20);
        chosen.page = 0;
        return Optional.empty();
    }

    private Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    private Optional<BandView> search(Form form) {
        chosen.word = form.filled("pick", 40).orElseGet(() -> form.text("q", 40));
        chosen.panel = WeighInChoices.Panel.SEARCH;
        chosen.page = 0;
        return Optional.empty();
    }

    private Optional<BandView> category(Form form) {
        CategoryCode category = categoryCode(form, "category");
        if (book.current().catalog().category(category).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        if (!chosen.category.equals(Optional.of(category))) {
            chosen.pieces = OptionalInt.empty();
        }
        chosen.category = Optional.of(category);
        chosen.close();
        return Optional.empty();
    }

    private static CategoryCode categoryCode(Form form, String field) {
        String code = form.text(field, 60);
        if (!code.matches("[a-z][a-z0-9_]{0,59}")) {
            throw BadRequest.malformed("not a category");
        }
        return new CategoryCode(code);
    }

    private Optional<BandView> container(Form form) {
        Optional<String> container = form.filled("container", 20);
        if (container.isPresent()
                && book.current().catalog().container(container.get()).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CONTAINER);
        }
        return inContainer(container);
    }

    private Optional<BandView> load(Form form) {
        CategoryCode load = categoryCode(form, "load");
        if (book.current().catalog().category(load).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        chosen.sort(Optional.of(load));
        chosen.shelving = false;
        chosen.close();
        return Optional.empty();
    }

    private Optional<BandView> shelving(Form form) {
        chosen.close();
        chosen.shelving = form.text("on", 5).equals("true");
        chosen.sort(Optional.empty());
        return Optional.empty();
    }

    private Optional<BandView> typedWeight(Form form) {
        if (live().usable()) {
            chosen.close();
            return Bands.refused(Refusal.SCALE_WORKS);
        }
        Optional<Mass> typed = French.parseKilos(form.text("entry", 20)).filter(Mass::isPositive);
        if (typed.isEmpty()) {
            return Bands.refused(Refusal.BAD_WEIGHT);
        }
        chosen.typed = typed;
        chosen.back();
        return Optional.empty();
    }

    private Optional<BandView> record(Form form) {
        Optional<CategoryCode> category = chosen.parking ? Optional.of(Catalog.UNCLASSIFIED) : chosen.category;
        if (category.isEmpty()) {
            return Bands.missing(texts.get("go.category"));
        }
        boolean confirmed = form.optional("confirmed", 5).equals(Optional.of("true"));
        WeighInRequest request = new WeighInRequest(
                category.get(),
                chosen.parking ? chosen.parkingJourney(station.site()) : chosen.journey(station.site()),
                chosen.container,
                chosen.typedFor(live()),
                chosen.shelving || chosen.leaves() || chosen.load.isPresent() ? Optional.empty() : chosen.commune,
                confirmed && chosen.panel == WeighInChoices.Panel.QUESTION,
                chosen.beside());
        Answer answer = recorded(form.token(), request);
        return switch (answer) {
            case Answer.Done _ -> {
                chosen.recorded();
                yield Bands.undoable(answer, UNDO);
            }
            case Answer.Asked(var question, var _, var sentence) -> {
                ask(question, sentence);
                yield Optional.empty();
            }
            case Answer.Refused(var refusal, var _, var _) -> {
                if (refusal == Refusal.PARKED_GONE) {
                    chosen.putBack();
                }
                chosen.back();
                yield Bands.of(answer);
            }
        };
    }

    private Answer recorded(String token, WeighInRequest request) {
        if (chosen.taken.isPresent()) {
            return weighIns.takeUp(station, token, request, chosen.taken.get().id(), clock.instant());
        }
        return chosen.parking
                ? weighIns.park(
                        station, token, request, new Parking(chosen.reason, chosen.photo), scale.get(), clock.instant())
                : weighIns.record(station, token, request, scale.get(), clock.instant());
    }

    private Optional<BandView> slip(Form form) {
        return Bands.of(weighIns.printSlip(
                station,
                form.token(),
                chosen.to(station.site()),
                chosen.beside().document(),
                clock.instant()));
    }

    private void ask(Question question, String sentence) {
        if (question != Question.UNUSUAL_WEIGHT) {
            throw new IllegalStateException("not a question of weighing: " + question);
        }
        chosen.panel = WeighInChoices.Panel.QUESTION;
        chosen.question = sentence;
    }

    private Optional<BandView> undo(Form form) {
        FactId id;
        try {
            id = FactId.parse(form.text("id", 60));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a weighing");
        }
        return Bands.of(weighIns.reverse(station, form.token(), id, clock.instant()));
    }
}
