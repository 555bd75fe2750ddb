package fr.lamine.model.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BusinessDayTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// Clocks go back on 25 October 2026 at 01:00 UTC and forward on 29 March 2026 at 01:00 UTC.
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:32:05Z, 04:00, 2026-11-23",
        "2026-11-23T23:30:00Z, 04:00, 2026-11-23",
        "2026-11-24T02:59:59.999Z, 04:00, 2026-11-23",
        "2026-11-24T03:00:00Z, 04:00, 2026-11-24",
        "2026-07-01T01:59:59Z, 04:00, 2026-06-30",
        "2026-07-01T02:00:00Z, 04:00, 2026-07-01",
        "2026-10-25T02:59:59Z, 04:00, 2026-10-24",
        "2026-10-25T03:00:00Z, 04:00, 2026-10-25",
        "2026-03-29T01:59:59Z, 04:00, 2026-03-28",
        "2026-03-29T02:00:00Z, 04:00, 2026-03-29",
        "2026-10-25T00:29:00Z, 02:30, 2026-10-24",
        "2026-10-25T00:31:00Z, 02:30, 2026-10-25",
        "2026-12-31T23:30:00Z, 00:00, 2027-01-01",
        "2027-01-01T01:00:00Z, 04:00, 2026-12-31"
    })
    void aDayOfTradeEndsAtTheCutOffOfTheSitesOwnClock(Instant at, LocalTime cutOff, LocalDate day) {
        assertEquals(day, BusinessDay.of(at, PARIS, cutOff));
        assertEquals(day, new Site(new SiteCode("ARCUEIL"), "Arcueil", "", PARIS, cutOff).businessDay(at));
    }

    @Test
    void codesAreWhatTheirDocumentationSays() {
        for (String wrong : List.of("", "arcueil", "A", "1A", "ARCUEIL-ET-GENTILLY", "A B")) {
            assertThrows(IllegalArgumentException.class, () -> new SiteCode(wrong), wrong);
        }
        for (String wrong : List.of("", "awa", "AWA-D", "A".repeat(13))) {
            assertThrows(IllegalArgumentException.class, () -> new OperatorCode(wrong), wrong);
        }
        for (String wrong : List.of("", "p1", "P_1", "P".repeat(13))) {
            assertThrows(IllegalArgumentException.class, () -> new StationCode(wrong), wrong);
        }
        for (String wrong : List.of("", "000", "1", "0001", "office", "A01")) {
            assertThrows(IllegalArgumentException.class, () -> new TerminalId(wrong), wrong);
        }
    }

    @Test
    void onlyTerminalsFrom900AreForTrainingAndDemonstration() {
        assertEquals("007", TerminalId.of(7).code());
        assertEquals(7, TerminalId.of(7).number());
        assertEquals(0, TerminalId.OFFICE.number());
        assertEquals(
                List.of(false, false, true, true, false),
                List.of("001", "899", "900", "999", "OFFICE").stream()
                        .map(TerminalId::new)
                        .map(TerminalId::isForTrainingOrDemo)
                        .toList());
    }
}
