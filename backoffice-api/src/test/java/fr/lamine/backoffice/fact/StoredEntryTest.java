package fr.lamine.backoffice.fact;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.stock.Area;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StoredEntryTest {

    private final TestTerminal terminal = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(TestOffice.NOON);
    private final Entry entry = terminal.add(TestFacts.weighIn(ARCUEIL, TestOffice.NOON, DISHES, 12_340, Area.SORTING));

    private StoredEntry stored(Entry e, Optional<String> key, boolean chained) {
        return new StoredEntry(entry.id(), e, TestOffice.NOON, key, chained, Optional.empty());
    }

    private Optional<String> key() {
        return Optional.of(terminal.key.verifyingKey().text());
    }

    @Test
    void anEntryAsItWasSealedVerifies() {
        assertEquals(Optional.empty(), stored(entry, key(), true).finding());
    }

    @Test
    void whatIsWrongIsNamed() {
        Entry changed = new Entry(
                entry.format(),
                entry.terminal(),
                entry.generation(),
                entry.seq(),
                entry.recordedAt(),
                entry.type(),
                entry.keyId(),
                entry.prevHash(),
                entry.body().replace("13540", "13541"),
                entry.bodyHash(),
                entry.hash(),
                entry.signature());
        assertTrue(!changed.body().equals(entry.body()), "the body holds its gross");
        assertEquals(
                Optional.of(Finding.BODY_CHANGED), stored(changed, key(), true).finding());
        assertEquals(
                Optional.of(Finding.UNKNOWN_KEY),
                stored(entry, Optional.empty(), true).finding());
        assertEquals(
                Optional.of(Finding.UNKNOWN_KEY),
                stored(entry, Optional.of(SigningKey.generate().verifyingKey().text()), true)
                        .finding());
        assertEquals(
                Optional.of(Finding.CHAIN_BROKEN), stored(entry, key(), false).finding());
    }

    @Test
    void aBodyOfATypeWeDoNotKnowIsKeptAndNotRead() {
        Entry unknown = terminal.seal(TestOffice.NOON, "dance.1", "{}");
        assertEquals(Optional.empty(), stored(unknown, key(), true).fact());
    }
}
