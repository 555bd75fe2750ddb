package fr.lamine.pos.count;

import fr.lamine.model.stock.Area;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.OpenLists;
import java.time.Instant;
import java.util.Optional;

/// A count that is going on at a station.
///
/// @param family whose things are counted; everything when absent
/// @param begun  when the first look was taken
public record OpenCount(Area area, Optional<String> family, Instant begun, GoodsList goods)
        implements OpenLists.Open<OpenCount> {

    @Override
    public OpenCount with(GoodsList changed) {
        return new OpenCount(area, family, begun, changed);
    }
}
