package fr.lamine.backoffice.online;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.site.SiteCode;
import java.time.Instant;
import java.util.List;

/// Something that is for sale online (*annonce*).
///
/// @param fact  that published it last
/// @param there false when it was sold or given away meanwhile
public record Listing(FactId fact, SiteCode site, CategoryCode category, Words words, Instant at, boolean there) {

    /// What buyers read.
    ///
    /// @param photos SHA-256 of each, the first one in front
    public record Words(
            ItemCode item,
            ChannelCode channel,
            String title,
            String description,
            Condition condition,
            Money price,
            Mass mass,
            List<String> photos) {
        public Words {
            photos = List.copyOf(photos);
        }
    }
}
