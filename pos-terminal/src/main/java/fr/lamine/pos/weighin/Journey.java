package fr.lamine.pos.weighin;

import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;

/// Where weighed goods come from and go to.
public sealed interface Journey {

    /// Somebody gave them; they go to sorting, to the shop or to the workshop.
    record TakenIn(Source source, Area to) implements Journey {}

    /// *Mise en rayon*: from sorting to the shop.
    record Shelved() implements Journey {}

    /// They leave, from where they stood.
    record SentAway(Area from, Outcome outcome) implements Journey {}

    default Account from(SiteCode site) {
        return switch (this) {
            case TakenIn(var source, var _) -> Account.from(source);
            case Shelved _ -> Account.place(site, Area.SORTING);
            case SentAway(var area, var _) -> Account.place(site, area);
        };
    }

    default Account to(SiteCode site) {
        return switch (this) {
            case TakenIn(var _, var area) -> Account.place(site, area);
            case Shelved _ -> Account.place(site, Area.SHOP);
            case SentAway(var _, var outcome) -> Account.gone(outcome);
        };
    }
}
