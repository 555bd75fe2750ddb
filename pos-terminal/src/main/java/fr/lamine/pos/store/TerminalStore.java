package fr.lamine.pos.store;

import fr.lamine.model.archive.VerifyCommand;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sync.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The store of one terminal. One connection under one lock: what a command reads is what it changes. Safe for use by
/// several threads; a second process is turned away.
public final class TerminalStore implements AutoCloseable {

    static final int VERIFIED_AT_START = 200;

    private final TerminalIdentity identity;
    private final KeyFolder keys;
    private final Consumer<String> crashPoint;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final FileChannel lockFile;
    private final HeadFile headFile;
    private final Handle handle;
    private final List<FactId> unreadable;
    private Optional<SigningKey> key = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<Starting> starting = Optional.empty();

    private TerminalStore(
            StoreFolders folders, TerminalIdentity identity, FileChannel lockFile, Consumer<String> crashPoint) {
        this.identity = identity;
        this.keys = new KeyFolder(folders.keys());
        this.crashPoint = crashPoint;
        this.lockFile = lockFile;
        this.handle = Database.open(folders, crashPoint);
        Schema.migrate(handle);
        this.unreadable = Projections.prepare(handle);
        this.headFile = new HeadFile(folders.heads(), crashPoint);
    }

    /// Opens the store, or makes it; nothing is recorded before [#start].
    ///
    /// @throws IllegalStateException when another process has it open
    public static TerminalStore open(StoreFolders folders, TerminalIdentity identity) {
        return open(folders, identity, _ -> {});
    }

