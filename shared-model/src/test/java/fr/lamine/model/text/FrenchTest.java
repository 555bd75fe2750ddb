package fr.lamine.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.Seeded;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrenchTest {

    @ParameterizedTest
    @CsvSource({"1800, '18,00_€'", "5, '0,05_€'", "0, '0,00_€'", "-1250, '−12,50_€'", "123456789, '1_234_567,89_€'"})
    void eurosAreWrittenWithACommaAndNarrowSpaces(long cents, String text) {
        assertEquals(text.replace('_', French.NARROW), French.euros(Money.cents(cents)));
    }

    @ParameterizedTest
    @CsvSource({"12340, '12,340_kg'", "7, '0,007_kg'", "-350, '−0,350_kg'", "1234567, '1_234,567_kg'"})
    void kilosShowEveryGram(long grams, String text) {
        assertEquals(text.replace('_', French.NARROW), French.kg(Mass.grams(grams)));
    }

    @ParameterizedTest
    @CsvSource({"6214499, '6_214_kg'", "6214500, '6_215_kg'", "-1500, '−2_kg'", "-499, '0_kg'", "499, '0_kg'"})
    void reportsRoundToTheKilo(long grams, String text) {
        assertEquals(text.replace('_', French.NARROW), French.wholeKg(Mass.grams(grams)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, '0_%'",
        "36, 1000, '3,6_%'",
        "1, 3000, '0_%'",
        "1, 2000, '0,1_%'",
        "9994, 100000, '10_%'",
        "9949, 100000, '9,9_%'",
        "1049, 10000, '10_%'",
        "105, 1000, '11_%'",
        "92, 100, '92_%'",
        "3, 2, '150_%'",
        "10000000000000, 10000000000000, '100_%'"
    })
    void sharesAreRoundedHalfUp(long part, long whole, String text) {
        assertEquals(text.replace('_', French.NARROW), French.percent(part, whole));
    }

    @Test
    void daysAndTimesAreFrench() {
        assertEquals("23/11/2026", French.day(LocalDate.of(2026, 11, 23)));
        assertEquals("14:32", French.time(Instant.parse("2026-11-23T13:32:05Z"), ZoneId.of("Europe/Paris")));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,50', 150",
        "'1.50', 150",
        "'1,5', 150",
        "'3', 300",
        "' 3 ', 300",
        "'18,00 €', 1800",
        "'18€', 1800",
        "'0,05', 5",
        "'1 234,50', 123450",
        "'0', 0",
        "'007', 700"
    })
    void anAmountIsReadAsPeopleTypeIt(String text, long cents) {
        assertEquals(Optional.of(Money.cents(cents)), French.parseEuros(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "€",
                "abc",
                "1,505",
                "1,,5",
                "1.5.0",
                ",50",
                "1,",
                "-1",
                "−1",
                "+1",
                "1 50",
                "1 2345",
                "3 kg",
                "12345678",
                "1e3",
                "0x10",
                "١",
                "1,50 € €",
                "Infinity",
                "NaN"
            })
    void anAmountThatCouldMeanAnythingElseIsRefused(String text) {
        assertEquals(Optional.empty(), French.parseEuros(text));
    }

    @ParameterizedTest
    @CsvSource({"'12,34', 12340", "'12.340', 12340", "'7', 7000", "'0,005 kg', 5", "'1,5kg', 1500"})
    void kilosAreReadToTheGram(String text, long grams) {
        assertEquals(Optional.of(Mass.grams(grams)), French.parseKilos(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2345", "3 €", "12 kg 5", "-1", "kg", "99999999"})
    void kilosThatCouldMeanAnythingElseAreRefused(String text) {
        assertEquals(Optional.empty(), French.parseKilos(text));
    }

    @Test
    void whatIsWrittenReadsBack() {
        Seeded.loop(2_000, random -> {
            Money money = Money.cents(random.nextLong(1_000_000_000L));
            Mass mass = Mass.grams(random.nextLong(1_000_000_000L));
            assertEquals(Optional.of(money), French.parseEuros(French.euros(money)));
            assertEquals(Optional.of(mass), French.parseKilos(French.kg(mass)));
        });
    }

    @Test
    void anEndlessTextIsRefusedAtOnce() {
        assertEquals(Optional.empty(), French.parseEuros(" ".repeat(1_000_000) + "1"));
    }
}
