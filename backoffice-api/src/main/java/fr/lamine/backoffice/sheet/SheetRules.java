package fr.lamine.backoffice.sheet;

import fr.lamine.backoffice.sheet.SheetLayout.Stock;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides what a form about sheets asks for. A question that cannot be answered has a sentence for people.
final class SheetRules {

    static final int MAX_SHEETS = 20;
    static final int MAX_ITEMS = 500;
    static final String OTHER = "AUTRE";

    private SheetRules() {}

    sealed interface Read<T> {}

    record Understood<T>(T value) implements Read<T> {}

    record Refused<T>(String sentence) implements Read<T> {}

    static Read<SheetLayout> layout(Function<String, String> field) {
        String chosen = field.apply("planche");
        Optional<Stock> stock = Arrays.stream(Stock.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst();
        if (stock.isPresent()) {
            return new Understood<>(stock.get().layout());
        }
        return measured(field);
    }

    private static Read<SheetLayout> measured(Function<String, String> field) {
        List<Optional<Integer>> measures = Stream.of("largeur", "hauteur", "gauche", "haut", "entre", "dessous")
                .map(name -> tenths(field.apply(name)))
                .toList();
        Optional<Integer> columns = whole(field.apply("colonnes"), 10);
        Optional<Integer> rows = whole(field.apply("lignes"), 20);
        if (columns.isEmpty() || rows.isEmpty() || measures.stream().anyMatch(Optional::isEmpty)) {
            return new Refused<>(
                    "Les mesures de la planche ne sont pas lisibles. Tapez des millimètres, par exemple 38,1.");
        }
        int[] m = measures.stream().mapToInt(Optional::orElseThrow).toArray();
        return SheetLayout.parse("%dx%d %dx%d %d,%d %d,%d"
                        .formatted(columns.get(), rows.get(), m[0], m[1], m[2], m[3], m[4], m[5]))
                .<Read<SheetLayout>>map(Understood::new)
                .orElseGet(() -> new Refused<>(
                        "Ces étiquettes ne tiennent pas sur une feuille A4, ou sont plus petites que 30 × 16 mm."));
    }

    /// Millimetres as people write them; empty for what is none.
    static Optional<Integer> tenths(String millimetres) {
        if (!millimetres.matches("[0-9]{1,3}([.,][0-9])?")) {
            return Optional.empty();
        }
        String[] parts = millimetres.split("[.,]");
        return Optional.of(Integer.parseInt(parts[0]) * 10 + (parts.length == 2 ? Integer.parseInt(parts[1]) : 0));
    }

    static Read<Integer> sheets(String text) {
        return whole(text, MAX_SHEETS)
                .<Read<Integer>>map(Understood::new)
                .orElseGet(() -> new Refused<>("Tapez de 1 à %d planches.".formatted(MAX_SHEETS)));
    }

    static Read<PriceTag> tag(String category, String price, Catalog catalog) {
        if (!category.matches("[a-z][a-z0-9_]{0,59}")
                || catalog.category(new CategoryCode(category)).isEmpty()) {
            return new Refused<>("Choisissez une catégorie.");
        }
        return French.parseEuros(price)
                .filter(Money::isPositive)
                .filter(euros -> euros.cents() <= 999_999)
                .<Read<PriceTag>>map(euros -> new Understood<>(new PriceTag(new CategoryCode(category), euros)))
                .orElseGet(() -> new Refused<>("Ce prix n’est pas lisible. Tapez par exemple 1,50."));
    }

    /// Labels that are peeled off the first sheet already.
    static Read<Integer> skipped(String first, SheetLayout layout) {
        return whole(first.isEmpty() ? "1" : first, layout.labels())
                .<Read<Integer>>map(place -> new Understood<>(place - 1))
                .orElseGet(() -> new Refused<>("La première étiquette libre va de 1 à %d.".formatted(layout.labels())));
    }

    /// Codes as they are typed or scanned, one a line; none at all for no word.
    static Read<List<ItemCode>> codes(String text) {
        List<ItemCode> codes = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (!(ScannedCode.parse(line.replace(" ", ""), List.of())
                    instanceof ScannedCode.ItemLabel(var code, var _))) {
                return new Refused<>("« %s » n’est pas un code d’article.".formatted(line));
            }
            codes.add(code);
        }
        return codes.size() > MAX_ITEMS
                ? new Refused<>("Au plus %d étiquettes à la fois.".formatted(MAX_ITEMS))
                : new Understood<>(codes);
    }

    private static Optional<Integer> whole(String text, int most) {
        return text.matches("[1-9][0-9]{0,3}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number <= most)
                : Optional.empty();
    }
}
