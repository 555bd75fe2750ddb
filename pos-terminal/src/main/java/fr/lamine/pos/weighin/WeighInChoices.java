package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.web.CategoryTiles;
import java.util.Optional;
import java.util.OptionalInt;

/// What is chosen on the weigh-in screen and not recorded yet. Lost with the process, and no harm done.
final class WeighInChoices {

    enum Panel {
        CATEGORIES,
        SEARCH,
        CONTAINERS,
        SOURCES,
        /// Which mixed load is sorted?
        LOADS,
        /// The last weighings, page by page.
        HISTORY,
        DESTINATIONS,
        /// From where do the goods leave?
        AREAS,
        /// What goes beside the weight, one question a screen.
        SIRET,
        ROUND,
        PARTNER,
        DOCUMENT,
        /// How many, when they are not weighed?
        PIECES,
        /// What became of the rest of what was taken apart?
        REST,
        TYPED,
        /// Why is the thing on the scale kept for later, and what does it look like?
        CAMERA,
        /// What was kept for later.
        PARKED,
        QUESTION
    }

    enum Destination {
        SORTING,
        SHOP,
        WORKSHOP,
        RECYCLED,
        WASTE,
        DECHETERIE,
        REUSED_ELSEWHERE,
        GIVEN,
        THEFT,
        BREAKAGE
    }

    Panel panel = Panel.CATEGORIES;
    String family = CategoryTiles.FAVOURITES;
    int page;
    String word = "";
    String question = "";
    Optional<CategoryCode> category = Optional.empty();
    Optional<String> container = Optional.empty();
    Source source = Source.DROP_OFF;
    Optional<String> siret = Optional.empty();
    Optional<String> round = Optional.empty();
    Optional<String> commune = Optional.empty();
    Destination destination = Destination.SORTING;
    Area leavingFrom = Area.SORTING;
    Optional<String> partner = Optional.empty();
    Optional<String> document = Optional.empty();
    boolean shelving;

    /// The mixed load that is being sorted.
    Optional<CategoryCode> load = Optional.empty();

    /// The labelled thing that is taken apart; its category is the load then.
    Optional<Dismantling> dismantled = Optional.empty();

    /// What lies on the scale is to be kept for later.
    boolean parking;

    ParkedFor reason = ParkedFor.ASK;
    Optional<Photo> photo = Optional.empty();

    /// What was kept for later and is sorted now; the load is the unclassified goods then.
    Optional<ParkedThing> taken = Optional.empty();

    Optional<Mass> typed = Optional.empty();

    /// Counted and not weighed: each piece has the average weight of its category.
    OptionalInt pieces = OptionalInt.empty();

    void sort(Optional<CategoryCode> mixed) {
        load = mixed;
        dismantled = Optional.empty();
        taken = Optional.empty();
    }

    void park() {
        close();
        parking = true;
        panel = Panel.CAMERA;
    }

    void takeUp(ParkedThing thing) {
        recorded();
        sort(Optional.of(Catalog.UNCLASSIFIED));
        taken = Optional.of(thing);
        category = Optional.empty();
        shelving = false;
    }

    void dismantle(Dismantling thing) {
        close();
        sort(Optional.of(thing.category()));
        dismantled = Optional.of(thing);
        shelving = false;
    }

    void putBack() {
        if (taken.isPresent()) {
            sort(Optional.empty());
        }
    }

    /// Back to the categories.
    void close() {
        panel = Panel.CATEGORIES;
        word = "";
        parking = false;
        reason = ParkedFor.ASK;
        photo = Optional.empty();
    }

    /// Back to where a container or a weight was asked for.
    void back() {
        if (parking) {
            panel = Panel.CAMERA;
        } else {
            close();
        }
    }

    /// The next weighing of the same kind is one touch away; container, count and a typed weight belong to this one.
    void recorded() {
        putBack();
        close();
        typed = Optional.empty();
        container = Optional.empty();
        pieces = OptionalInt.empty();
    }

    /// Where goods come from and go to stays with the counter, what lay on the scale goes with the person.
    void forget() {
        recorded();
        family = CategoryTiles.FAVOURITES;
        page = 0;
        category = Optional.empty();
        commune = Optional.empty();
        document = Optional.empty();
        shelving = false;
        sort(Optional.empty());
    }

