package fr.lamine.pos.web;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The categories as tiles: the favourites first, then by family or by word.
public final class CategoryTiles {

    /// The chip of the favourites: the categories that the catalog names first.
    public static final String FAVOURITES = "";

    private CategoryTiles() {}

    public static List<ChipView> families(Catalog catalog, Texts texts, String chosen) {
        List<ChipView> chips = new ArrayList<>();
        chips.add(new ChipView(FAVOURITES, texts.get("weigh.favourites"), chosen.equals(FAVOURITES)));
        catalog.categories().stream()
                .map(Category::family)
                .distinct()
                .forEach(family -> chips.add(new ChipView(family, family, chosen.equals(family))));
        return chips;
    }

    public static List<Category> inFamily(Catalog catalog, String family) {
        return family.equals(FAVOURITES)
                ? catalog.categories().stream().limit(TilesView.MOST).toList()
                : catalog.categories().stream()
                        .filter(c -> c.family().equals(family))
                        .toList();
    }

    /// Every category, favourites first as the catalog has them.
    public static List<Category> all(Catalog catalog) {
        return catalog.categories();
    }

    /// Categories whose name holds the word, accents and case aside; all of them for an empty word.
    public static List<Category> matching(Catalog catalog, String word) {
        String wanted = plain(word.strip());
        return catalog.categories().stream()
                .filter(c -> plain(c.name()).contains(wanted))
                .toList();
    }

    public static TilesView page(List<Category> categories, Optional<CategoryCode> chosen, int page) {
        return page(categories, chosen, page, TilesView.MOST);
    }

    /// @param most tiles there is room for, the way to the next page counted
    public static TilesView page(List<Category> categories, Optional<CategoryCode> chosen, int page, int most) {
        return TilesView.page(
                categories.stream()
                        .map(c ->
                                new TileView(c.code().code(), c.name(), c.icon(), chosen.equals(Optional.of(c.code()))))
                        .toList(),
                page,
                most);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
