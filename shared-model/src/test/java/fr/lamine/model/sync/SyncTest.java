package fr.lamine.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.TestJournal;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SyncTest {

    private static final SigningKey OFFICE = SigningKey.generate();
    private static final Head HEAD = new Head(JournalId.parse("901/1"), 42, "ab".repeat(32));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000999Z");

    @Test
    void aReceiptHoldsForItsHeadTimeAndOffice() {
        Receipt receipt = Receipt.sign(HEAD, NOON, OFFICE);
        assertTrue(receipt.isSignedBy(OFFICE.verifyingKey()));
        assertFalse(receipt.isSignedBy(SigningKey.generate().verifyingKey()));
        Head cut = new Head(HEAD.journal(), 41, HEAD.hash());
        Head rewritten = new Head(HEAD.journal(), 42, "cd".repeat(32));
        Head other = new Head(JournalId.parse("901/2"), 42, HEAD.hash());
        for (Head head : List.of(cut, rewritten, other)) {
            assertFalse(new Receipt(head, receipt.at(), receipt.keyId(), receipt.signature())
                    .isSignedBy(OFFICE.verifyingKey()));
        }
        assertFalse(new Receipt(HEAD, receipt.at().plusMillis(1), receipt.keyId(), receipt.signature())
                .isSignedBy(OFFICE.verifyingKey()));
        assertEquals(receipt, Json.read(Json.write(receipt), Receipt.class));
    }

    /// So that OpenSSL can check it from the JSON alone.
    @Test
    void aReceiptSignsItsTimeAsItIsWritten() {
        Receipt receipt = Receipt.sign(HEAD, NOON, OFFICE);
        assertTrue(Json.write(receipt).contains("\"at\":\"2026-11-23T12:00:00.000Z\""));
        assertTrue(OFFICE.verifyingKey()
                .verifies(
                        "lamine-receipt-1\n901/1\n42\n" + HEAD.hash() + "\n2026-11-23T12:00:00.000Z",
                        receipt.signature()));
        assertThrows(
                IllegalArgumentException.class, () -> new Receipt(HEAD, NOON, receipt.keyId(), receipt.signature()));
    }

    @Test
    void aBatchIsARunOfOneJournal() {
        List<Entry> run = journal(901, 120);
        assertEquals(100, new JournalBatch(run.subList(0, 100)).entries().size());
        assertEquals(2, new JournalBatch(run.subList(50, 52)).entries().size());
        for (List<Entry> bad : List.of(
                List.<Entry>of(),
                run.subList(0, 101),
                List.of(run.get(0), run.get(2)),
                List.of(run.get(1), run.get(0)),
                List.of(run.get(0), run.get(0)),
                List.of(run.get(0), journal(902, 2).get(1)))) {
            assertThrows(IllegalArgumentException.class, () -> new JournalBatch(bad));
        }
        JournalBatch batch = new JournalBatch(run.subList(0, 3));
        assertEquals(batch, Json.read(Json.write(batch), JournalBatch.class));
    }

    @Test
    void eachRoleMayActAsTheOnesBeforeIt() {
        for (Role role : Role.values()) {
            for (Role needed : Role.values()) {
                assertEquals(role.ordinal() >= needed.ordinal(), role.mayActAs(needed), role + " as " + needed);
            }
        }
        assertEquals(
                List.of("SORTER", "CASHIER", "MANAGER", "ADMIN"),
                List.of(Role.values()).stream().map(Role::name).toList());
    }

    @Test
    void whatIsSignedToOpenASessionNamesTheTerminal() {
        assertEquals("lamine-session-1\n901\nc1", TerminalSession.signedText(TerminalId.of(901), "c1"));
    }

    @Test
    void enrolmentsAndOperatorsAreBounded() {
        for (String code : List.of("", "ABC", "abcd-efgh", "A".repeat(41))) {
            assertThrows(IllegalArgumentException.class, () -> new Enrolment(code, SampleFacts.KEY), code);
        }
        assertThrows(IllegalArgumentException.class, () -> new Enrolment("ABCD-1234", "A".repeat(401)));
        OperatorCode awa = new OperatorCode("AWA");
        assertThrows(IllegalArgumentException.class, () -> new Operator(awa, " ", Role.SORTER, "h"));
        assertThrows(IllegalArgumentException.class, () -> new Operator(awa, "x".repeat(31), Role.SORTER, "h"));
        assertThrows(IllegalArgumentException.class, () -> new Operator(awa, "Awa D.", Role.SORTER, "h".repeat(201)));
    }

    private static List<Entry> journal(int terminal, int entries) {
        TestJournal journal = new TestJournal(TerminalId.of(terminal));
        while (journal.entries().size() < entries) {
            journal.add(SampleFacts.recycled());
        }
        return journal.entries();
    }
}
