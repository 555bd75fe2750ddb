package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.LiveScale;
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
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The labelling screen.
public final class LabellingPage implements CounterScreen {

    private final Labels labels;
    private final ReferenceBook book;
    private final Station station;
    private final Supplier<Optional<CounterScale>> scale;
    private final Texts texts;
    private final InstantSource clock;
    private final LabellingPicture picture;
    private final OwnLabels own;
    private final LabelChoices chosen = new LabelChoices();
    private volatile Optional<Fact.Labelled> draft = Optional.empty();

    public LabellingPage(
            Labels labels,
            ReferenceBook book,
            Station station,
            Supplier<Optional<CounterScale>> scale,
            OwnLabels own,
            Texts texts,
            InstantSource clock) {
        this.labels = labels;
        this.book = book;
        this.station = station;
        this.scale = scale;
        this.texts = texts;
        this.clock = clock;
        this.own = own;
        this.picture = new LabellingPicture(labels, book, station, texts);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post("/etiquettes/categorie", posts.in(this, this::category))
                .post("/etiquettes/page", posts.in(this, this::page))
                .post("/etiquettes/retour", posts.in(this, this::back))
                .post("/etiquettes/prix", posts.in(this, this::price))
                .post("/etiquettes/pieces", posts.in(this, this::pieces))
                .post("/etiquettes/poids", posts.in(this, this::mass))
                .post("/etiquettes/origine", posts.in(this, this::origin))
                .post("/etiquettes/titre", posts.in(this, this::title))
                .post("/etiquettes/imprimer", posts.in(this, this::print))
                .post("/etiquettes/prix-seul", posts.in(this, this::priceTags))
                .post("/etiquettes/reimprimer", posts.in(this, this::printAgain))
                .get("/etiquettes/{code}.png", this::png);
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.LABELLING;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        LiveScale live = live();
        draft = chosen.category.isPresent() && chosen.price.isPresent() ? draft(live, operator) : Optional.empty();
        return picture.view(chosen, live, draft.or(() -> chosen.shown.flatMap(own::of)));
    }

    @Override
    public Optional<LiveWeight> weight() {
        return Optional.of(picture.weight(chosen, live()));
    }

    @Override
    public void leave() {
        chosen.forget();
    }

