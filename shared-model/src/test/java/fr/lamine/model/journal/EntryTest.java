package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Keys.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryTest {

    private static final SigningKey KEY = SigningKey.generate();
    private static final Entry ENTRY = Chain.seal(
            Head.empty(JournalId.parse("901/1")),
            Instant.parse("2026-11-23T13:32:05.000999Z"),
            "weigh-in.1",
            Json.writeFact(SampleFacts.weighIn()),
            KEY);
    private static final String TEXT = Json.write(ENTRY);

    @Test
    void nineLinesAreSigned() {
        assertEquals(
                List.of(
                        "lamine-journal-1",
                        "901",
                        "1",
                        "1",
                        "2026-11-23T13:32:05.000Z",
                        "weigh-in.1",
                        KEY.verifyingKey().keyId(),
                        "0".repeat(64),
                        ENTRY.bodyHash()),
                List.of(ENTRY.signedText().split("\n", -1)));
        assertEquals(Optional.empty(), Chain.checkSeal(ENTRY, KEY.verifyingKey()));
        assertEquals(Optional.empty(), Chain.checkLink(Head.empty(ENTRY.journal()), ENTRY));
        assertEquals("901/1/1", ENTRY.id().toString());
    }

    @Test
    void anEntryReadsBackFromItsJson() {
        assertEquals(ENTRY, Json.read(TEXT, Entry.class));
    }

    @Test
    void anotherKeyDoesNotHaveItsSeal() {
        assertEquals(
                Optional.of(Finding.UNKNOWN_KEY),
                Chain.checkSeal(ENTRY, SigningKey.generate().verifyingKey()));
    }

    @Test
    void anEntryFollowsOneHeadOnly() {
        for (Head wrong : List.of(
                Head.empty(JournalId.parse("902/1")),
                Head.empty(JournalId.parse("901/2")),
                new Head(JournalId.parse("901/1"), 1, "ab".repeat(32)))) {
            assertEquals(Optional.of(Finding.NUMBER_OUT_OF_ORDER), Chain.checkLink(wrong, ENTRY));
        }
        Head head = Head.empty(ENTRY.journal()).after(ENTRY);
        Entry second = Chain.seal(head, ENTRY.recordedAt(), ENTRY.type(), ENTRY.body(), KEY);
        assertEquals(Optional.empty(), Chain.checkLink(head, second));
        Head other = new Head(ENTRY.journal(), 1, "ab".repeat(32));
        assertEquals(Optional.of(Finding.CHAIN_BROKEN), Chain.checkLink(other, second));
    }

    @Test
    void anEntryOutOfFormOrBoundsIsUnreadable() {
        for (String bad : List.of(
                TEXT.replace("\"generation\":1", "\"generation\":0"),
                TEXT.replace("\"seq\":1", "\"seq\":0"),
                TEXT.replace("\"seq\":1", "\"seq\":1.0"),
                TEXT.replace("05.000Z", "05.0001Z"),
                TEXT.replace("05.000Z", "65.000Z"),
                TEXT.replace("weigh-in.1", "weigh-in"),
                TEXT.replace("weigh-in.1", "Weigh-in.1"),
                TEXT.replace("weigh-in.1", "weigh-in.0"),
                TEXT.replace("\"901\"", "\"000\""),
                TEXT.replace(ENTRY.keyId(), ENTRY.keyId().substring(1)),
                TEXT.replace("0".repeat(64), "0".repeat(63)),
                TEXT.replace(ENTRY.hash(), ENTRY.hash().toUpperCase()),
                TEXT.replace(ENTRY.signature(), "A".repeat(201)),
                TEXT.replace("lamine-journal-1", "x".repeat(41)),
                TEXT.replace("\"format\"", "\"vormat\""),
                TEXT.replace("Arcueil", "x".repeat(Entry.MAX_BODY_BYTES)))) {
            assertThrows(Json.Unreadable.class, () -> Json.read(bad, Entry.class), bad);
        }
    }

    /// UTF-8 has no bytes for half a character: Java would sign a question mark in its place.
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\udc00", "\\udc00\\ud83d"})
    void halfACharacterIsNoBody(String half) {
        assertThrows(Json.Unreadable.class, () -> Json.read(TEXT.replace("Arcueil", half), Entry.class));
    }

    @Test
    void aHeadBeforeTheFirstEntryHasNoHash() {
        assertThrows(IllegalArgumentException.class, () -> new Head(ENTRY.journal(), 0, "ab".repeat(32)));
        assertThrows(IllegalArgumentException.class, () -> new Head(ENTRY.journal(), -1, Head.NO_HASH));
        assertThrows(IllegalArgumentException.class, () -> new Head(ENTRY.journal(), 1, "xyz"));
    }
}
