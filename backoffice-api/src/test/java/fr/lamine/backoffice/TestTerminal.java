package fr.lamine.backoffice;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.fiscal.TillSession;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A terminal that keeps its journal in memory.
public final class TestTerminal {

    public final TerminalId id;
    public final SiteCode site;
    public final JournalKind kind;
    public final List<Entry> entries = new ArrayList<>();
    public SigningKey key = SigningKey.generate();
    public PerpetualTotals totals = PerpetualTotals.NONE;
    /// The running books that a till keeps, folded over all that it wrote.
    public TillBook book = TillBook.EMPTY;
    private Head head;

    public TestTerminal(String id, SiteCode site, JournalKind kind) {
        this.id = new TerminalId(id);
        this.site = site;
        this.kind = kind;
        this.head = Head.empty(JournalId.of(this.id, 1));
    }

    public TestTerminal open(Instant at) {
        add(new Fact.JournalOpened(
                TestFacts.context(site, at), kind, key.verifyingKey().text()));
        return this;
    }

    public Entry add(Fact fact) {
        return addAs(FactTypes.typeOf(fact), fact);
    }

    /// A fact in a version that only this terminal can read.
    public Entry addAs(String type, Fact fact) {
        Entry entry = seal(fact.context().occurredAt(), type, Json.writeFact(fact));
        book = book.after(entry.id(), fact);
        return entry;
    }

    /// The till is opened with some cash.
    public Entry openTill(Instant at, long cents) {
        int session = book.perpetual().sessions() + 1;
        Entry entry = add(new TillFact.TillOpened(
                context(at).in(TillSession.name(id, session)),
                session,
                CashCount.fewest(Money.cents(cents)),
                book.left()));
        totals = totals.afterOpening();
        return entry;
    }

    public Entry moveCash(Instant at, CashMove move, long cents) {
        return add(
                new TillFact.CashMoved(context(at), move, Money.cents(cents), "Monnaie", Optional.empty(), List.of()));
    }

    /// The day's closing, when the drawer holds some cents more or less than it should.
    public TillFact.Closing closing(Instant at, long difference, long left) {
        long counted = Math.max(0, book.expectedCash().orElseThrow().cents() + difference);
        return book.closeDay(
                context(at),
                CashCount.fewest(Money.cents(counted)),
                Optional.empty(),
                Money.cents(Math.min(left, counted)));
    }

    public Entry closeDay(Instant at, long difference, long left) {
        return close(closing(at, difference, left));
    }

    public Entry closePeriod(Instant at, ClosingKind kind) {
        return close(book.close(context(at), kind));
    }

    public Entry close(TillFact.Closing closing) {
        totals = closing.perpetual();
        return add(closing);
    }

    private Context context(Instant at) {
        Context context = TestFacts.context(site, at);
        return book.session().map(open -> context.in(open.name())).orElse(context);
    }

    public Entry seal(Instant at, String type, String body) {
        Entry entry = Chain.seal(head, at, type, body, key);
        head = head.after(entry);
        entries.add(entry);
        return entry;
    }

    public Entry sell(Instant at, Tender tender, SaleLine... lines) {
        Fact.Sale sale = TestFacts.sale(site, at, totals, tender, List.of(lines));
        totals = sale.totalsAfter();
        return add(sale);
    }

    public Entry add(Fact.Sale sale) {
        totals = sale.totalsAfter();
        return add((Fact) sale);
    }

    /// Begins the next generation with a new key.
    public void continueJournal(Instant at, ContinueCause cause) {
        continueJournal(at, cause, head);
    }

    /// @param last entry that anybody knows of, which this copy may lack
    public void continueJournal(Instant at, ContinueCause cause, Head last) {
        JournalId next = JournalId.of(id, last.journal().generation() + 1);
        SigningKey newKey = SigningKey.generate();
        Fact fact = new Fact.JournalContinues(
                TestFacts.context(site, at),
                kind,
                newKey.verifyingKey().text(),
                Optional.of(Endorsement.sign(next, newKey.verifyingKey(), key)),
                last.journal().generation(),
                last.seq(),
                last.hash(),
                totals,
                cause);
        key = newKey;
        head = Head.empty(next);
        add(fact);
    }

    /// A copy of the terminal as it stands: what follows on either forks from the other.
    public TestTerminal copy() {
        TestTerminal copy = new TestTerminal(id.code(), site, kind);
        copy.entries.addAll(entries);
        copy.key = key;
        copy.totals = totals;
        copy.book = book;
        copy.head = head;
        return copy;
    }

    public Head head() {
        return head;
    }

    public JournalBatch batch(int from, int to) {
        return new JournalBatch(entries.subList(from, to));
    }

    public JournalBatch from(int from) {
        return batch(from, entries.size());
    }
}
