package fr.lamine.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.Seeded;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogTest {

    private static final Category FURNITURE = category("meuble", Optional.empty(), Optional.of(20_000L));
    private static final Category CHAIR = category("chaise", Optional.of("meuble"), Optional.of(7_000L));
    private static final Category STOOL = category("tabouret", Optional.of("chaise"), Optional.empty());

    @Test
    void theNearestAncestorGivesTheAverage() {
        Catalog catalog =
                catalog(List.of(FURNITURE, CHAIR, STOOL, category("lit", Optional.of("meuble"), Optional.empty())));
        assertEquals(Optional.of(Mass.grams(7_000)), catalog.averagePiece(STOOL.code()));
        assertEquals(Optional.of(Mass.grams(7_000)), catalog.averagePiece(CHAIR.code()));
        assertEquals(Optional.of(Mass.grams(20_000)), catalog.averagePiece(new CategoryCode("lit")));
        assertEquals(Optional.empty(), catalog.averagePiece(new CategoryCode("inconnue")));
    }

    @Test
    void inAnyTreeTheAverageIsTheOneFoundByClimbing() {
        Seeded.loop(300, random -> {
            List<Category> tree = new ArrayList<>();
            Map<String, Long> expected = new HashMap<>();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                Optional<String> parent =
                        i == 0 || random.nextInt(5) == 0 ? Optional.empty() : Optional.of("c" + random.nextInt(i));
                Optional<Long> own = parent.isEmpty() || random.nextInt(3) == 0
                        ? Optional.of(1L + random.nextInt(50_000))
                        : Optional.empty();
                tree.add(category("c" + i, parent, own));
                expected.put("c" + i, own.orElseGet(() -> expected.get(parent.orElseThrow())));
            }
            Catalog catalog = catalog(tree);
            expected.forEach((code, grams) ->
                    assertEquals(Optional.of(Mass.grams(grams)), catalog.averagePiece(new CategoryCode(code)), code));
        });
    }

    @Test
    void aTreeWithoutOrderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> catalog(List.of(CHAIR, FURNITURE)));
        assertThrows(IllegalArgumentException.class, () -> catalog(List.of(FURNITURE, FURNITURE)));
        assertThrows(
                IllegalArgumentException.class,
                () -> catalog(List.of(category("meuble", Optional.empty(), Optional.empty()))));
        List<Category> many = new ArrayList<>();
        for (int i = 0; i <= Catalog.MAX_CATEGORIES; i++) {
            many.add(category("c" + i, Optional.empty(), Optional.of(1L)));
        }
        assertThrows(IllegalArgumentException.class, () -> catalog(many));
    }

    @Test
    void aCategoryWithoutWeightOrWithTooManyPricesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> category("meuble", Optional.empty(), Optional.of(0L)));
        assertThrows(IllegalArgumentException.class, () -> priced(1, 2, 3, 4, 5, 6, 7));
        assertThrows(IllegalArgumentException.class, () -> priced(-1));
        assertThrows(IllegalArgumentException.class, () -> priced(200, 100));
        assertEquals(2, priced(100, 200).prices().size());
        for (String code : List.of("", "Meuble", "1a", "a-b", "é", "a".repeat(61))) {
            assertThrows(IllegalArgumentException.class, () -> new CategoryCode(code), code);
        }
    }

    @Test
    void aContainerHasACodeANameAndATare() {
        assertThrows(IllegalArgumentException.class, () -> new Container("BAC GRIS", "Bac", Mass.grams(1_200)));
        assertThrows(IllegalArgumentException.class, () -> new Container("BAC", " ", Mass.grams(1_200)));
        assertThrows(IllegalArgumentException.class, () -> new Container("BAC", "Bac", Mass.grams(-1)));
        Container box = new Container("BAC", "Bac", Mass.grams(1_200));
        Catalog catalog = new Catalog(List.of(), List.of(FURNITURE), List.of(box), VatRegime.EXEMPT_261_7);
        assertEquals(Optional.of(box), catalog.container("BAC"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Catalog(List.of(), List.of(FURNITURE), List.of(box, box), VatRegime.EXEMPT_261_7));
    }

    private static Catalog catalog(List<Category> categories) {
        return new Catalog(List.of(), categories, List.of(), VatRegime.EXEMPT_261_7);
    }

    private static Category category(String code, Optional<String> parent, Optional<Long> average) {
        return new Category(
                new CategoryCode(code),
                parent.map(CategoryCode::new),
                code,
                "Maison",
                "armchair",
                Optional.of(Stream.DEA),
                average.map(Mass::grams),
                Mass.grams(200_000),
                List.of());
    }

    private static Category priced(long... cents) {
        List<Money> prices = new ArrayList<>();
        for (long c : cents) {
            prices.add(Money.cents(c));
        }
        return new Category(
                new CategoryCode("livre"),
                Optional.empty(),
                "Livres",
                "Loisirs",
                "book",
                Optional.empty(),
                Optional.of(Mass.grams(350)),
                Mass.grams(150_000),
                prices);
    }
}
