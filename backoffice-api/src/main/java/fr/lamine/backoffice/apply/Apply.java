package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.closing.ClosingDao;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.DiscrepancyDao;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.discrepancy.SettlementDao;
import fr.lamine.backoffice.fact.FactDao;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.hold.HoldDao;
import fr.lamine.backoffice.intake.WeighInDao;
import fr.lamine.backoffice.item.GivenDao;
import fr.lamine.backoffice.item.ItemDao;
import fr.lamine.backoffice.item.ItemFold;
import fr.lamine.backoffice.item.LabelDao;
import fr.lamine.backoffice.item.VoidedDao;
import fr.lamine.backoffice.order.OnlineDao;
import fr.lamine.backoffice.sale.DailySaleDao;
import fr.lamine.backoffice.sale.PickUpDao;
import fr.lamine.backoffice.sale.ReturnDao;
import fr.lamine.backoffice.sale.SaleDao;
import fr.lamine.backoffice.stock.LedgerDao;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.backoffice.stock.Shelf;
import fr.lamine.backoffice.transfer.TransferDao;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.Fact.Exported;
import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.Fact.JournalOpened;
import fr.lamine.model.fact.Fact.KeyChanged;
import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.fact.Fact.Labelled;
import fr.lamine.model.fact.Fact.ReferenceChanged;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.Fact.TerminalEnrolled;
import fr.lamine.model.fact.Fact.WeighIn;
import fr.lamine.model.fact.Fact.WeighInReversed;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.Collected;
import fr.lamine.model.fact.TillFact.DuplicatePrinted;
import fr.lamine.model.fact.TillFact.GivenAway;
import fr.lamine.model.fact.TillFact.LineVoided;
import fr.lamine.model.fact.TillFact.TechnicalNoted;
import fr.lamine.model.fact.TillFact.TicketAbandoned;
import fr.lamine.model.fact.TillFact.TillOpened;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Account;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// From facts to tables: the one place where every kind of fact says what it changes. What it writes depends on the set
/// of facts only, never on the order in which they arrive.
public final class Apply {

    private static final String SAVEPOINT = "apply";
    private static final int MAX_CAUSE = 500;

    private Apply() {}