    void comesFrom(Source from) {
        source = from;
        siret = Optional.empty();
        round = Optional.empty();
        shelving = false;
        sort(Optional.empty());
    }

    void goesTo(Destination to) {
        destination = to;
        partner = Optional.empty();
        document = Optional.empty();
        leavingFrom = isLost() ? Area.SHOP : Area.SORTING;
        shelving = false;
    }

    /// A typed weight counts only as long as no scale can be used.
    Optional<Mass> typedFor(LiveScale live) {
        return live.usable() ? Optional.empty() : typed;
    }

    boolean leaves() {
        return !shelving && load.isEmpty() && !isStock();
    }

    boolean isLost() {
        return destination == Destination.THEFT || destination == Destination.BREAKAGE;
    }

    /// Whether a paper can go with the goods: they leave for somebody.
    boolean hasPapers() {
        return !shelving && !isStock() && !isLost() && destination != Destination.GIVEN;
    }

    private boolean isStock() {
        return switch (destination) {
            case SORTING, SHOP, WORKSHOP -> true;
            case RECYCLED, WASTE, DECHETERIE, REUSED_ELSEWHERE, GIVEN, THEFT, BREAKAGE -> false;
        };
    }

    Optional<Outcome> outcome() {
        return switch (destination) {
            case SORTING, SHOP, WORKSHOP, THEFT, BREAKAGE -> Optional.empty();
            case RECYCLED -> Optional.of(Outcome.RECYCLED);
            case WASTE -> Optional.of(Outcome.WASTE);
            case DECHETERIE -> Optional.of(Outcome.DECHETERIE);
            case REUSED_ELSEWHERE -> Optional.of(Outcome.REUSED_ELSEWHERE);
            case GIVEN -> Optional.of(Outcome.GIVEN);
        };
    }

    /// Where a thing comes from that is kept for later.
    Journey parkingJourney(SiteCode site) {
        return load.<Journey>map(mixed -> new Journey.SortedOut(mixed, Account.place(site, Area.SORTING)))
                .orElseGet(() -> new Journey.TakenIn(new Account.From(source, giver()), Area.SORTING));
    }

    /// Whether what lies on the scale comes in or out of a load; what leaves or goes to the shop is known already.
    boolean mayPark() {
        return !shelving && taken.isEmpty() && dismantled.isEmpty() && (load.isPresent() || isStock());
    }

    Journey journey(SiteCode site) {
        if (shelving) {
            return new Journey.Shelved();
        }
        if (load.isPresent()) {
            return new Journey.SortedOut(load.get(), to(site));
        }
        return to(site) instanceof Account.Place(var _, var area)
                ? new Journey.TakenIn(new Account.From(source, giver()), area)
                : new Journey.SentAway(leavingFrom, to(site));
    }

    private Optional<String> giver() {
        return source == Source.BUSINESS ? siret : Optional.empty();
    }

    Account to(SiteCode site) {
        return switch (destination) {
            case SORTING -> Account.place(site, Area.SORTING);
            case SHOP -> Account.place(site, Area.SHOP);
            case WORKSHOP -> Account.place(site, Area.WORKSHOP);
            case THEFT -> new Account.Adjustment(site, Cause.THEFT);
            case BREAKAGE -> new Account.Adjustment(site, Cause.BREAKAGE);
            case RECYCLED, WASTE, DECHETERIE, REUSED_ELSEWHERE, GIVEN ->
                new Account.Gone(outcome().orElseThrow(), partner);
        };
    }

    Beside beside() {
        boolean comes = !shelving && load.isEmpty() && isStock() && source == Source.HOME_COLLECTION;
        Optional<String> from = comes ? round : Optional.empty();
        if (parking) {
            return new Beside(from, Optional.empty(), OptionalInt.empty());
        }
        Optional<String> paper =
                dismantled.map(Dismantling::document).or(() -> hasPapers() ? document : Optional.empty());
        return new Beside(from, paper, taken.isPresent() ? OptionalInt.empty() : pieces);
    }
}
