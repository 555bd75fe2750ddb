package fr.lamine.backoffice.sync;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalAnswer.Result;
import fr.lamine.model.sync.JournalBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class IngestTest {

    private TestOffice office;
    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
    }

    private void weigh(TestTerminal terminal, int minute) {
        terminal.add(TestFacts.weighIn(ARCUEIL, at(minute), DISHES, 12_340, Area.SORTING));
    }

    private void assertTaken(JournalAnswer answer, TestTerminal terminal) {
        assertEquals(Result.TAKEN, answer.result());
        assertEquals(terminal.head(), answer.head());
        assertTrue(
                answer.receipt().orElseThrow().isSignedBy(office.journal.key().verifyingKey()));
        assertEquals(answer.head(), answer.receipt().orElseThrow().head());
    }

    @Test
    void aBatchIsStoredOnceAndAnsweredWithASignedReceipt() {
        weigh(till, 1);
        weigh(till, 2);
        assertTaken(office.take(till.from(0)), till);
        assertTaken(office.take(till.from(0)), till);
        weigh(till, 3);
        assertTaken(office.take(till.from(1)), till);
        assertEquals(4, office.count("SELECT count(*) FROM journal_entry WHERE terminal = '101'"));
        assertEquals(3 * 12_340, office.count("SELECT grams FROM balance WHERE account = 'place:ARCUEIL:SORTING'"));
        assertEquals(List.of(), office.discrepancies());
    }

    @Test
    void aGapIsAskedForAgainAndNothingBeyondItIsKept() {
        weigh(till, 1);
        weigh(till, 2);
        JournalAnswer answer = office.take(till.from(2));
        assertEquals(Result.GAP, answer.result());
        assertEquals(Head.empty(JournalId.of(till.id, 1)), answer.head());
        assertTrue(answer.receipt().isEmpty());
        assertEquals(0, office.count("SELECT count(*) FROM journal_entry WHERE terminal = '101'"));
    }

    @Test
    void aWrongSignatureStopsTheBatchKeepsWhatCameBeforeAndWarnsOnce() {
        weigh(till, 1);
        Head good = till.head();
        SigningKey right = till.key;
        till.key = SigningKey.generate();
        weigh(till, 2);
        for (int i = 0; i < 2; i++) {
            JournalAnswer answer = office.take(till.from(0));
            assertEquals(Result.BROKEN, answer.result());
            assertEquals(good, answer.head());
        }
        assertEquals(List.of("WRONG_SIGNATURE 101/1"), office.discrepancies());
        assertEquals(2, office.count("SELECT count(*) FROM journal_entry WHERE terminal = '101'"));
        till.key = right;
        assertEquals(12_340, office.count("SELECT grams FROM balance WHERE account = 'place:ARCUEIL:SORTING'"));
    }

    @Test
    void aChangedBodyIsBroken() {
        weigh(till, 1);
        Entry e = till.entries.getLast();
        Entry changed = new Entry(
                e.format(),
                e.terminal(),
                e.generation(),
                e.seq(),
                e.recordedAt(),
                e.type(),
                e.keyId(),
                e.prevHash(),
                e.body().replace("12340", "12341"),
                e.bodyHash(),
                e.hash(),
                e.signature());
        assertEquals(
                Result.BROKEN,
                office.take(new JournalBatch(List.of(till.entries.getFirst(), changed)))
                        .result());
    }

    @Test
    void aJournalThatOpensWithAnotherKeyThanTheEnrolledOneIsBroken() {
        TestTerminal other = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));
        assertEquals(Result.BROKEN, office.take(other.from(0)).result());
    }

    @Test
    void aForkIsKeptCountedAndShownAndTheNextGenerationLosesNothing() {
        weigh(till, 1);
        TestTerminal clone = till.copy();
        weigh(till, 2);
        weigh(till, 3);
        assertTaken(office.take(till.from(0)), till);

        weigh(clone, 12);
        weigh(clone, 13);
        weigh(clone, 14);
        JournalAnswer first = office.take(clone.batch(0, 4));
        assertEquals(Result.FORK, first.result());
        assertEquals(till.head(), first.head());
        String name = clone.entries.get(2).hash().substring(0, 8);
        JournalId branch = JournalId.of(till.id, 1).branch(name);
        assertEquals(Optional.of(new Head(branch, 4, clone.entries.get(3).hash())), first.branch());
        JournalAnswer again = office.take(clone.from(2));
        assertEquals(Result.FORK, again.result());
        assertEquals(Optional.of(new Head(branch, 5, clone.head().hash())), again.branch());

        clone.continueJournal(at(20), ContinueCause.FORK);
        weigh(clone, 21);
        assertTaken(office.take(clone.from(5)), clone);

        assertEquals(
                List.of(
                        "FORKED_ENTRY " + branch + "/3",
                        "FORKED_ENTRY " + branch + "/4",
                        "FORKED_ENTRY " + branch + "/5",
                        "JOURNAL_CONTINUED 101/2/1"),
                office.discrepancies());
        assertEquals(7 * 12_340, office.count("SELECT grams FROM balance WHERE account = 'place:ARCUEIL:SORTING'"));
    }

    /// A copy of a terminal is put back twice: its second fork leaves the first one, beyond where the journal reaches.
    @Test
    void aForkOfAForkIsKeptWholeAndABranchNeverBeginsInMidAir() {
        weigh(till, 1);
        TestTerminal clone = till.copy();
        weigh(till, 2);
        assertTaken(office.take(till.from(0)), till);

        weigh(clone, 12);
        weigh(clone, 13);
        assertEquals(Result.GAP, office.take(clone.from(3)).result(), "its beginning is not here yet");
        TestTerminal again = clone.copy();
        weigh(clone, 14);
        weigh(clone, 15);
        assertEquals(Result.FORK, office.take(clone.from(0)).result());

        weigh(again, 24);
        weigh(again, 25);
        JournalAnswer answer = office.take(again.from(4));
        assertEquals(Result.FORK, answer.result());
        JournalId branch =
                JournalId.of(till.id, 1).branch(again.entries.get(4).hash().substring(0, 8));
        assertEquals(Optional.of(new Head(branch, 6, again.head().hash())), answer.branch());
        assertEquals(8 * 12_340, office.count("SELECT grams FROM balance WHERE account = 'place:ARCUEIL:SORTING'"));
    }

    @Test
    void aGenerationWhoseKeyNobodySpokeForIsBroken() {
        assertTaken(office.take(till.from(0)), till);
        till.key = SigningKey.generate();
        till.continueJournal(at(1), ContinueCause.CHAIN_BROKEN);
        assertEquals(Result.BROKEN, office.take(till.from(1)).result());
    }

    @Test
    void aGenerationThatArrivesBeforeTheOneThatVouchesForItIsAGap() {
        till.continueJournal(at(1), ContinueCause.CHAIN_BROKEN);
        till.continueJournal(at(2), ContinueCause.CHAIN_BROKEN);
        JournalAnswer answer = office.take(till.from(2));
        assertEquals(Result.GAP, answer.result());
        assertEquals(Head.empty(JournalId.of(till.id, 3)), answer.head());
        assertEquals(Result.TAKEN, office.take(till.batch(1, 2)).result());
        assertTaken(office.take(till.from(2)), till);
    }

    @Test
    void aGenerationMayBeVouchedForByAnOlderOneWhenTheOneBetweenIsLost() {
        assertTaken(office.take(till.from(0)), till);
        TestTerminal restored = till.copy();
        till.continueJournal(at(1), ContinueCause.STORE_BEHIND_HEAD);
        Head lost = till.head();
        restored.continueJournal(at(2), ContinueCause.STORE_BEHIND_HEAD, lost);
        weigh(restored, 3);
        assertEquals(3, restored.head().journal().generation());
        assertTaken(office.take(restored.from(1)), restored);
    }

    @Test
    void aChangedKeySignsFromTheNextEntryOnAndTheOldOneNoMore() {
        SigningKey old = till.key;
        SigningKey next = SigningKey.generate();
        till.add(new Fact.KeyChanged(
                TestFacts.context(ARCUEIL, at(1)), next.verifyingKey().text()));
        till.key = next;
        weigh(till, 2);
        assertTaken(office.take(till.from(0)), till);
        till.key = old;
        weigh(till, 3);
        assertEquals(Result.BROKEN, office.take(till.from(3)).result());
    }

    @Test
    void aFactThatCannotBeAppliedIsStoredShownAndHoldsUpNothing() {
        till.seal(at(1), "weigh-in.1", "{\"context\":\"\u0000\"}");
        till.seal(at(2), "weigh-in.99", "{}");
        Fact.Labelled label = TestFacts.label(ARCUEIL, at(3), ItemCode.of(101, 1), DISHES, 1, 500, 300);
        till.seal(at(3), "labelled.1", Json.writeFact(label).replace("Chose", "Ch\\u0000se"));
        weigh(till, 4);
        assertTaken(office.take(till.from(0)), till);
        assertEquals(3, office.count("SELECT count(*) FROM unapplied WHERE cause <> ''"));
        assertEquals(
                List.of("UNAPPLIED_FACT 101/1/2", "UNAPPLIED_FACT 101/1/3", "UNAPPLIED_FACT 101/1/4"),
                office.discrepancies());
        assertEquals(12_340, office.count("SELECT grams FROM balance WHERE account = 'place:ARCUEIL:SORTING'"));
        assertFalse(office.database
                .jdbi()
                .withHandle(h -> h.createQuery("SELECT string_agg(cause, ' ') FROM unapplied")
                        .mapTo(String.class)
                        .one())
                .contains("Batch entry"));
    }

    @Test
    void anEmulatedScaleInARealJournalIsADiscrepancy() {
        till.add(new Fact.WeighIn(
                TestFacts.context(ARCUEIL, at(1)),
                DISHES,
                Weight.untared(Mass.grams(12_340), TestFacts.weighed(true)),
                Account.from(Source.DROP_OFF),
                Account.place(ARCUEIL, Area.SORTING),
                Optional.empty()));
        assertTaken(office.take(till.from(0)), till);
        assertEquals(List.of("EMULATED_DEVICE 101/1/2"), office.discrepancies());
    }

    @Test
    void trainingIsStoredAndMovesNothing() {
        TestTerminal training = new TestTerminal("901", ARCUEIL, JournalKind.TRAINING).open(at(0));
        office.enrol(training);
        weigh(training, 1);
        training.sell(at(2), Tender.CASH, TestFacts.unlabelled(DISHES, 1, 400, 100));
        assertTaken(office.take(training.from(0)), training);
        assertEquals(0, office.count("SELECT count(*) FROM movement"));
        assertEquals(3, office.count("SELECT count(*) FROM fact WHERE terminal = '901' AND NOT counted"));
    }
}