    private static final class Unappliable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unappliable(String cause, Throwable from) {
            super(cause, from);
        }
    }

    /// Applies stored entries. What cannot be applied is set aside with its cause and does not hold up the rest.
    public static void apply(Handle handle, List<Arrived> arrived, Instant now) {
        if (arrived.isEmpty()) {
            return;
        }
        SortedSet<ItemCode> changed = new TreeSet<>();
        try {
            changed.addAll(attempt(handle, arrived, now));
        } catch (Unappliable _) {
            for (Arrived one : arrived) {
                try {
                    changed.addAll(attempt(handle, List.of(one), now));
                } catch (Unappliable cause) {
                    setAside(handle, one, cause, now);
                }
            }
        }
        if (!changed.isEmpty()) {
            ItemDao.setRevision(handle, changed, RevisionDao.next(handle));
        }
    }

    private static Set<ItemCode> attempt(Handle handle, List<Arrived> arrived, Instant now) {
        handle.savepoint(SAVEPOINT);
        try {
            Gathered gathered = new Gathered();
            for (Arrived one : arrived) {
                gather(new Recorded<>(one.id(), Json.fact(one.entry())), one.kind(), gathered);
            }
            write(handle, gathered, now);
            handle.releaseSavepoint(SAVEPOINT);
            return gathered.items.keySet();
        } catch (Json.Unreadable | ArithmeticException | IllegalArgumentException e) {
            handle.rollbackToSavepoint(SAVEPOINT);
            throw new Unappliable(String.valueOf(e.getMessage()), e);
        } catch (JdbiException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            handle.rollbackToSavepoint(SAVEPOINT);
            throw new Unappliable(root(e).getMessage(), e);
        }
    }

    /// Data exceptions, integrity violations and limits of the format; not deadlocks, lost connections or a full disk.
    private static boolean isAboutTheData(JdbiException e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("(22|23|54).*");
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static void gather(Recorded<Fact> recorded, JournalKind kind, Gathered into) {
        FactId id = recorded.id();
        into.scopes.put(Discrepancy.ofFact(id), id);
        if (id.journal().branch().isPresent()) {
            into.discrepancies.add(found(
                    Kind.FORKED_ENTRY,
                    recorded,
                    "L’écriture " + id + " vient d’une copie divergente du journal ; elle est gardée et comptée."));
        }
        if (kind == JournalKind.TRAINING) {
            into.uncounted.add(recorded);
            return;
        }
        into.counted.add(recorded);
        into.move(recorded);
        into.line(recorded);
        switch (recorded.fact()) {
            case WeighIn w -> {
                into.weighIns.add(new Recorded<>(id, w));
                into.emulated(recorded, kind, w.weight().provenance());
            }
            case WeighInReversed r -> into.reversals.add(new Recorded<>(id, r));
            case Labelled l -> {
                into.labels.add(new Recorded<>(id, l));
                into.touch(l.code(), id);
                l.replaces().ifPresent(old -> into.touch(old, id));
                into.emulated(recorded, kind, l.provenance());
            }
            case LabelVoided v -> {
                into.voided.add(new Recorded<>(id, v));
                into.touch(v.code(), id);
            }
            case Sale s -> {
                Recorded<Sale> sale = new Recorded<>(id, s);
                into.sales.add(sale);
                into.ticket(sale);
                for (SaleLine line : s.lines()) {
                    line.item().ifPresent(item -> into.touch(item, id));
                    into.emulated(recorded, kind, line.provenance());
                }
                s.returns().forEach(line -> line.item().ifPresent(item -> into.touch(item, id)));
                into.back(sale);
            }
            case GivenAway g -> {
                into.given.add(new Recorded<>(id, g));
                g.item().ifPresent(item -> into.touch(item, id));
                into.emulated(recorded, kind, g.provenance());
            }
            case Collected c -> {
                into.collected.add(new Recorded<>(id, c));
                c.goods().item().ifPresent(item -> into.touch(item, id));
            }
            case SiteFact s -> {
                into.carry(new Recorded<>(id, s));
                Sites.weights(s).forEach(weight -> into.emulated(recorded, kind, weight.provenance()));
            }
            case JournalContinues c ->
                into.discrepancies.add(found(Kind.JOURNAL_CONTINUED, recorded, Sentences.continued(id.journal(), c)));
            case ReferenceChanged r -> into.catalogs.add(new Recorded<>(id, r));
            case DiscrepancySettled d -> into.settle(id, d);
            case OnlineFact o -> into.online.add(new Recorded<>(id, o));
            case Closing c -> into.closings.add(new Recorded<>(id, c));
            case TillOpened o -> into.openings.add(new Recorded<>(id, o));
            case CashMoved m -> into.cashMoves.add(new Recorded<>(id, m));
            case JournalOpened _,
                    KeyChanged _,
                    TerminalEnrolled _,
                    Exported _,
                    LineVoided _,
                    TicketAbandoned _,
                    DuplicatePrinted _,
                    TechnicalNoted _ -> {}
        }
    }

    private static void write(Handle handle, Gathered gathered, Instant now) {
        FactDao.write(handle, gathered.counted, true);
        FactDao.write(handle, gathered.uncounted, false);
        gathered.catalogs.forEach(
                c -> CatalogDao.write(handle, c.fact().revision(), c.fact().catalog()));
        WeighInDao.write(handle, gathered.weighIns);
        WeighInDao.writeReversals(handle, gathered.reversals);
        LabelDao.write(handle, gathered.labels);
        VoidedDao.write(handle, gathered.voided);
        SaleDao.write(handle, gathered.sales);
        ReturnDao.write(handle, gathered.sales);
        HoldDao.consume(handle, gathered.sales);
        PickUpDao.write(handle, gathered.sales, gathered.collected);
        GivenDao.write(handle, gathered.given);
        Sites.write(handle, gathered.siteFacts);
        ClosingDao.write(handle, gathered.closings, gathered.openings, gathered.cashMoves);
        SettlementDao.write(handle, gathered.settlements);
        OnlineDao.write(handle, gathered.online).forEach(gathered::touch);

        List<ItemFold> folds = ItemDao.fold(handle, new TreeSet<>(gathered.items.keySet()));
        List<Posting> removed = folds.isEmpty() ? List.of() : LedgerDao.deleteFolded(handle, gathered.items.keySet());
        List<Posting> added = new ArrayList<>(gathered.postings);
        folds.forEach(fold -> added.addAll(fold.postings()));
        Map<Shelf, Mass> balances = LedgerDao.post(handle, added, removed);
        DailySaleDao.add(handle, gathered.sales);
        ItemDao.write(handle, folds);
        judge(handle, gathered, folds, Posted.of(added, removed, balances), now);
    }

    private static void judge(Handle handle, Gathered gathered, List<ItemFold> folds, Posted posted, Instant now) {
        Map<String, FactId> scopes = new TreeMap<>(gathered.scopes);
        List<Discrepancy> found = new ArrayList<>(gathered.discrepancies);
        gathered.items.forEach((ItemCode item, FactId by) -> scopes.put(Discrepancy.ofItem(item), by));
        folds.forEach(fold -> found.addAll(fold.all()));
        GridPrices grid = new GridPrices(handle);
        gathered.sales.forEach(sale -> found.addAll(grid.judge(sale)));
        gathered.tickets.forEach((terminal, tickets) -> {
            tickets.forEach((ticket, by) -> scopes.put(Sentences.ticketScope(terminal, ticket), by));
            SaleDao.sharedNumbers(handle, terminal, tickets.keySet())
                    .forEach(shared -> found.add(Sentences.sharedNumber(shared)));
        });
        Map<String, FactId> shared = new TreeMap<>();
        gathered.returned.forEach((FactId sale, FactId by) -> shared.put(Returned.scope(sale), by));
        gathered.vouchers.forEach((String code, FactId by) -> shared.put(Returned.voucherScope(code), by));
        Map<String, FactId> transfers = Sites.transfers(gathered, posted);
        transfers.forEach((transfer, by) -> shared.put(TransferDao.scope(transfer), by));
        DiscrepancyDao.lock(handle, shared.keySet());
        scopes.putAll(shared);
        found.addAll(TransferDao.judge(handle, transfers.keySet()));
        found.addAll(Sites.judgeCounts(handle, gathered, posted, scopes));
        found.addAll(Returned.judge(handle, gathered.returned.keySet()));
        found.addAll(Returned.judgeVouchers(handle, gathered.vouchers.keySet()));
        gathered.sales.forEach(sale -> found.addAll(Returned.without(sale)));
        found.addAll(Closed.judge(handle, gathered, scopes));
        FactId last = gathered.scopes.values().stream().reduce((_, b) -> b).orElseThrow();
        posted.balances().forEach((shelf, mass) -> {
            scopes.put(Sentences.shelfScope(shelf), last);
            if (mass.isNegative() && shelf.account() instanceof Account.Place place) {
                found.add(Sentences.negative(shelf, place, mass));
            }
        });
        DiscrepancyDao.judge(handle, scopes, found, now);
    }

    private static Discrepancy found(Kind kind, Recorded<? extends Fact> recorded, String text) {
        return new Discrepancy(
                kind,
                recorded.id().toString(),
                Discrepancy.ofFact(recorded.id()),
                Optional.of(recorded.context().site()),
                Optional.of(recorded.id()),
                text);
    }

    private static void setAside(Handle handle, Arrived one, Unappliable cause, Instant now) {
        String text = cause.getMessage().replace('\0', ' ');
        String cut = text.length() > MAX_CAUSE ? text.substring(0, MAX_CAUSE) : text;
        handle.createUpdate("""
                INSERT INTO unapplied (journal, seq, cause, since) VALUES (:journal, :seq, :cause, :now)
                ON CONFLICT (journal, seq) DO UPDATE SET cause = excluded.cause""")
                .bind("journal", one.journal().toString())
                .bind("seq", one.entry().seq())
                .bind("cause", cut)
                .bind("now", now)
                .execute();
        Discrepancy discrepancy = new Discrepancy(
                Kind.UNAPPLIED_FACT,
                one.id().toString(),
                Discrepancy.ofFact(one.id()),
                Optional.empty(),
                Optional.of(one.id()),
                "L’écriture " + one.id() + " (" + one.entry().type() + ") est gardée mais n’a pas pu être traitée : "
                        + cut);
        DiscrepancyDao.open(handle, List.of(discrepancy), now);
    }
}
