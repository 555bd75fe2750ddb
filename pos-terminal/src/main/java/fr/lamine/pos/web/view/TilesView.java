package fr.lamine.pos.web.view;

import java.util.List;
import java.util.OptionalInt;

/// At most twelve tiles; when more follow, eleven and a way to the next page.
///
/// @param nextPage number of the page that follows; the last page leads back to the first
public record TilesView(List<TileView> tiles, OptionalInt nextPage) {

    public static final int MOST = 12;

    public TilesView {
        tiles = List.copyOf(tiles);
        if (tiles.size() > (nextPage.isPresent() ? MOST - 1 : MOST)) {
            throw new IllegalArgumentException("too many tiles for one screen: " + tiles.size());
        }
    }

    /// Page `page` (from 0; any other number is brought into range) of a list of any length.
    public static TilesView page(List<TileView> all, int page) {
        return page(all, page, MOST);
    }

    /// @param most tiles there is room for, the way to the next page counted
    public static TilesView page(List<TileView> all, int page, int most) {
        if (all.size() <= most) {
            return new TilesView(all, OptionalInt.empty());
        }
        int pages = Math.ceilDiv(all.size(), most - 1);
        int shown = Math.floorMod(page, pages);
        int from = shown * (most - 1);
        List<TileView> tiles = all.subList(from, Math.min(from + most - 1, all.size()));
        return new TilesView(tiles, OptionalInt.of((shown + 1) % pages));
    }
}
