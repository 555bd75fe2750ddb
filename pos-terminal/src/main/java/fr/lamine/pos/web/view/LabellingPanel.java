package fr.lamine.pos.web.view;

import java.util.List;

/// What stands above the keypad while labelling.
public sealed interface LabellingPanel {

    record Categories(TilesView tiles) implements LabellingPanel {}

    /// A category is chosen; the grid proposes prices.
    ///
    /// @param proposed at most 3
    /// @param price    the price chosen so far, empty for none
    /// @param pieces   `1`, `6` …
    record Prices(String category, String icon, List<PriceView> proposed, String price, String pieces)
            implements LabellingPanel {
        public Prices {
            proposed = List.copyOf(proposed);
            if (proposed.size() > 3) {
                throw new IllegalArgumentException("three proposed prices at most");
            }
        }
    }
}
