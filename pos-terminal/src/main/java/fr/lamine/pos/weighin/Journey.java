package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.util.Optional;

/// Where weighed goods come from and go to.
public sealed interface Journey {

    /// Somebody gave them; they go to sorting, to the shop or to the workshop.
    record TakenIn(Account.From giver, Area to) implements Journey {
        public TakenIn(Source source, Area to) {
            this(new Account.From(source, Optional.empty()), to);
        }
    }

    /// *Mise en rayon*: from sorting to the shop.
    record Shelved() implements Journey {}

    /// They leave, from where they stood: to somebody, or lost.
    record SentAway(Area from, Account to) implements Journey {
        public SentAway(Area from, Outcome outcome) {
            this(from, Account.gone(outcome));
        }
    }

    /// They are sorted out of a mixed load of another category, which lies in sorting.
    ///
    /// @param then where they go next
    record SortedOut(CategoryCode load, Account then) implements Journey {}

    default Account from(SiteCode site) {
        return switch (this) {
            case TakenIn(var giver, var _) -> giver;
            case Shelved _ -> Account.place(site, Area.SORTING);
            case SentAway(var area, var _) -> Account.place(site, area);
            case SortedOut _ -> Account.place(site, Area.SORTING);
        };
    }

    default Account to(SiteCode site) {
        return switch (this) {
            case TakenIn(var _, var area) -> Account.place(site, area);
            case Shelved _ -> Account.place(site, Area.SHOP);
            case SentAway(var _, var to) -> to;
            case SortedOut(var _, var then) -> then;
        };
    }

    /// The category that the goods had until now, when they get another.
    default Optional<CategoryCode> was() {
        return switch (this) {
            case SortedOut(var load, var _) -> Optional.of(load);
            case TakenIn _, Shelved _, SentAway _ -> Optional.empty();
        };
    }
}
