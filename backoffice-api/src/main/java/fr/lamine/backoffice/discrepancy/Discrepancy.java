package fr.lamine.backoffice.discrepancy;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import java.util.Optional;

/// Something that does not match (*écart*). Kind and subject are its identity: the same facts in any order of arrival
/// find the same discrepancies.
///
/// @param scope what is judged as a whole when it is judged again
/// @param fact  the fact that shows it, when it is one fact
/// @param text  a plain French sentence
public record Discrepancy(
        Kind kind, String subject, String scope, Optional<SiteCode> site, Optional<FactId> fact, String text) {

    public static String ofFact(FactId fact) {
        return "fact:" + fact;
    }

    public static String ofItem(ItemCode item) {
        return "item:" + item;
    }
}
