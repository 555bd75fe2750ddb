package fr.lamine.backoffice.catalog;

import fr.lamine.backoffice.platform.Texts;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Adjustment;
import fr.lamine.model.stock.Account.From;
import fr.lamine.model.stock.Account.Gone;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.text.French;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What codes are called on a page. A code that the catalog no longer knows stands for itself.
public record Names(Catalog catalog) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// Names of the catalog in force.
    public static Names of(Handle handle) {
        return new Names(
                CatalogDao.current(handle).map(CatalogDao.Dated::catalog).orElseGet(StartingCatalog::read));
    }

    public List<Site> sites() {
        return catalog.sites();
    }

    public String site(SiteCode code) {
        return catalog.site(code).map(Site::name).orElseGet(code::code);
    }

    public String category(CategoryCode code) {
        return catalog.category(code).map(Category::name).orElseGet(code::code);
    }

    public String container(String code) {
        return catalog.container(code).map(Container::name).orElse(code);
    }

    public String account(Account account) {
        return switch (account) {
            case Place(var site, var area) -> Texts.t("account.place", Texts.word(area), site(site));
            case Transit(var transfer) -> Texts.t("account.transit", transfer);
            case From(var source, var counterpart) -> Texts.word(source) + counterpart(counterpart);
            case Gone(var outcome, var counterpart) -> Texts.word(outcome) + counterpart(counterpart);
            case Adjustment(var site, var cause) -> Texts.t("account.adjustment", Texts.word(cause), site(site));
        };
    }

    /// The same on a list whose row names the site already.
    public String account(Account account, SiteCode site) {
        return account instanceof Place(var where, var area) && where.equals(site)
                ? Texts.word(area)
                : account(account);
    }

    public ZoneId zone(SiteCode site) {
        return catalog.site(site).map(Site::zone).orElse(PARIS);
    }

    /// `23/11/2026 14:32`, by the site's clock.
    public String moment(Instant instant, SiteCode site) {
        ZoneId zone = zone(site);
        return French.day(instant.atZone(zone).toLocalDate()) + " " + French.time(instant, zone);
    }

    /// The same by the clock of Paris, for what belongs to no site.
    public String moment(Instant instant) {
        return French.day(instant.atZone(PARIS).toLocalDate()) + " " + French.time(instant, PARIS);
    }

    private static String counterpart(Optional<String> code) {
        return code.map(c -> " · " + c).orElse("");
    }
}