    /// A label of ours stands on the screen as it was printed; one of a sheet that names nothing yet gets the next
    /// thing.
    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        if (code instanceof ScannedCode.ItemLabel(var free, var _) && labels.isFree(free)) {
            chosen.shown = Optional.empty();
            chosen.stuck = Optional.of(free);
            return Optional.empty();
        }
        if (!(code instanceof ScannedCode.ItemLabel(var item, var _))
                || own.of(item).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_LABEL);
        }
        chosen.forget();
        chosen.shown = Optional.of(item);
        return Optional.empty();
    }

    private Optional<Fact.Labelled> draft(LiveScale live, Operator operator) {
        Reference reference = book.current();
        LabelRules.Verdict verdict = LabelRules.judge(
                chosen.draft(live),
                () -> new GrossWeight.No(Refusal.NO_SCALE),
                chosen.stuck.orElseGet(own::nextCode),
                reference.catalog(),
                station.context(operator.code(), reference, clock.instant()));
        return switch (verdict) {
            case LabelRules.Made(var fact, var _) -> Optional.of(fact);
            case LabelRules.Answered _ -> Optional.empty();
        };
    }

    private LiveScale live() {
        return LiveScale.of(scale.get(), clock.instant());
    }

    private Optional<BandView> category(Form form) {
        String code = form.text("category", 60);
        if (!code.matches("[a-z][a-z0-9_]{0,59}")) {
            throw BadRequest.malformed("not a category");
        }
        CategoryCode category = new CategoryCode(code);
        if (book.current().catalog().category(category).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        chosen.begin(category);
        return Optional.empty();
    }

    private Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    /// Back to the categories; the label that sticks already is let go at the second step.
    private Optional<BandView> back(Form form) {
        Optional<ItemCode> kept = chosen.category.isPresent() ? chosen.stuck : Optional.empty();
        chosen.forget();
        chosen.stuck = kept;
        return Optional.empty();
    }

    private Optional<BandView> price(Form form) {
        return price(form.filled("amount", 12).or(() -> form.filled("entry", 12)));
    }

    private Optional<BandView> price(Optional<String> text) {
        Optional<Money> price = text.flatMap(French::parseEuros).filter(p -> p.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0);
        if (price.isEmpty()) {
            return Bands.refused(Refusal.BAD_PRICE);
        }
        chosen.price = price;
        return Optional.empty();
    }

    private Optional<BandView> pieces(Form form) {
        String entry = form.text("entry", 12);
        if (!entry.matches("[1-9][0-9]{0,3}")) {
            return Bands.refused(Refusal.BAD_PIECES);
        }
        chosen.pieces = Integer.parseInt(entry);
        return Optional.empty();
    }

    private Optional<BandView> mass(Form form) {
        Optional<String> basis = form.filled("basis", 12);
        Optional<String> entry = form.filled("entry", 12);
        if (basis.isPresent()) {
            chosen.wanted = Optional.of(form.constant("basis", LabelChoices.Basis.class));
            if (chosen.wanted.get() != LabelChoices.Basis.TYPED) {
                chosen.typed = Optional.empty();
                return Optional.empty();
            }
        }
        Optional<Mass> typed = entry.flatMap(French::parseKilos).filter(Mass::isPositive);
        if (typed.isPresent()) {
            chosen.typed = typed;
            chosen.wanted = Optional.of(LabelChoices.Basis.TYPED);
            return Optional.empty();
        }
        return entry.isPresent() ? Bands.refused(Refusal.BAD_WEIGHT) : Optional.empty();
    }

    private Optional<BandView> origin(Form form) {
        Area origin = form.constant("origin", Area.class);
        if (origin != Area.SORTING && origin != Area.SHOP) {
            throw BadRequest.malformed("a label comes from sorting or from the shop");
        }
        chosen.origin = origin;
        return Optional.empty();
    }

    private Optional<BandView> title(Form form) {
        chosen.title = form.text("title", 60).strip();
        return Optional.empty();
    }

    /// A price for any thing of the category, as many times as pieces are chosen.
    private Optional<BandView> priceTags(Form form) {
        Optional<BandView> no = priced(form);
        if (no.isPresent()) {
            return no;
        }
        return Bands.of(labels.priceTags(
                station, form.token(), chosen.category.orElseThrow(), chosen.price, chosen.pieces, clock.instant()));
    }

    /// Digits typed and not yet said to be anything are the price.
    private Optional<BandView> priced(Form form) {
        if (chosen.category.isEmpty()) {
            return Bands.missing(texts.get("go.category"));
        }
        Optional<String> typed = form.filled("entry", 12);
        return typed.isPresent() && chosen.price.isEmpty() ? price(typed) : Optional.empty();
    }

    private Optional<BandView> print(Form form) {
        Optional<BandView> no = priced(form);
        if (no.isPresent()) {
            return no;
        }
        form.filled("title", 60).ifPresent(title -> chosen.title = title);
        Answer answer = labels.make(station, form.token(), chosen.request(live()), scale.get(), clock.instant());
        switch (answer) {
            case Answer.Done(var _, var fact) -> {
                chosen.forget();
                chosen.shown = fact.flatMap(own::of).map(Fact.Labelled::code);
            }
            case Answer.Asked _ -> chosen.asked = true;
            case Answer.Refused _ -> chosen.asked = false;
        }
        return Bands.of(answer);
    }

    private Optional<BandView> printAgain(Form form) {
        FactId id;
        try {
            id = FactId.parse(form.text("id", 60));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a label");
        }
        return Bands.of(labels.printAgain(station, form.token(), id, clock.instant()));
    }

    private void png(ServerRequest request, ServerResponse response) {
        String digits = request.path().pathParameters().get("code");
        if (!ItemCode.isWellFormed(digits)) {
            throw BadRequest.malformed("not an item code");
        }
        ItemCode code = new ItemCode(digits);
        Optional<Fact.Labelled> label = station.operator().isPresent()
                ? draft.filter(d -> d.code().equals(code)).or(() -> own.of(code))
                : Optional.empty();
        if (label.isEmpty()) {
            throw BadRequest.notFound(request.path().path());
        }
        response.header(HeaderNames.CONTENT_TYPE, "image/png")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(own.png(label.get()));
    }
}
