package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelVoidedTest {

    @ParameterizedTest(name = "{0}: {1} to {2}, {3} pieces, {4} g")
    @CsvSource({
        "MISTAKE, place:ARCUEIL:SHOP, place:ARCUEIL:SORTING, 1, 250, true",
        "MISTAKE, place:ARCUEIL:SHOP, place:ARCUEIL:SHOP, 1, 250, true",
        "MISTAKE, place:ARCUEIL:SHOP, place:MONTREUIL:SORTING, 1, 250, false",
        "MISTAKE, place:MONTREUIL:SHOP, place:MONTREUIL:SORTING, 1, 250, false",
        "MISTAKE, place:ARCUEIL:SHOP, outcome:WASTE, 1, 250, false",
        "DISMANTLED, place:ARCUEIL:SHOP, place:ARCUEIL:WORKSHOP, 1, 250, true",
        "DISMANTLED, place:ARCUEIL:SHOP, adjustment:ARCUEIL:BREAKAGE, 1, 250, false",
        "BROKEN, place:ARCUEIL:SHOP, adjustment:ARCUEIL:BREAKAGE, 1, 250, true",
        "BROKEN, place:ARCUEIL:SHOP, adjustment:ARCUEIL:THEFT, 1, 250, false",
        "THROWN_AWAY, place:ARCUEIL:SHOP, outcome:WASTE, 1, 250, true",
        "THROWN_AWAY, place:ARCUEIL:SHOP, outcome:SOLD, 1, 250, false",
        "MISTAKE, place:ARCUEIL:SHOP, place:ARCUEIL:SORTING, 0, 250, false",
        "MISTAKE, place:ARCUEIL:SHOP, place:ARCUEIL:SORTING, 1, 0, false"
    })
    void thingsGoWhereTheReasonSays(
            VoidReason reason, String from, String to, int pieces, long grams, boolean possible) {
        if (possible) {
            assertDoesNotThrow(() -> voided(reason, from, to, pieces, grams));
        } else {
            assertThrows(IllegalArgumentException.class, () -> voided(reason, from, to, pieces, grams));
        }
    }

    private static Fact.LabelVoided voided(VoidReason reason, String from, String to, int pieces, long grams) {
        return new Fact.LabelVoided(
                SampleFacts.context(1),
                ItemCode.of(901, 1),
                SampleFacts.DISHES,
                pieces,
                Mass.grams(grams),
                reason,
                (Place) Account.parse(from),
                Account.parse(to));
    }
}
