package fr.lamine.model.journal;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.site.TerminalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A terminal that writes a journal and does nothing else.
public final class TestJournal {

    private final List<Entry> entries = new ArrayList<>();
    private SigningKey key = SigningKey.generate();
    private final String openingFingerprint = key.verifyingKey().fingerprint();
    private Head head;
    private TillBook book = TillBook.EMPTY;

    public TestJournal(TerminalId terminal) {
        head = Head.empty(JournalId.of(terminal, 1));
        add(SampleFacts.opened(key.verifyingKey().text()));
    }

    /// Two generations, a changed key, every fact of a shop, and the entry that ends an export.
    public static TestJournal sample() {
        TestJournal journal = new TestJournal(TerminalId.of(901))
                .add(SampleFacts.weighIn())
                .add(SampleFacts.recycled())
                .add(SampleFacts.reversed())
                .changeKey()
                .add(SampleFacts.labelled())
                .add(SampleFacts.sale())
                .continueWith(ContinueCause.FORK)
                .add(SampleFacts.weighIn())
                .add(SampleFacts.sale());
        return journal.export();
    }

    public TestJournal add(Fact fact) {
        return fact instanceof Fact.Sale sale ? addAsItStands(numbered(sale)) : addAsItStands(fact);
    }

    /// The books as this till keeps them.
    public TillBook book() {
        return book;
    }

    private Fact.Sale numbered(Fact.Sale s) {
        PerpetualTotals after = book.perpetual().afterTicket(s.sold(), s.returned());
        return new Fact.Sale(
                s.context(),
                after.tickets(),
                s.lines(),
                s.returns(),
                s.extras(),
                s.total(),
                s.tenders(),
                s.change(),
                s.givenBack(),
                s.member(),
                s.paper(),
                after);
    }

    /// For a till that lies: numbers and totals are not put right.
    public TestJournal addAsItStands(Fact fact) {
        Instant now = fact.context().occurredAt().plusMillis(entries.size());
        Entry entry = Chain.seal(head, now, FactTypes.typeOf(fact), Json.writeFact(fact), key);
        entries.add(entry);
        head = head.after(entry);
        book = book.after(entry.id(), fact);
        return this;
    }

    TestJournal changeKey() {
        SigningKey next = SigningKey.generate();
        add(new Fact.KeyChanged(SampleFacts.context(20), next.verifyingKey().text()));
        key = next;
        return this;
    }

    TestJournal continueWith(ContinueCause cause) {
        JournalId next = JournalId.of(head.journal().terminal(), head.journal().generation() + 1);
        SigningKey nextKey = SigningKey.generate();
        return beginGeneration(next, nextKey, Endorsement.sign(next, nextKey.verifyingKey(), key), head, cause);
    }

    TestJournal beginGeneration(
            JournalId next, SigningKey nextKey, String endorsement, Head previous, ContinueCause cause) {
        key = nextKey;
        head = Head.empty(next);
        return add(new Fact.JournalContinues(
                SampleFacts.context(30),
                JournalKind.DEMO,
                nextKey.verifyingKey().text(),
                Optional.of(endorsement).filter(e -> !e.isEmpty()),
                previous.journal().generation(),
                previous.seq(),
                previous.hash(),
                book.perpetual(),
                cause));
    }

    public TestJournal export() {
        return add(new Fact.Exported(SampleFacts.context(40), 1, head.seq(), head.hash()));
    }

    /// The entry that hands out a range of this journal.
    public Entry handOut(long fromSeq, Entry last) {
        add(new Fact.Exported(SampleFacts.context(41), fromSeq, last.seq(), last.hash()));
        return entries.getLast();
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public Head head() {
        return head;
    }

    public SigningKey key() {
        return key;
    }

    /// Of the key that the journal opened with.
    public String fingerprint() {
        return openingFingerprint;
    }

    public static Path write(List<Entry> entries, Path file) {
        try {
            return Files.writeString(file, lines(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String lines(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(Json.write(entry)).append('\n'));
        return lines.toString();
    }
}
