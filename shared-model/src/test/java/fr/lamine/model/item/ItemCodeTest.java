package fr.lamine.model.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemCodeTest {

    @ParameterizedTest
    @CsvSource({
        "040123456789, 3",
        "200100000001, 2",
        "290200012345, 2",
        "978207040850, 4",
        "977153000010, 5",
        "200000000000, 8",
        "9638507, 4"
    })
    void aCheckDigitIsThatOfGs1(String digits, int check) {
        assertEquals(digits + check, Ean.withCheckDigit(digits));
        assertTrue(Ean.isValid(digits + check));
    }

    @Test
    void noOtherCheckDigitAndNoSingleWrongDigitIsTaken() {
        Seeded.loop(500, random -> {
            String code = ItemCode.of(random.nextInt(1_000), random.nextInt(ItemCode.MAX_SERIAL + 1))
                    .digits();
            int at = random.nextInt(13);
            char other = (char) ('0' + (code.charAt(at) - '0' + random.nextInt(1, 10)) % 10);
            String wrong = code.substring(0, at) + other + code.substring(at + 1);
            assertFalse(Ean.isValid(wrong), wrong + " for " + code);
        });
    }

    @Test
    void aCodeHoldsItsTerminalAndSerial() {
        Seeded.loop(500, random -> {
            int terminal = random.nextInt(1_000);
            int serial = random.nextInt(ItemCode.MAX_SERIAL + 1);
            ItemCode code = ItemCode.of(terminal, serial);
            assertEquals(terminal, code.terminal());
            assertEquals(serial, code.serial());
            assertEquals(code, new ItemCode(code.digits()));
            assertEquals(code.digits(), code.spaced().replace(" ", ""));
        });
        assertEquals("04 101 0000412 7", ItemCode.of(101, 412).spaced());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "04", "0410100004128", "3410100004127", "041010000412", "04101000041270", "0410100O04127"})
    void whatIsNoCodeOfOursIsRefused(String digits) {
        assertThrows(IllegalArgumentException.class, () -> new ItemCode(digits));
    }

    @Test
    void terminalAndSerialHaveBounds() {
        assertThrows(IllegalArgumentException.class, () -> ItemCode.of(1_000, 1));
        assertThrows(IllegalArgumentException.class, () -> ItemCode.of(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> ItemCode.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> ItemCode.of(1, ItemCode.MAX_SERIAL + 1));
    }
}
