package fr.lamine.pos.weighin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeighInRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Context CONTEXT = new Context(
            new SiteCode("ARCUEIL"),
            new StationCode("P1"),
            new OperatorCode("AWA"),
            NOW,
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            3,
            "0.1.0");
    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final Journey DONATION = new Journey.TakenIn(Source.DROP_OFF, Area.SORTING);

    private static WeighInRequest request(Optional<String> container, Optional<Mass> typed, boolean confirmed) {
        return new WeighInRequest(DISHES, DONATION, container, typed, Optional.empty(), confirmed);
    }

    private static final WeighInRequest PLAIN = request(Optional.empty(), Optional.empty(), false);

    private static CounterScale scale(ScaleReading reading) {
        return new CounterScale(ScaleIdentity.emulated("SOL-1", "Balance au sol"), _ -> reading);
    }

    private static ScaleReading stable(long grams) {
        return new ScaleReading.Stable(Mass.grams(grams), Basis.GROSS, "ST,GS,+013.540kg", NOW);
    }

    private static WeighInRules.Verdict judge(JournalKind kind, ScaleReading reading, WeighInRequest request) {
        GrossWeight gross = GrossWeight.take(kind, Optional.of(scale(reading)), request.typed(), NOW);
        return WeighInRules.judge(request, gross, StartingCatalog.read(), CONTEXT);
    }

    private static Refusal refusal(WeighInRules.Verdict verdict) {
        Answer answer = assertInstanceOf(WeighInRules.Answered.class, verdict).answer();
        return assertInstanceOf(Answer.Refused.class, answer).refusal();
    }

    @Test
    void eachReadingThatIsNoWeightIsRefusedInItsOwnWords() {
        record Row(ScaleReading reading, Refusal refusal) {}
        Row[] rows = {
            new Row(new ScaleReading.Unstable(Mass.grams(900), Basis.GROSS, "US", NOW), Refusal.UNSTABLE),
            new Row(new ScaleReading.Moving("?A", NOW), Refusal.UNSTABLE),
            new Row(new ScaleReading.UnderZero("-", NOW), Refusal.UNDER_ZERO),
            new Row(new ScaleReading.Overload("OL", NOW), Refusal.OVERLOAD),
            new Row(new ScaleReading.NotReady(Cause.DISCONNECTED, NOW), Refusal.NO_SCALE),
            new Row(new ScaleReading.NotReady(Cause.STARTING, NOW), Refusal.NO_SCALE),
            new Row(new ScaleReading.NotReady(Cause.STALE, NOW), Refusal.STALE),
            new Row(new ScaleReading.NotReady(Cause.UNREADABLE, NOW), Refusal.UNREADABLE),
            new Row(new ScaleReading.NotReady(Cause.UNKNOWN_UNIT, NOW), Refusal.UNREADABLE),
            new Row(new ScaleReading.NotReady(Cause.NOT_LEVEL, NOW), Refusal.UNREADABLE),
            new Row(new ScaleReading.NotReady(Cause.REFUSED, NOW), Refusal.UNREADABLE),
            new Row(stable(0), Refusal.NOTHING_THERE)
        };
        for (Row row : rows) {
            assertEquals(row.refusal(), refusal(judge(JournalKind.DEMO, row.reading(), PLAIN)), row.toString());
        }
    }

    @Test
    void aWeighingIsRecordedWithItsContainerAndItsScale() {
        var verdict =
                judge(JournalKind.DEMO, stable(13_540), request(Optional.of("BAC-GRIS"), Optional.empty(), false));
        Fact.WeighIn fact = assertInstanceOf(WeighInRules.Record.class, verdict).fact();
        assertEquals(Mass.grams(12_340), fact.weight().net());
        assertEquals(Mass.grams(1_200), fact.weight().tare());
        var provenance =
                assertInstanceOf(MassProvenance.Weighed.class, fact.weight().provenance());
        assertEquals("SOL-1", provenance.scale());
        assertEquals("ST,GS,+013.540kg", provenance.rawFrame());
        assertTrue(provenance.emulated());
        assertEquals("source:DROP_OFF", fact.from().code());
        assertEquals("place:ARCUEIL:SORTING", fact.to().code());
    }

    @Test
    void anEmulatedScaleIsRefusedInARealJournal() {
        assertEquals(Refusal.EMULATED_SCALE, refusal(judge(JournalKind.REAL, stable(5_000), PLAIN)));
        assertInstanceOf(WeighInRules.Record.class, judge(JournalKind.TRAINING, stable(5_000), PLAIN));
    }

    @Test
    void aContainerHeavierThanTheReadingOrUnknownOrTaredTwiceIsRefused() {
        var boxed = request(Optional.of("BAC-GRIS"), Optional.empty(), false);
        assertEquals(Refusal.BELOW_TARE, refusal(judge(JournalKind.DEMO, stable(1_200), boxed)));
        assertEquals(Refusal.BELOW_TARE, refusal(judge(JournalKind.DEMO, stable(900), boxed)));
        var unknown = request(Optional.of("BAC-VERT"), Optional.empty(), false);
        assertEquals(Refusal.UNKNOWN_CONTAINER, refusal(judge(JournalKind.DEMO, stable(5_000), unknown)));
        var net = new ScaleReading.Stable(Mass.grams(5_000), Basis.NET, "ST,NT,+005.000kg", NOW);
        assertEquals(Refusal.SCALE_TARED, refusal(judge(JournalKind.DEMO, net, boxed)));
    }

    @Test
    void anUnusualWeightIsAskedAboutOnceAndThenTaken() {
        var asked = assertInstanceOf(WeighInRules.Answered.class, judge(JournalKind.DEMO, stable(80_001), PLAIN));
        assertInstanceOf(Answer.Asked.class, asked.answer());
        assertInstanceOf(WeighInRules.Record.class, judge(JournalKind.DEMO, stable(80_000), PLAIN));
        assertInstanceOf(
                WeighInRules.Record.class,
                judge(JournalKind.DEMO, stable(80_001), request(Optional.empty(), Optional.empty(), true)));
    }

    @Test
    void aTypedWeightIsTakenOnlyWhenTheScaleCannotTell() {
        var typed = request(Optional.empty(), Optional.of(Mass.grams(4_000)), false);
        Set<Refusal> seen = EnumSet.noneOf(Refusal.class);
        seen.add(refusal(judge(JournalKind.DEMO, stable(4_100), typed)));
        seen.add(refusal(judge(JournalKind.DEMO, new ScaleReading.UnderZero("-", NOW), typed)));
        assertEquals(EnumSet.of(Refusal.SCALE_WORKS), seen);
        for (ScaleReading cannotTell : new ScaleReading[] {
            new ScaleReading.NotReady(Cause.DISCONNECTED, NOW), new ScaleReading.Overload("OL", NOW)
        }) {
            var record = assertInstanceOf(WeighInRules.Record.class, judge(JournalKind.REAL, cannotTell, typed));
            assertInstanceOf(MassProvenance.Typed.class, record.fact().weight().provenance());
        }
        var zero = request(Optional.empty(), Optional.of(Mass.ZERO), false);
        assertEquals(
                Refusal.BAD_WEIGHT,
                refusal(judge(JournalKind.DEMO, new ScaleReading.NotReady(Cause.DISCONNECTED, NOW), zero)));
    }

    @Test
    void withoutAnyScaleAndNothingTypedThereIsNoWeight() {
        GrossWeight none = GrossWeight.take(JournalKind.DEMO, Optional.empty(), Optional.empty(), NOW);
        assertEquals(Refusal.NO_SCALE, refusal(WeighInRules.judge(PLAIN, none, StartingCatalog.read(), CONTEXT)));
    }

    @Test
    void anUnknownCategoryAndABadCommuneAreRefused() {
        var category = new WeighInRequest(
                new CategoryCode("licorne"), DONATION, Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertEquals(Refusal.UNKNOWN_CATEGORY, refusal(judge(JournalKind.DEMO, stable(5_000), category)));
        for (String commune : new String[] {"a".repeat(61), "Arcueil\u0007"}) {
            var bad = new WeighInRequest(
                    DISHES, DONATION, Optional.empty(), Optional.empty(), Optional.of(commune), false);
            assertEquals(Refusal.BAD_COMMUNE, refusal(judge(JournalKind.DEMO, stable(5_000), bad)));
        }
    }

    @Test
    void everyJourneyNamesTwoAccounts() {
        record Row(Journey journey, String from, String to) {}
        Row[] rows = {
            new Row(new Journey.TakenIn(Source.STREET, Area.SHOP), "source:STREET", "place:ARCUEIL:SHOP"),
            new Row(new Journey.TakenIn(Source.DROP_OFF, Area.WORKSHOP), "source:DROP_OFF", "place:ARCUEIL:WORKSHOP"),
            new Row(new Journey.Shelved(), "place:ARCUEIL:SORTING", "place:ARCUEIL:SHOP"),
            new Row(new Journey.SentAway(Area.SORTING, Outcome.RECYCLED), "place:ARCUEIL:SORTING", "outcome:RECYCLED")
        };
        for (Row row : rows) {
            var request = new WeighInRequest(
                    DISHES, row.journey(), Optional.empty(), Optional.empty(), Optional.of(" 94110 "), false);
            var fact = assertInstanceOf(WeighInRules.Record.class, judge(JournalKind.DEMO, stable(5_000), request))
                    .fact();
            assertEquals(row.from(), fact.from().code());
            assertEquals(row.to(), fact.to().code());
            assertEquals(Optional.of("94110"), fact.commune());
        }
    }

    private static WeighInRequest sorting(CategoryCode load) {
        Journey toShop = new Journey.SortedOut(load, Account.place(CONTEXT.site(), Area.SHOP));
        return new WeighInRequest(DISHES, toShop, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    @Test
    void whatIsSortedOutOfALoadKeepsItsGramsAndChangesItsName() {
        var verdict = judge(JournalKind.DEMO, stable(2_450), sorting(Catalog.UNCLASSIFIED));
        Fact.WeighIn fact = assertInstanceOf(WeighInRules.Record.class, verdict).fact();
        assertEquals(Optional.of(Catalog.UNCLASSIFIED), fact.was());
        assertEquals(DISHES, fact.category());
        assertEquals(Mass.grams(2_450), fact.weight().net());
        assertEquals("place:ARCUEIL:SORTING", fact.from().code());
        assertEquals("place:ARCUEIL:SHOP", fact.to().code());
    }

    @Test
    void aLoadIsNotSortedIntoItself() {
        WeighInRequest stays = new WeighInRequest(
                DISHES,
                new Journey.SortedOut(DISHES, Account.place(CONTEXT.site(), Area.SORTING)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        assertEquals(Refusal.SAME_AS_LOAD, refusal(judge(JournalKind.DEMO, stable(2_450), stays)));
    }

    @Test
    void whatLeavesALoadUnderItsOwnNameOnlyChangesItsPlace() {
        var verdict = judge(JournalKind.DEMO, stable(2_450), sorting(DISHES));
        Fact.WeighIn fact = assertInstanceOf(WeighInRules.Record.class, verdict).fact();
        assertEquals(Optional.empty(), fact.was());
        assertEquals("place:ARCUEIL:SORTING", fact.from().code());
        assertEquals("place:ARCUEIL:SHOP", fact.to().code());
    }
}
