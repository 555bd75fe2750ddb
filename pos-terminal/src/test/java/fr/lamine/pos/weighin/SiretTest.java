package fr.lamine.pos.weighin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiretTest {

    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "732 829 320 00074", "35600000000048", "35600000049837"})
    void aRightKeyIsTakenSpacesAside(String typed) {
        assertEquals(14, Siret.parse(typed).orElseThrow().digits().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "73282932000075", "7328293200007", "732829320000742", "7328293200007A", "00000000000000"})
    void anythingElseIsNot(String typed) {
        assertEquals(Optional.empty(), Siret.parse(typed));
        assertThrows(IllegalArgumentException.class, () -> new Siret(typed));
    }

    @Test
    void oneChangedDigitAndTwoSwappedNeighboursAreNoticed() {
        String right = "73282932000074";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            assertEquals(Optional.empty(), Siret.parse(right.substring(0, i) + other + right.substring(i + 1)));
        }
        assertEquals(Optional.empty(), Siret.parse("37282932000074"));
    }

    @Test
    void itIsShownInItsGroups() {
        assertEquals("732 829 320 00074", new Siret("73282932000074").spaced());
    }
}