    /// @param crashPoint told each step on the way to a recorded fact, for tests that kill the process there
    static TerminalStore open(StoreFolders folders, TerminalIdentity identity, Consumer<String> crashPoint) {
        try {
            Files.createDirectories(folders.data());
            FileChannel lockFile = FileChannel.open(
                    folders.data().resolve("store.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = lockFile.tryLock();
            if (taken == null) {
                lockFile.close();
                throw new IllegalStateException("another process works with " + folders.data());
            }
            try {
                return new TerminalStore(folders, identity, lockFile, crashPoint);
            } catch (RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks the store against its head file and its last entries, begins or continues the journal, and lets facts be
    /// recorded from then on.
    ///
    /// @param context of the entry that opens a journal or a generation, if one is needed
    public StartReport start(Context context) {
        Ending ending = read(_ -> ending());
        // nobody records meanwhile: there is no key to sign with
        Optional<String> broken = ending.check().get();
        lock.lock();
        try {
            return started(context, ending, broken);
        } finally {
            lock.unlock();
        }
    }

    /// The same off the way to the first screen: what stands here can be looked at meanwhile, and whoever records
    /// something waits. A store without a journal has nothing to be looked at and starts at once.
    ///
    /// @param found told of it before anybody else may record
    public void startBeside(Supplier<Context> context, Consumer<StartReport> found) {
        boolean isNew = read(JournalTable::head).isEmpty();
        Starting begun = new Starting(() -> found.accept(start(context.get())));
        starting = Optional.of(begun);
        if (isNew) {
            begun.here();
        } else {
            begun.beside();
        }
    }

    /// Returns when the start is over; throws what it threw.
    public void awaitStart() {
        starting.ifPresent(Starting::await);
    }

    /// What the journal and the head file end with.
    ///
    /// @param check says what is wrong with the last entries
    private record Ending(
            Optional<HeadWitness> witness,
            Optional<Head> last,
            Optional<Entry> before,
            boolean holdsSeen,
            Optional<SigningKey> key,
            Supplier<Optional<String>> check) {}

    private Ending ending() {
        Optional<HeadWitness> witness = witness();
        Optional<Head> last = JournalTable.head(handle);
        Optional<SigningKey> lastKey =
                last.flatMap(head -> keys.key(head.journal().generation()));
        return new Ending(
                witness,
                last,
                last.flatMap(this::entryAt),
                witness.map(HeadWitness::head).filter(this::holds).isPresent(),
                lastKey,
                last.isPresent() && lastKey.isPresent() ? check(last.get(), lastKey.get()) : Optional::empty);
    }

    private StartReport started(Context context, Ending ending, Optional<String> broken) {
        Optional<HeadWitness> witness = ending.witness();
        Optional<Head> last = ending.last();
        Optional<Head> seen = witness.map(HeadWitness::head);
        Optional<Entry> before = ending.before();
        boolean holdsSeen = ending.holdsSeen();
        Optional<SigningKey> lastKey = ending.key();
        StartFinding finding = StartCheck.judge(
                last, seen, holdsSeen, broken.isPresent(), last.isEmpty() || lastKey.isPresent(), keyed());
        return switch (finding) {
            case StartFinding.Fresh _ -> {
                openJournal(context);
                yield StartReport.sound(unreadable, before);
            }
            case StartFinding.Sound(boolean mend) -> {
                key = lastKey;
                last.ifPresent(head -> keys.begun(head.journal().generation()));
                if (mend) {
                    writeWitness();
                }
                yield StartReport.sound(unreadable, before);
            }
            case StartFinding.Ended(ContinueCause cause, Head end) -> {
                continueJournal(context, cause, end, witness.map(HeadWitness::totals));
                yield new StartReport(
                        Optional.of(cause), StartWords.of(cause, last, seen, holdsSeen, broken), unreadable, before);
            }
        };
    }

    /// @param ended      why the last generation was ended at this start, if it was
    /// @param said       the same in French, naming the entries concerned; empty when nothing was ended
    /// @param unreadable entries whose bodies this version cannot read
    /// @param before     the last entry that stood here, if it is one at all
    public record StartReport(
            Optional<ContinueCause> ended, String said, List<FactId> unreadable, Optional<Entry> before) {
        public static StartReport sound(List<FactId> unreadable, Optional<Entry> before) {
            return new StartReport(Optional.empty(), "", unreadable, before);
        }
    }

    /// Does its work in one transaction and, when facts were recorded in it, writes the head file after the commit.
    /// What the work throws undoes all of it.
    public <T> T write(Instant now, Function<Writing, T> work) {
        boolean recorded;
        T result;
        awaitStart();
        lock.lock();
        try {
            refuseNesting();
            SigningKey signing = key.orElseThrow(() -> new IllegalStateException("the store is not started"));
            Standing before = standing();
            // until it is committed nothing is known for sure
            standing = Optional.empty();
            Done<T> done = handle.inTransaction(tx -> {
                Writing writing = new Writing(tx, now, before, signing);
                T value = work.apply(writing);
                Done<T> all = new Done<>(value, writing.end(), writing.hasRecorded());
                crashPoint.accept("before commit");
                return all;
            });
            crashPoint.accept("committed");
            standing = Optional.of(done.after());
            result = done.value();
            recorded = done.recorded();
            if (recorded) {
                writeWitness();
            }
        } finally {
            lock.unlock();
        }
        if (recorded) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    private record Done<T>(T value, Standing after, boolean recorded) {}

    /// Reads a consistent state of the store.
    public <T> T read(Function<Handle, T> work) {
        lock.lock();
        try {
            return work.apply(handle);
        } finally {
            lock.unlock();
        }
    }

    /// Ends a generation, if it still runs, and begins the next one under a new key; selling goes on.
    ///
    /// @param end the last entry that the office knows, when it knows more than this store
    /// @return whether it was ended now
    public boolean endGeneration(Context context, int generation, ContinueCause cause, Optional<Head> end) {
        awaitStart();
        lock.lock();
        try {
            refuseNesting();
            Head last = JournalTable.head(handle).orElseThrow();
            if (last.journal().generation() != generation) {
                return false;
            }
            continueJournal(context, cause, end.orElse(last), Optional.empty());
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /// Called after each commit that recorded something, on the recording thread; it must return at once.
    public void onRecorded(Runnable listener) {
        listeners.add(listener);
    }

    public TerminalIdentity identity() {
        return identity;
    }

    /// What is wrong with the store's surroundings, in French, for every screen; empty when all is well.
    public Optional<String> trouble() {
        return trouble;
    }

    /// The key of a generation, with which the terminal also signs in at the office; empty when it is lost.
    public Optional<SigningKey> key(int generation) {
        return keys.key(generation);
    }

    public boolean isSound(int generation) {
        return unsound(generation).isEmpty();
    }

    /// The first of a generation's entries that is not as it was sealed, and why, in French; read one page after the
    /// other.
    public Optional<String> unsound(int generation) {
        Optional<SigningKey> signing = keys.key(generation);
        if (signing.isEmpty()) {
            return Optional.of("la clé de la génération " + generation + " manque.");
        }
        Head from = Head.empty(JournalId.of(identity.terminal(), generation));
        JournalCheck check = JournalCheck.from(from, signing.get().verifyingKey());
        long after = 0;
        while (true) {
            List<Entry> page;
            try {
                page = entries(generation, after, VERIFIED_AT_START);
            } catch (IllegalArgumentException e) {
                // A row that is not even an entry was written by somebody else.
                return Optional.of("après l’écriture " + from.journal() + "/" + after
                        + ", ce qui est écrit n’est pas une écriture.");
            }
            for (Entry entry : page) {
                Optional<JournalCheck.Problem> problem = check.next(entry);
                if (problem.isPresent()) {
                    return problem.map(TerminalStore::words);
                }
                after = entry.seq();
            }
            if (page.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static String words(JournalCheck.Problem problem) {
        return "l’écriture " + problem.id() + " " + VerifyCommand.words(problem.finding());
    }

    public Head head() {
        return read(_ -> standing().head());
    }

    public Optional<Head> headOf(int generation) {
        return read(sql -> JournalTable.headOf(sql, generation));
    }

    public List<Integer> generations() {
        return read(JournalTable::generations);
    }

    public Optional<String> hashAt(int generation, long seq) {
        return read(sql -> JournalTable.hashAt(sql, generation, seq));
    }

    public List<Entry> entries(int generation, long afterSeq, int limit) {
        return read(sql -> JournalTable.entries(sql, generation, afterSeq, limit));
    }

    /// The office's receipts for entries of a range, in the order of the journal.
    public List<Receipt> receipts(FactId first, FactId last) {
        List<Receipt> receipts = new ArrayList<>();
        for (int generation : generations()) {
            if (generation >= first.journal().generation()
                    && generation <= last.journal().generation()) {
                long from = generation == first.journal().generation() ? first.seq() : 1;
                long to = generation == last.journal().generation() ? last.seq() : Long.MAX_VALUE;
                receipts.addAll(
                        read(sql -> Receipts.between(sql, JournalId.of(identity.terminal(), generation), from, to)));
            }
        }
        return List.copyOf(receipts);
    }

    /// The office's last word on the running generation, or on the last one it has received anything of.
    public Optional<Receipt> lastReceipt() {
        return generations().reversed().stream()
                .map(generation -> read(sql -> Receipts.last(sql, JournalId.of(identity.terminal(), generation))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    public Optional<Fact> fact(FactId id) {
        return read(sql -> Facts.read(sql, id, Fact.class));
    }

    public PerpetualTotals totals() {
        return book().perpetual();
    }

    /// The running books of this till.
    public TillBook book() {
        return read(_ -> standing().book());
    }

    private Optional<JournalId> keyed() {
        OptionalInt last = keys.lastGeneration();
        return last.isPresent() ? Optional.of(JournalId.of(identity.terminal(), last.getAsInt())) : Optional.empty();
    }

    private void openJournal(Context context) {
        SigningKey first = keys.keyOrNew(1);
        Head empty = Head.empty(JournalId.of(identity.terminal(), 1));
        begin(empty, first, context, new Fact.JournalOpened(context, identity.kind(), publicKey(first)));
    }

    /// The key of the last generation that is still here speaks for the new one: what came between may be lost and
    /// its key unknown to the office for ever.
    private void continueJournal(Context context, ContinueCause cause, Head end, Optional<PerpetualTotals> witnessed) {
        int held = JournalTable.head(handle)
                .map(head -> head.journal().generation())
                .orElse(0);
        int known = Math.max(held, keyed().map(JournalId::generation).orElse(1));
        int generation = 1 + Math.max(end.journal().generation(), known);
        JournalId next = JournalId.of(identity.terminal(), generation);
        SigningKey fresh = keys.draft(generation);
        PerpetualTotals totals = StartCheck.carriedOver(Projections.book(handle).perpetual(), witnessed);
        if (cause == ContinueCause.FORK) {
            totals = StartCheck.leavingOutUnseen(totals);
        } else if (witnessed.isEmpty() || end.seq() == 0) {
            long here = JournalTable.headOf(handle, end.journal().generation())
                    .map(Head::seq)
                    .orElse(0L);
            totals = StartCheck.leavingOut(totals, end, here);
        }
        begin(
                Head.empty(next),
                fresh,
                context,
                new Fact.JournalContinues(
                        context,
                        identity.kind(),
                        publicKey(fresh),
                        keys.key(Math.max(1, held)).map(old -> Endorsement.sign(next, fresh.verifyingKey(), old)),
                        end.journal().generation(),
                        end.seq(),
                        end.hash(),
                        totals,
                        cause));
        keys.begun(generation);
    }

    private void begin(Head empty, SigningKey opening, Context context, Fact fact) {
        standing = Optional.empty();
        handle.useTransaction(tx -> {
            Writing writing = new Writing(tx, context.occurredAt(), new Standing(empty, Projections.book(tx)), opening);
            writing.append(fact);
            writing.end();
        });
        key = Optional.of(opening);
        writeWitness();
    }

    private static String publicKey(SigningKey key) {
        return key.verifyingKey().text();
    }

    private Optional<Entry> entryAt(Head head) {
        try {
            return JournalTable.entry(handle, new FactId(head.journal(), head.seq()));
        } catch (IllegalArgumentException e) {
            // A row that is not even an entry was written by somebody else; the check that follows says so.
            return Optional.empty();
        }
    }

    private boolean holds(Head seen) {
        return JournalTable.hashAt(handle, seen.journal().generation(), seen.seq())
                .filter(seen.hash()::equals)
                .isPresent();
    }

    /// Reads the last entries; what it gives checks them and needs no lock.
    private Supplier<Optional<String>> check(Head last, SigningKey lastKey) {
        int generation = last.journal().generation();
        long before = Math.max(0, last.seq() - VERIFIED_AT_START);
        Head from = before == 0
                ? Head.empty(last.journal())
                : new Head(
                        last.journal(),
                        before,
                        JournalTable.hashAt(handle, generation, before).orElse(Head.NO_HASH));
        try {
            List<Entry> entries = JournalTable.entries(handle, generation, before, VERIFIED_AT_START);
            JournalCheck check = JournalCheck.from(from, lastKey.verifyingKey());
            return () -> check.next(entries).map(TerminalStore::words);
        } catch (IllegalArgumentException e) {
            // A row that is not even an entry was written by somebody else.
            String said = "entre les écritures " + last.journal() + "/" + (before + 1) + " et "
                    + Math.max(1, last.seq()) + ", ce qui est écrit n’est pas une écriture.";
            return () -> Optional.of(said);
        }
    }

    private Standing standing() {
        if (handle.isInTransaction()) {
            return Standing.of(handle);
        }
        standing = Optional.of(standing.orElseGet(() -> Standing.of(handle)));
        return standing.get();
    }

    private Optional<HeadWitness> witness() {
        try {
            return headFile.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The fact stands once it is committed: a head file that cannot be written is told to the screens, and the next
    /// start finds it behind.
    private void writeWitness() {
        try {
            headFile.write(standing().witness());
            trouble = Optional.empty();
        } catch (IOException e) {
            trouble = Optional.of("Le témoin du journal ne peut pas être écrit : " + e.getMessage());
        }
    }

    private void refuseNesting() {
        if (handle.isInTransaction()) {
            throw new IllegalStateException("a transaction within a transaction");
        }
    }

    @Override
    public void close() {
        starting.ifPresent(Starting::settle);
        lock.lock();
        try {
            handle.close();
            headFile.close();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
