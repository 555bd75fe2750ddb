package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.JournalCheck.Problem;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.TerminalId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Everything that a forger may try on a journal, and the entry at which it shows.
final class JournalCheckTest {

    private static final TestJournal SAMPLE = TestJournal.sample();
    private static final List<Entry> GOOD = SAMPLE.entries();

    @Test
    void anUntouchedJournalVerifiesToItsEnd() {
        JournalCheck check = new JournalCheck(Optional.of(SAMPLE.fingerprint()));
        for (Entry entry : GOOD) {
            assertEquals(Optional.empty(), check.next(entry));
        }
        assertEquals(Optional.of(SAMPLE.head()), check.head());
        assertEquals(GOOD.size(), check.entries());
        assertEquals(Optional.of(GOOD.getFirst().id()), check.first());
        assertTrue(check.endsWithExport());
    }

    @Test
    void aChangedBodyShowsWhereverItStands() {
        for (int i = 0; i < GOOD.size(); i++) {
            Entry e = GOOD.get(i);
            assertEquals(
                    problem(e, Finding.BODY_CHANGED),
                    check(with(i, body(e, e.body().replace("AWA", "EVE")))));
        }
    }

    @Test
    void aChangedHashShowsWhereverItStands() {
        for (int i = 0; i < GOOD.size(); i++) {
            Entry e = GOOD.get(i);
            assertEquals(
                    problem(e, Finding.BODY_CHANGED),
                    check(with(i, entry(e, e.prevHash(), e.body(), flip(e.bodyHash()), e.hash(), e.signature()))));
            assertEquals(
                    problem(e, Finding.HASH_WRONG),
                    check(with(i, entry(e, e.prevHash(), e.body(), e.bodyHash(), flip(e.hash()), e.signature()))));
            assertEquals(
                    problem(e, Finding.HASH_WRONG),
                    check(with(i, entry(e, flip(e.prevHash()), e.body(), e.bodyHash(), e.hash(), e.signature()))));
        }
    }

    @Test
    void everyChangedCharacterOfASignatureShows() {
        Entry e = GOOD.get(3);
        for (int at = 0; at < e.signature().length(); at++) {
            char c = e.signature().charAt(at) == 'A' ? 'B' : 'A';
            String forged = e.signature().substring(0, at) + c + e.signature().substring(at + 1);
            assertEquals(
                    problem(e, Finding.SIGNATURE_WRONG),
                    check(with(3, entry(e, e.prevHash(), e.body(), e.bodyHash(), e.hash(), forged))),
                    "character " + at);
        }
    }

    /// The last character before the padding of base64 has bits that decode to nothing.
    @Test
    void aSignatureHasOneSpelling() {
        Entry e = GOOD.get(3);
        byte[] der = Base64.getDecoder().decode(e.signature());
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int spellings = 0;
        for (char c : alphabet.toCharArray()) {
            int at = e.signature().replace("=", "").length() - 1;
            String other = e.signature().substring(0, at) + c + e.signature().substring(at + 1);
            boolean same = Arrays.equals(der, Base64.getDecoder().decode(other));
            spellings += same ? 1 : 0;
            boolean accepted = check(with(3, entry(e, e.prevHash(), e.body(), e.bodyHash(), e.hash(), other)))
                    .isEmpty();
            assertEquals(other.equals(e.signature()), accepted);
        }
        assertTrue(spellings >= 1);
        String unpadded = e.signature().replace("=", "") + "\n";
        assertFalse(check(with(3, entry(e, e.prevHash(), e.body(), e.bodyHash(), e.hash(), unpadded)))
                .isEmpty());
    }

    @Test
    void aBodyChangedWithAllItsHashesStillHasTheWrongSignature() {
        for (int i = 0; i < GOOD.size(); i++) {
            Entry e = GOOD.get(i);
            String body = e.body().replace("AWA", "EVE");
            Entry forged = rehashed(e, e.keyId(), body, e.signature());
            assertEquals(problem(e, Finding.SIGNATURE_WRONG), check(with(i, forged)));
        }
    }

