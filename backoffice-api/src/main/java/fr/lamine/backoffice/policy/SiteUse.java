package fr.lamine.backoffice.policy;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A place of which anything was ever told stays in the books, and so in the settings.
final class SiteUse {

    private SiteUse() {}

    /// Why a place cannot be taken away; empty when all that are missing were never used.
    static Optional<String> refusal(Handle handle, Catalog before, Catalog after) {
        List<SiteCode> kept = after.sites().stream().map(Site::code).toList();
        return before.sites().stream()
                .filter(site -> !kept.contains(site.code()))
                .filter(site -> isUsed(handle, site.code()) || isNamed(after, site.code()))
                .findFirst()
                .map(site -> "« " + site.name() + " » reste : des caisses ou des réglages y sont attachés,"
                        + " ou des kilos et des euros y ont été comptés. Vous pouvez changer son nom.");
    }

    private static boolean isUsed(Handle handle, SiteCode site) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM terminal WHERE site = :site)
                            OR EXISTS (SELECT 1 FROM enrolment_code WHERE site = :site)
                            OR EXISTS (SELECT 1 FROM transfer_leg WHERE destination = :site)
                            OR EXISTS (SELECT 1 FROM movement WHERE site = :site OR account_from LIKE :account
                                                                OR account_to LIKE :account)""")
                .bind("site", site.code())
                .bind("account", "%:" + site.code() + ":%")
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isNamed(Catalog catalog, SiteCode site) {
        return catalog.till().vat().stream().anyMatch(rule -> rule.site().equals(Optional.of(site)))
                || catalog.till().campaigns().stream()
                        .flatMap(campaign -> campaign.sites().stream())
                        .anyMatch(site::equals);
    }
}
