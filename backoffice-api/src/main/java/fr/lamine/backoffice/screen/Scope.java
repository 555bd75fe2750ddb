package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.Texts;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.util.Optional;

/// @param site absent for all sites together
public record Scope(Optional<SiteCode> site, Period period) {

    /// How an address says "all sites".
    public static final String ALL = "tous";

    /// SQL pattern of the codes of the places looked at.
    public String here() {
        return site.map(s -> "place:" + s + ":%").orElse("place:%");
    }

    public boolean holds(Account account) {
        return account instanceof Place(var where, var _)
                && site.map(where::equals).orElse(true);
    }

    public String siteCode() {
        return site.map(SiteCode::code).orElse(ALL);
    }

    public String siteName(Names names) {
        return site.map(names::site).orElseGet(() -> Texts.t("scope.all-sites"));
    }

    /// A page about the same site and period.
    public Address at(String path) {
        return Address.to(path).with("site", siteCode()).with("periode", period.code());
    }
}
