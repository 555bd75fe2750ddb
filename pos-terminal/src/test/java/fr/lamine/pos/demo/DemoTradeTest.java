package fr.lamine.pos.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Json;
import fr.lamine.pos.TestCounter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTradeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final long SEED = 20_261_123;

    @TempDir
    Path folder;

    @Test
    void aWeekOfTradeIsRecordedAsFactsOnItsOwnDays() {
        List<Fact> facts = week("first");
        assertTrue(facts.stream().anyMatch(Fact.WeighIn.class::isInstance));
        assertTrue(facts.stream().anyMatch(Fact.Labelled.class::isInstance));
        assertTrue(facts.stream()
                .anyMatch(f -> f instanceof Fact.Sale s && !s.change().equals(fr.lamine.model.money.Money.ZERO)));
        assertTrue(facts.stream()
                .skip(1)
                .allMatch(f -> !f.context().businessDay().isBefore(MONDAY)
                        && f.context().businessDay().isBefore(MONDAY.plusDays(7))));
    }

    @Test
    void theSameSeedTellsTheSameWeek() {
        assertEquals(
                week("one").stream().skip(1).map(Json::writeFact).toList(),
                week("two").stream().skip(1).map(Json::writeFact).toList());
    }

    @Test
    void madeUpTradeNeverEntersARealJournal() {
        try (TestCounter real = TestCounter.open(folder.resolve("real"), 101, JournalKind.REAL)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new DemoTrade(ShopProfile.ARCUEIL, SEED, real.station, real.commands, real.book));
        }
    }

    private List<Fact> week(String name) {
        try (TestCounter counter = TestCounter.open(folder.resolve(name))) {
            DemoTrade trade = new DemoTrade(ShopProfile.ARCUEIL, SEED, counter.station, counter.commands, counter.book);
            long recorded = trade.play(
                    MONDAY, MONDAY.plusDays(7), new DemoTrade.Worker(TestCounter.CASHIER.code(), TestCounter.PIN));
            List<Fact> facts = new ArrayList<>();
            for (long seq = 1; seq <= counter.store.head().seq(); seq++) {
                facts.add(counter.store
                        .fact(new FactId(counter.store.head().journal(), seq))
                        .orElseThrow());
            }
            assertEquals(recorded + 1, facts.size());
            return facts;
        }
    }
}
