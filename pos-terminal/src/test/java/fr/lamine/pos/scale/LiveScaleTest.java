package fr.lamine.pos.scale;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveScaleTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);

    private static boolean expired(Optional<LocalDate> sticker, LocalDate today) {
        return new LiveScale(Optional.empty(), sticker).expired(today);
    }

    @Test
    void aStickerHoldsOnItsLastDayAndNotOnTheNext() {
        assertFalse(expired(Optional.of(LAST_DAY), LAST_DAY));
        assertTrue(expired(Optional.of(LAST_DAY), LAST_DAY.plusDays(1)));
        assertFalse(expired(Optional.empty(), LAST_DAY), "a scale without a sticker has none that runs out");
    }
}
