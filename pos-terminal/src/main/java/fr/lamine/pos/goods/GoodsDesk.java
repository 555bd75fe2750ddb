package fr.lamine.pos.goods;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.text.French;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.BandView.UndoView;
import io.helidon.webserver.http.HttpRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The routes of a list, under the path of the screen that it belongs to.
public final class GoodsDesk {

    /// Changes the list that stands in the store.
    public interface Changing {

        /// @param token absent for a scan
        Answer change(Optional<String> token, Instant now, Function<GoodsList, Verdict> change);
    }

    private final String path;
    private final GoodsChoices chosen;
    private final Changing list;
    private final ReferenceBook book;
    private final JournalKind kind;
    private final Supplier<Optional<CounterScale>> scale;
    private final InstantSource clock;

    public GoodsDesk(
            String path,
            GoodsChoices chosen,
            Changing list,
            ReferenceBook book,
            JournalKind kind,
            Supplier<Optional<CounterScale>> scale,
            InstantSource clock) {
        this.path = path;
        this.chosen = chosen;
        this.list = list;
        this.book = book;
        this.kind = kind;
        this.scale = scale;
        this.clock = clock;
    }

    public void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post(path + "/page", posts.in(screen, this::page))
                .post(path + "/retirer", posts.in(screen, this::remove))
                .post(path + "/lot", posts.in(screen, this::whole))
                .post(path + "/vrac", posts.in(screen, this::loose))
                .post(path + "/tuiles", posts.in(screen, this::tiles))
                .post(path + "/categorie", posts.in(screen, this::category))
                .post(path + "/poids", posts.in(screen, this::typed))
                .post(path + "/moyenne", posts.in(screen, this::averaged))
                .post(path + "/ajouter", posts.in(screen, this::add))
                .post(path + "/quitter", posts.in(screen, this::leaving));
    }

    public LiveScale live() {
        return LiveScale.of(scale.get(), clock.instant());
    }

    /// The last scan can be taken back for some seconds.
    public Optional<BandView> said(Answer answer, ScannedCode code) {
        if (answer instanceof Answer.Done(var sentence, var _)
                && code instanceof ScannedCode.ItemLabel(var item, var _)) {
            chosen.page = -1;
            return Optional.of(
                    BandView.undoable(Bands.id(), sentence, new UndoView(path + "/retirer", "1:" + item.digits())));
        }
        return Bands.of(answer);
    }

    /// A container on the scale, while something is weighed.
    ///
    /// @return empty when the scan is none of the weighing
    public Optional<Optional<BandView>> container(ScannedCode code) {
        if (!chosen.weighing || !(code instanceof ScannedCode.ContainerTag(var container))) {
            return Optional.empty();
        }
        if (book.current().catalog().container(container).isEmpty()) {
            return Optional.of(Bands.refused(Refusal.UNKNOWN_CONTAINER));
        }
        chosen.container = Optional.of(container);
        return Optional.of(Optional.empty());
    }

    private Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    /// `1:<code>` takes one piece back, `0:<code>` the label, `L:<place>` a weighing.
    private Optional<BandView> remove(Form form) {
        String what = form.text("id", 20);
        if (what.matches("L:[0-9]{1,3}")) {
            int place = Integer.parseInt(what.substring(2));
            return Bands.refusals(list.change(
                    Optional.of(form.token()),
                    clock.instant(),
                    l -> place < l.loose().size()
                            ? new GoodsRules.Added(l.withoutLoose(place), "")
                            : new GoodsRules.No(Refusal.NO_SUCH_LINE.with())));
        }
        ItemCode code = item(what.replaceFirst("^[01]:", ""));
        boolean one = what.startsWith("1:");
        return Bands.refusals(list.change(
                Optional.of(form.token()),
                clock.instant(),
                l -> l.line(code).isPresent()
                        ? new GoodsRules.Added(one ? l.withoutOne(code) : l.without(code), "")
                        : new GoodsRules.No(Refusal.NO_SUCH_LINE.with())));
    }

    private Optional<BandView> whole(Form form) {
        ItemCode code = item(form.text("id", 20));
        return Bands.refusals(list.change(
                Optional.of(form.token()), clock.instant(), l -> GoodsRules.whole(l, code, clock.instant())));
    }

    private static ItemCode item(String digits) {
        if (!ItemCode.isWellFormed(digits)) {
            throw BadRequest.malformed("not an item");
        }
        return new ItemCode(digits);
    }

    private Optional<BandView> loose(Form form) {
        chosen.weighing = form.text("on", 5).equals("true");
        chosen.added();
        return Optional.empty();
    }

    private Optional<BandView> leaving(Form form) {
        chosen.leaving = form.text("on", 5).equals("true");
        return Optional.empty();
    }

    private Optional<BandView> tiles(Form form) {
        chosen.tiles = form.number("page");
        return Optional.empty();
    }

    private Optional<BandView> category(Form form) {
        String code = form.text("category", 60);
        if (!code.matches("[a-z][a-z0-9_]{0,59}")) {
            throw BadRequest.malformed("not a category");
        }
        if (book.current().catalog().category(new CategoryCode(code)).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        chosen.category = Optional.of(new CategoryCode(code));
        return Optional.empty();
    }

    private Optional<BandView> typed(Form form) {
        if (live().usable()) {
            return Bands.refused(Refusal.SCALE_WORKS);
        }
        Optional<Mass> typed = French.parseKilos(form.text("entry", 20)).filter(Mass::isPositive);
        if (typed.isEmpty()) {
            return Bands.refused(Refusal.BAD_WEIGHT);
        }
        chosen.typed = typed;
        return Optional.empty();
    }

    private Optional<BandView> averaged(Form form) {
        String entry = form.text("entry", 20);
        if (!entry.matches("[0-9]{1,4}")) {
            return Bands.refused(Refusal.BAD_PIECES);
        }
        Optional<CategoryCode> category = chosen.category;
        return category.isEmpty()
                ? Bands.refused(Refusal.UNKNOWN_CATEGORY)
                : added(list.change(
                        Optional.of(form.token()),
                        clock.instant(),
                        l -> GoodsRules.averaged(
                                l,
                                category.get(),
                                Integer.parseInt(entry),
                                book.current().catalog(),
                                book.current().catalogRevision(),
                                clock.instant())));
    }

    private Optional<BandView> add(Form form) {
        Optional<CategoryCode> category = chosen.category;
        if (category.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        Instant now = clock.instant();
        Optional<Mass> typed = chosen.typedFor(live());
        Optional<String> container = chosen.container;
        return added(list.change(
                Optional.of(form.token()),
                now,
                l -> GoodsRules.weighed(
                        l,
                        category.get(),
                        GrossWeight.take(kind, scale.get(), typed, now),
                        container,
                        book.current().catalog(),
                        now)));
    }

    private Optional<BandView> added(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.added();
            chosen.weighing = false;
            chosen.page = -1;
        }
        return Bands.of(answer);
    }
}