    @Test
    void anEntrySignedByAnotherKeyShows() {
        SigningKey thief = SigningKey.generate();
        for (int i = 0; i < GOOD.size(); i++) {
            Entry e = GOOD.get(i);
            Entry underOldName = rehashed(e, e.keyId(), e.body(), "");
            underOldName = rehashed(e, e.keyId(), e.body(), thief.sign(underOldName.signedText()));
            assertEquals(problem(e, Finding.SIGNATURE_WRONG), check(with(i, underOldName)));
            String name = thief.verifyingKey().keyId();
            Entry underOwnName = rehashed(e, name, e.body(), "");
            underOwnName = rehashed(e, name, e.body(), thief.sign(underOwnName.signedText()));
            assertEquals(problem(e, Finding.UNKNOWN_KEY), check(with(i, underOwnName)));
        }
    }

    @Test
    void anEntryTakenOutShowsAtTheNextOne() {
        for (int i = 0; i + 1 < GOOD.size(); i++) {
            List<Entry> cut = new ArrayList<>(GOOD);
            cut.remove(i);
            Entry next = GOOD.get(i + 1);
            Finding finding = i > 0 && next.seq() == 1 ? Finding.CHAIN_BROKEN : Finding.NUMBER_OUT_OF_ORDER;
            assertEquals(
                    problem(next, finding), check(cut), "without " + GOOD.get(i).id());
        }
    }

    @Test
    void aCutTailShowsByTheMissingExport() {
        for (int end = 1; end < GOOD.size(); end++) {
            JournalCheck check = new JournalCheck(Optional.empty());
            GOOD.subList(0, end).forEach(entry -> assertEquals(Optional.empty(), check.next(entry)));
            assertFalse(check.endsWithExport());
        }
    }

    @Test
    void entriesSwappedOrRepeatedShow() {
        for (int i = 0; i + 1 < GOOD.size(); i++) {
            List<Entry> swapped = new ArrayList<>(GOOD);
            Collections.swap(swapped, i, i + 1);
            assertTrue(check(swapped).isPresent(), "swapped at " + i);
            List<Entry> repeated = new ArrayList<>(GOOD);
            repeated.add(i, GOOD.get(i));
            assertEquals(problem(GOOD.get(i), Finding.NUMBER_OUT_OF_ORDER), check(repeated));
        }
    }

    @Test
    void aWholeJournalMadeAnewIsBetrayedByItsKeyAlone() {
        List<Entry> anew = TestJournal.sample().entries();
        assertEquals(Optional.empty(), check(anew));
        assertEquals(problem(anew.getFirst(), Finding.UNKNOWN_KEY), check(anew, Optional.of(SAMPLE.fingerprint())));
    }

    @Test
    void theNextGenerationNeedsTheWordOfTheKeyBefore() {
        SigningKey next = SigningKey.generate();
        SigningKey thief = SigningKey.generate();
        JournalId second = JournalId.parse("901/2");
        TestJournal lost = firstGeneration();
        Head head = lost.head();
        assertEquals(
                Optional.of(new Problem(FactId.parse("901/2/1"), Finding.UNKNOWN_KEY)),
                check(lost.beginGeneration(second, next, "", head, ContinueCause.CHAIN_BROKEN)
                        .entries()));
        TestJournal stolen = firstGeneration();
        String word = Endorsement.sign(second, next.verifyingKey(), thief);
        assertEquals(
                Optional.of(new Problem(FactId.parse("901/2/1"), Finding.UNKNOWN_KEY)),
                check(stolen.beginGeneration(second, next, word, stolen.head(), ContinueCause.FORK)
                        .entries()));
    }

    @Test
    void theNextGenerationNamesTheEntryThatTheOneBeforeEndedWith() {
        TestJournal journal = firstGeneration();
        SigningKey next = SigningKey.generate();
        JournalId second = JournalId.parse("901/2");
        String word = Endorsement.sign(second, next.verifyingKey(), journal.key());
        Head elsewhere = new Head(journal.head().journal(), journal.head().seq(), "ab".repeat(32));
        assertEquals(
                Optional.of(new Problem(FactId.parse("901/2/1"), Finding.CHAIN_BROKEN)),
                check(journal.beginGeneration(second, next, word, elsewhere, ContinueCause.FORK)
                        .entries()));
    }

