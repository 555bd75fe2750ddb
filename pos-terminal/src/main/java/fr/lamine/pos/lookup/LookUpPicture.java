package fr.lamine.pos.lookup;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.lookup.ItemSearch.Found;
import fr.lamine.pos.lookup.ItemSteps.Step;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.LookUpView;
import fr.lamine.pos.web.view.LookUpView.Detail;
import fr.lamine.pos.web.view.LookUpView.Fact;
import fr.lamine.pos.web.view.LookUpView.FilterView;
import fr.lamine.pos.web.view.LookUpView.LookUpPanel;
import fr.lamine.pos.web.view.LookUpView.Option;
import fr.lamine.pos.web.view.LookUpView.Results;
import fr.lamine.pos.web.view.LookUpView.Row;
import fr.lamine.pos.web.view.LookUpView.Voiding;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The screen of the search as it is shown.
final class LookUpPicture {

    static final int MOST_PAGES = 1_000;

    private static final List<Integer> PRICES = List.of(100, 500, 1_000, 2_000, 5_000);
    private static final List<Integer> AGES = List.of(7, 30, 90, 180);

    private final TerminalStore store;
    private final ItemSearch search;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;

    LookUpPicture(
            TerminalStore store,
            ItemSearch search,
            ReferenceBook book,
            Station station,
            Texts texts,
            InstantSource clock) {
        this.store = store;
        this.search = search;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
    }

    /// @param voiding whether somebody is about to void the label of what is shown
    LookUpView view(Wanted wanted, Optional<ItemCode> shown, boolean voiding) {
        LookUpPanel panel = shown.flatMap(search::one)
                .<LookUpPanel>map(found -> voiding ? voiding(found) : detail(found))
                .orElseGet(() -> results(wanted));
        return new LookUpView(panel, wanted.words(), filters(wanted));
    }

    private Results results(Wanted wanted) {
        ItemSearch.Results found = search.find(wanted, Results.ROWS, today());
        return new Results(
                found.rows().stream().map(this::row).toList(),
                Optional.of(wanted.page() - 1).filter(page -> page >= 0),
                Optional.of(wanted.page() + 1).filter(page -> found.more() && page <= MOST_PAGES));
    }

    private Row row(Found found) {
        KnownItem item = found.item();
        return new Row(
                item.code().digits(),
                title(item),
                category(item) + " · " + item.code().spaced(),
                French.euros(item.piecePrice()),
                state(item),
                item.left() < 1);
    }

    private Detail detail(Found found) {
        KnownItem item = found.item();
        List<Fact> lines = new ArrayList<>();
        lines.add(new Fact(texts.get("lookup.code"), item.code().spaced()));
        lines.add(new Fact(texts.get("lookup.category"), category(item)));
        lines.add(new Fact(texts.get("lookup.place"), site(found)));
        lines.add(new Fact(texts.get("lookup.mass"), French.kg(item.pieceMass())));
        if (item.pieces() > 1) {
            lines.add(new Fact(texts.get("lookup.lot"), French.euros(item.lotPrice())));
        }
        found.labelled().ifPresent(day -> lines.add(new Fact(texts.get("lookup.labelled"), French.day(day))));
        List<Step> steps = store.read(sql -> ItemSteps.of(sql, item.code()));
        return new Detail(
                item.code().digits(),
                item.code().spaced(),
                title(item),
                French.euros(item.piecePrice()),
                state(item),
                item.left() < 1,
                lines,
                steps.stream().map(this::step).toList(),
                steps.stream()
                        .filter(step -> step.what() == ItemSteps.What.LABELLED)
                        .filter(_ -> item.voided().isEmpty())
                        .findFirst()
                        .map(step -> step.id().toString()),
                item.left() > 0 && item.voided().isEmpty());
    }

    private Voiding voiding(Found found) {
        KnownItem item = found.item();
        return new Voiding(
                item.code().digits(),
                item.code().spaced(),
                title(item),
                state(item),
                List.of(
                        reason(VoidReason.MISTAKE, "arrows-split"),
                        reason(VoidReason.BROKEN, "alert-triangle"),
                        reason(VoidReason.THROWN_AWAY, "trash")));
    }

    private ChoiceView reason(VoidReason reason, String icon) {
        return new ChoiceView(
                reason.name(), texts.word(reason), texts.get("lookup.void." + reason.name()), icon, false);
    }

    private Fact step(Step step) {
        ZoneId zone = book.current().zone(station.site());
        String when = French.day(LocalDate.ofInstant(step.at(), zone)) + " " + French.time(step.at(), zone);
        return new Fact(when, inWords(step.what()) + step.detail());
    }

    private String inWords(ItemSteps.What what) {
        return switch (what) {
            case LABELLED -> texts.get("lookup.step.labelled");
            case SOLD -> texts.get("lookup.step.sold");
            case BACK -> texts.get("lookup.step.back");
            case GONE -> texts.get("lookup.step.gone");
            case VOIDED -> texts.get("lookup.step.voided");
        };
    }

    private String title(KnownItem item) {
        return item.title().isBlank() ? category(item) : item.title();
    }

    private String category(KnownItem item) {
        return catalog()
                .category(item.category())
                .map(Category::name)
                .orElse(item.category().code());
    }

    private String site(Found found) {
        return catalog().site(found.site()).map(Site::name).orElse(found.site().code());
    }

    private String state(KnownItem item) {
        if (item.voided().isPresent()) {
            return texts.get("lookup.voided", French.day(item.voided().get()));
        }
        if (item.left() < 1) {
            return texts.get("lookup.gone");
        }
        if (item.reservedFor().isPresent()) {
            return texts.get("lookup.reserved");
        }
        return item.pieces() == 1
                ? texts.get("lookup.here")
                : texts.get("lookup.left", French.count(item.left()), French.count(item.pieces()));
    }

    private List<FilterView> filters(Wanted wanted) {
        return List.of(
                filter(
                        "category",
                        catalog().categories().stream()
                                .map(c -> new Option(
                                        c.code().code(),
                                        c.name(),
                                        wanted.category().equals(Optional.of(c.code()))))
                                .toList()),
                filter(
                        "most",
                        PRICES.stream()
                                .map(cents -> new Option(
                                        cents.toString(),
                                        texts.get("lookup.upTo", French.euros(Money.cents(cents))),
                                        wanted.most().equals(Optional.of(Money.cents(cents)))))
                                .toList()),
                filter(
                        "since",
                        AGES.stream()
                                .map(days -> new Option(
                                        days.toString(),
                                        texts.get("lookup.days", days),
                                        wanted.since().equals(Optional.of(days))))
                                .toList()),
                filter(
                        "site",
                        catalog().sites().stream()
                                .map(s -> new Option(
                                        s.code().code(), s.name(), wanted.site().equals(Optional.of(s.code()))))
                                .toList()),
                filter("here", List.of(new Option("oui", texts.get("lookup.onlyHere"), wanted.here()))));
    }

    private FilterView filter(String name, List<Option> options) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", texts.get("lookup.any"), options.stream().noneMatch(Option::chosen)));
        all.addAll(options);
        return new FilterView(name, texts.get("lookup.filter." + name), all);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), book.current().zone(station.site()));
    }

    private Catalog catalog() {
        return book.current().catalog();
    }
}
