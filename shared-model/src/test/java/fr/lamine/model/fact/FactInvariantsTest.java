package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactInvariantsTest {

    private static final Place SORTING = Account.place(SampleFacts.ARCUEIL, Area.SORTING);
    private static final Place SHOP = Account.place(SampleFacts.ARCUEIL, Area.SHOP);

    @Test
    void aWeighInGoesFromSomewhereToSomewhereElseAndTouchesOurShelves() {
        assertThrows(IllegalArgumentException.class, () -> weighIn(SORTING, SORTING, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> weighIn(Account.from(Source.STREET), Account.gone(Outcome.WASTE), Optional.empty()));
        assertEquals(SHOP, weighIn(SORTING, SHOP, Optional.empty()).to());
    }

    @Test
    void aCommuneIsAShortWord() {
        Account street = Account.from(Source.STREET);
        assertThrows(IllegalArgumentException.class, () -> weighIn(street, SORTING, Optional.of(" ")));
        assertThrows(IllegalArgumentException.class, () -> weighIn(street, SORTING, Optional.of("x".repeat(61))));
        assertEquals(
                Optional.of("94110"),
                weighIn(street, SORTING, Optional.of("94110")).commune());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 166, 50, 250",
        "10000, 10000, 1, 50, 250",
        "6, 1000, 167, 50, 250",
        "6, 5, 0, 50, 250",
        "6, 0, 0, 50, 250",
        "6, 1000, 166, -1, 250",
        "6, 1000, 166, 1000000, 250",
        "6, 1000, 166, 50, -1"
    })
    void aLabelThatDoesNotAddUpIsRefused(int pieces, long mass, long pieceMass, long piecePrice, long lotPrice) {
        assertThrows(
                IllegalArgumentException.class,
                () -> label("Bols", pieces, mass, pieceMass, piecePrice, lotPrice, SHOP));
    }

    @Test
    void aLabelStaysOnItsSiteAndHasAShortTitle() {
        Place gentilly = Account.place(new SiteCode("GENTILLY"), Area.SHOP);
        assertThrows(IllegalArgumentException.class, () -> label("Bols", 6, 1_000, 166, 50, 250, gentilly));
        assertThrows(IllegalArgumentException.class, () -> label("x".repeat(61), 6, 1_000, 166, 50, 250, SHOP));
        assertEquals(6, label("Bols", 6, 1_000, 166, 50, 250, SHOP).pieces());
    }

    @Test
    void aContextIsToTheMillisecondAndBounded() {
        Instant at = Instant.parse("2026-11-23T13:32:05.123456789Z");
        assertEquals(
                Instant.parse("2026-11-23T13:32:05.123Z"),
                context(at, Optional.empty(), 0, "0.1.0").occurredAt());
        assertThrows(IllegalArgumentException.class, () -> context(at, Optional.empty(), -1, "0.1.0"));
        assertThrows(IllegalArgumentException.class, () -> context(at, Optional.empty(), 0, " "));
        assertThrows(IllegalArgumentException.class, () -> context(at, Optional.empty(), 0, "x".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> context(at, Optional.of("a b"), 0, "0.1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"901/1/42", "OFFICE/3/1", "901/1~1a2b3c4d/42", "001/2147483647/9223372036854775807"})
    void theNameOfAFactReadsBack(String text) {
        assertEquals(text, FactId.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "901",
                "901/1",
                "901/1/0",
                "901/0/1",
                "901/01/1",
                "901/1/01",
                "901/1/+1",
                "901/-1/1",
                "901/1/-1",
                "901~1a2b3c4d/1/1",
                "901/1~/1",
                "901/1~1A2B3C4D/1",
                "901/1~1a2b3c4d5/1",
                "901/1/1/1",
                "000/1/1",
                "901/99999999999/1",
                "901/1/99999999999999999999",
                "901/1/1 "
            })
    void whatNamesNoFactIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> FactId.parse(text));
    }

    @Test
    void factsStandInTheOrderOfTheirJournals() {
        List<String> inOrder = List.of("101/1/2", "101/1/10", "101/1~00000000/1", "101/2/1", "901/1/1", "OFFICE/1/1");
        assertEquals(
                inOrder,
                inOrder.reversed().stream()
                        .map(FactId::parse)
                        .sorted()
                        .map(FactId::toString)
                        .toList());
        assertTrue(JournalId.parse("901/1").branch("1a2b3c4d").equals(JournalId.parse("901/1~1a2b3c4d")));
    }

    private static Fact.WeighIn weighIn(Account from, Account to, Optional<String> commune) {
        return new Fact.WeighIn(
                SampleFacts.context(1),
                SampleFacts.DISHES,
                Weight.untared(Mass.grams(500), new MassProvenance.Typed()),
                from,
                to,
                commune);
    }

    private static Fact.Labelled label(
            String title, int pieces, long mass, long pieceMass, long piecePrice, long lotPrice, Place to) {
        return new Fact.Labelled(
                SampleFacts.context(1),
                SampleFacts.CUPS,
                SampleFacts.DISHES,
                title,
                pieces,
                Mass.grams(mass),
                Mass.grams(pieceMass),
                SampleFacts.WEIGHED,
                Money.cents(piecePrice),
                Money.cents(lotPrice),
                SORTING,
                to,
                Optional.empty());
    }

    @Test
    void aSettledDiscrepancyNamesItAndSaysWhyInOneLine() {
        assertEquals("vu", settled("SOLD_TWICE", "0490100000121", "vu").reason());
        for (String reason : List.of("", " ", "vu ", "une\nautre ligne", "nul\0", "x".repeat(201))) {
            assertThrows(IllegalArgumentException.class, () -> settled("SOLD_TWICE", "0490100000121", reason), reason);
        }
        assertThrows(IllegalArgumentException.class, () -> settled("sold twice", "0490100000121", "vu"));
        assertThrows(IllegalArgumentException.class, () -> settled("SOLD_TWICE", "x".repeat(121), "vu"));
    }

    private static Fact.DiscrepancySettled settled(String kind, String subject, String reason) {
        return new Fact.DiscrepancySettled(SampleFacts.context(1), kind, subject, Optional.empty(), reason);
    }

    private static Context context(Instant at, Optional<String> session, long revision, String version) {
        return new Context(
                SampleFacts.ARCUEIL,
                new StationCode("P1"),
                new OperatorCode("AWA"),
                at,
                LocalDate.of(2026, 11, 23),
                session,
                revision,
                version);
    }
}