    @Test
    void anotherTerminalCannotContinueAJournal() {
        TestJournal journal = firstGeneration();
        SigningKey next = SigningKey.generate();
        JournalId other = JournalId.parse("902/2");
        String word = Endorsement.sign(other, next.verifyingKey(), journal.key());
        assertEquals(
                Optional.of(new Problem(FactId.parse("902/2/1"), Finding.NUMBER_OUT_OF_ORDER)),
                check(journal.beginGeneration(other, next, word, journal.head(), ContinueCause.FORK)
                        .entries()));
    }

    @Test
    void aGenerationCannotBeLeftOut() {
        TestJournal journal = firstGeneration();
        SigningKey next = SigningKey.generate();
        JournalId third = JournalId.parse("901/3");
        String word = Endorsement.sign(third, next.verifyingKey(), journal.key());
        assertTrue(check(journal.beginGeneration(third, next, word, journal.head(), ContinueCause.FORK)
                        .entries())
                .isPresent());
    }

    @Test
    void aBodyOfALaterVersionIsSealedAllTheSame() {
        TestJournal journal = firstGeneration();
        Entry later = Chain.seal(
                journal.head(), SampleFacts.context(9).occurredAt(), "sale.99", "{\"new\":true}", journal.key());
        List<Entry> entries = new ArrayList<>(journal.entries());
        entries.add(later);
        assertEquals(Optional.empty(), check(entries));
        entries.set(entries.size() - 1, body(later, "{\"new\":false}"));
        assertEquals(problem(later, Finding.BODY_CHANGED), check(entries));
    }

    @Test
    void aJournalMayBeFollowedFromAnyHeadWithItsKey() {
        Entry second = GOOD.get(1);
        JournalCheck check = JournalCheck.from(
                Head.empty(second.journal()).after(GOOD.getFirst()),
                Keys.VerifyingKey.parse(((Fact.JournalOpened) Json.fact(GOOD.getFirst())).publicKey()));
        assertEquals(Optional.empty(), check.next(second));
        assertEquals(problem(GOOD.get(3), Finding.NUMBER_OUT_OF_ORDER), check.next(GOOD.get(3)));
    }

    private static TestJournal firstGeneration() {
        return new TestJournal(TerminalId.of(901)).add(SampleFacts.weighIn());
    }

    private static Optional<Problem> check(List<Entry> entries) {
        return check(entries, Optional.empty());
    }

    private static Optional<Problem> check(List<Entry> entries, Optional<String> fingerprint) {
        JournalCheck check = new JournalCheck(fingerprint);
        for (Entry entry : entries) {
            Optional<Problem> problem = check.next(entry);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(Entry entry, Finding finding) {
        return Optional.of(new Problem(entry.id(), finding));
    }

    private static List<Entry> with(int at, Entry entry) {
        List<Entry> entries = new ArrayList<>(GOOD);
        entries.set(at, entry);
        return entries;
    }

    private static String flip(String hex) {
        return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
    }

    private static Entry body(Entry e, String body) {
        return entry(e, e.prevHash(), body, e.bodyHash(), e.hash(), e.signature());
    }

    private static Entry entry(Entry e, String prevHash, String body, String bodyHash, String hash, String signature) {
        return new Entry(
                e.format(),
                e.terminal(),
                e.generation(),
                e.seq(),
                e.recordedAt(),
                e.type(),
                e.keyId(),
                prevHash,
                body,
                bodyHash,
                hash,
                signature);
    }

    private static Entry rehashed(Entry e, String keyId, String body, String signature) {
        String bodyHash = Chain.sha256(body.getBytes(StandardCharsets.UTF_8));
        String text = Entry.signedText(
                e.format(),
                e.terminal(),
                e.generation(),
                e.seq(),
                e.recordedAt(),
                e.type(),
                keyId,
                e.prevHash(),
                bodyHash);
        return new Entry(
                e.format(),
                e.terminal(),
                e.generation(),
                e.seq(),
                e.recordedAt(),
                e.type(),
                keyId,
                e.prevHash(),
                body,
                bodyHash,
                Chain.sha256(text.getBytes(StandardCharsets.UTF_8)),
                signature);
    }
}
