package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.money.Money;
import fr.lamine.pos.TestCounter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChainAuditTest {

    @TempDir
    Path root;

    private final List<String> said = new ArrayList<>();

    /// The start looks at the last 200 entries; this one lies before them.
    @Test
    void anEntryChangedLongAgoIsFoundBehindTheRunningCounter() throws Exception {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            counter.sell(TerminalStore.VERIFIED_AT_START + 5, Money.cents(100));
            assertEquals(Optional.empty(), audit(counter).broken());
        }
        change("UPDATE journal SET body = replace(body, '\"total\":100', '\"total\":900') WHERE seq = 3");
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            assertEquals(Optional.empty(), counter.report.ended(), "the start does not look that far back");
            assertEquals(Optional.of(1), audit(counter).broken());
            assertEquals(2, counter.store.head().journal().generation());
            assertEquals(List.of("l’écriture 901/1/3 a un contenu qui a été changé."), said);
            counter.sell(1, Money.cents(100));
            assertEquals(
                    TerminalStore.VERIFIED_AT_START + 6, counter.store.totals().tickets());
        }
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            ChainAudit audit = audit(counter);
            assertEquals(Optional.of(1), audit.broken(), "what is broken stays known");
            assertEquals(2, audit.checked());
            assertEquals(2, counter.store.head().journal().generation(), "and ends no other generation");
            assertEquals(1, said.size(), "and is no news any more");
        }
    }

    private ChainAudit audit(TestCounter counter) throws InterruptedException {
        ChainAudit audit = new ChainAudit(
                        counter.store,
                        () -> counter.station.machineContext(counter.book.current(), counter.now),
                        said::add)
                .start();
        audit.join();
        return audit;
    }

    private void change(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/terminal.db"));
                var plain = connection.createStatement()) {
            plain.execute("DROP TRIGGER journal_never_changes");
            assertEquals(1, plain.executeUpdate(statement));
        }
    }
}
