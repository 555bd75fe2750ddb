package fr.lamine.backoffice.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.backoffice.sheet.SheetLayout.Stock;
import fr.lamine.backoffice.sheet.SheetRules.Read;
import fr.lamine.backoffice.sheet.SheetRules.Refused;
import fr.lamine.backoffice.sheet.SheetRules.Understood;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SheetRulesTest {

    private static final Map<String, String> RULER = Map.of(
            "planche",
            "AUTRE",
            "colonnes",
            "4",
            "lignes",
            "10",
            "largeur",
            "48,5",
            "hauteur",
            "25.4",
            "gauche",
            "8",
            "haut",
            "21,5",
            "entre",
            "0",
            "dessous",
            "0");

    private static Read<SheetLayout> layout(Map<String, String> fields) {
        return SheetRules.layout(name -> fields.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyStockFitsOnA4AndIsReadAgainFromItsText(Stock stock) {
        assertEquals(
                Optional.of(stock.layout()), SheetLayout.parse(stock.layout().text()));
        assertEquals(new Understood<>(stock.layout()), layout(Map.of("planche", stock.name())));
    }

    @Test
    void anotherStockIsMeasuredWithARuler() {
        assertEquals(new Understood<>(new SheetLayout(4, 10, 485, 254, 80, 215, 0, 0)), layout(RULER));
    }

    @ParameterizedTest
    @CsvSource({
        "colonnes, 0",
        "colonnes, 5",
        "lignes, 11",
        "lignes, dix",
        "largeur, 29,9",
        "largeur, -4",
        "largeur, ''",
        "hauteur, 15,9",
        "gauche, 17",
        "haut, 2543",
        "dessous, 5"
    })
    void aMeasureThatCannotBeIsRefused(String field, String text) {
        Map<String, String> fields = new HashMap<>(RULER);
        fields.put(field, text.replace("'", ""));
        assertInstanceOf(Refused.class, layout(fields), field + "=" + text);
    }

    @Test
    void aPriceNeedsACategoryAndSomethingAboveZero() {
        var catalog = StartingCatalog.read();
        assertEquals(
                new Understood<>(new PriceTag(new CategoryCode("livre"), Money.cents(150))),
                SheetRules.tag("livre", "1,50", catalog));
        for (List<String> row : List.of(
                List.of("", "1"),
                List.of("licorne", "1"),
                List.of("livre", "0"),
                List.of("livre", "cher"),
                List.of("livre", "10000"))) {
            assertInstanceOf(Refused.class, SheetRules.tag(row.getFirst(), row.getLast(), catalog), row.toString());
        }
    }

    @Test
    void codesAreReadOneALineAndAnyOtherWordIsNamed() {
        assertEquals(new Understood<>(List.of()), SheetRules.codes(""));
        assertEquals(
                new Understood<>(List.of(ItemCode.of(101, 412), ItemCode.of(0, 3))),
                SheetRules.codes("04 101 0000412 7\r\n\n" + ItemCode.of(0, 3) + "\n"));
        Read<List<ItemCode>> no = SheetRules.codes("12345");
        assertEquals(
                "« 12345 » n’est pas un code d’article.",
                assertInstanceOf(Refused.class, no).sentence());
    }

    @Test
    void noMoreThanTwentySheetsAndNoPlaceBeyondTheLast() {
        assertEquals(new Understood<>(20), SheetRules.sheets("20"));
        assertInstanceOf(Refused.class, SheetRules.sheets("21"));
        assertInstanceOf(Refused.class, SheetRules.sheets("0"));
        SheetLayout layout = Stock.THREE_BY_EIGHT.layout();
        assertEquals(new Understood<>(23), SheetRules.skipped("24", layout));
        assertEquals(new Understood<>(0), SheetRules.skipped("", layout));
        assertInstanceOf(Refused.class, SheetRules.skipped("25", layout));
        assertThrows(IllegalArgumentException.class, () -> new SheetLayout(0, 1, 700, 370, 0, 0, 0, 0));
    }
}
