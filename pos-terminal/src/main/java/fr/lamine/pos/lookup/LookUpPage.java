package fr.lamine.pos.lookup;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
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
import java.util.function.Function;

/// Chercher: a question, what answers it, and one thing with all that is known of it. A scan shows the thing.
public final class LookUpPage implements CounterScreen {

    private final Labels labels;
    private final ItemSearch search;
    private final Station station;
    private final InstantSource clock;
    private final LookUpPicture picture;
    private Wanted wanted = Wanted.ANYTHING;
    private Optional<ItemCode> shown = Optional.empty();
    private boolean voiding;

    public LookUpPage(
            TerminalStore store, Labels labels, ReferenceBook book, Station station, Texts texts, InstantSource clock) {
        this.labels = labels;
        this.search = new ItemSearch(store, book);
        this.station = station;
        this.clock = clock;
        this.picture = new LookUpPicture(store, search, book, station, texts, clock);
    }

    /// Reads the words of all things once, so that the first slip of the fingers does not wait for it.
    public void warmUp() {
        search.learn();
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post("/chercher/mot", posts.in(this, this::asks))
                .post("/chercher/page", posts.in(this, this::page))
                .post("/chercher/article", posts.in(this, this::item))
                .post("/chercher/retour", posts.in(this, this::back))
                .post("/chercher/reimprimer", posts.in(this, this::printAgain))
                .post("/chercher/annuler", posts.in(this, this::asksWhy))
                .post("/chercher/annuler/motif", posts.in(this, this::cancel));
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.LOOK_UP;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(wanted, shown, voiding);
    }

    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        if (!(code instanceof ScannedCode.ItemLabel(var item, var _))) {
            return Bands.refused(Refusal.NOT_FOR_THE_TILL);
        }
        if (search.one(item).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CODE_HERE);
        }
        show(item);
        return Optional.empty();
    }

    @Override
    public void leave() {
        wanted = Wanted.ANYTHING;
        shown = Optional.empty();
        voiding = false;
    }

    private void show(ItemCode item) {
        voiding = false;
        shown = Optional.of(item);
    }

    private Optional<BandView> asks(Form form) {
        wanted = new Wanted(
                form.optional("q", 60).orElse("").strip(),
                chosen(form, "category", CategoryCode::new),
                chosen(form, "site", SiteCode::new),
                chosen(form, "most", text -> Money.cents(Long.parseLong(text))),
                chosen(form, "since", Integer::valueOf),
                form.filled("here", 3).isPresent(),
                0);
        shown = Optional.empty();
        voiding = false;
        return Optional.empty();
    }

    private static <T> Optional<T> chosen(Form form, String name, Function<String, T> parse) {
        try {
            return form.filled(name, 60).map(parse);
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a choice of " + name);
        }
    }

    private Optional<BandView> page(Form form) {
        wanted = wanted.withPage(Math.clamp(form.number("page"), 0, LookUpPicture.MOST_PAGES));
        return Optional.empty();
    }

    private Optional<BandView> item(Form form) {
        show(code(form));
        return Optional.empty();
    }

    private static ItemCode code(Form form) {
        String digits = form.text("code", 13);
        if (!ItemCode.isWellFormed(digits)) {
            throw BadRequest.malformed("not an item code");
        }
        return new ItemCode(digits);
    }

    /// From the reasons to the thing, from the thing to the list.
    private Optional<BandView> back(Form form) {
        shown = voiding ? shown : Optional.empty();
        voiding = false;
        return Optional.empty();
    }

    private Optional<BandView> asksWhy(Form form) {
        show(code(form));
        voiding = true;
        return Optional.empty();
    }

    private Optional<BandView> cancel(Form form) {
        VoidReason reason = form.constant("reason", VoidReason.class);
        if (reason == VoidReason.DISMANTLED) {
            throw BadRequest.malformed("a thing is dismantled at the scale");
        }
        ItemCode code = code(form);
        show(code);
        return Bands.of(labels.cancel(station, Optional.of(form.token()), code, reason, clock.instant()));
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
}
