package fr.lamine.day.simulation;

import fr.lamine.day.simulation.TestServer.Folders;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.count.Counts;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.sync.LocalJournals;
import fr.lamine.pos.sync.SyncState;
import fr.lamine.pos.till.Till;
import fr.lamine.pos.transfer.Transfers;
import fr.lamine.pos.weighin.WeighIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A counter on real files: its store, its handlers, and its talk with the office. Its folders can be copied while it
/// works, and put back.
final class Counter implements AutoCloseable, LocalJournals {

    /// @param folder of the data and the head file
    /// @param head   where the journal stood
    record Copy(Path folder, Head head) {}

    final TerminalId id;
    final SiteCode site;
    private final Path root;
    private final Operator operator;
    private final TerminalIdentity identity;
    private Path disk;
    private int disks;
    private int tokens;

    TerminalStore store;
    ReferenceBook book;
    Station station;
    Commands commands;
    WeighIns weighIns;
    Labels labels;
    Till till;
    Closings closings;
    Transfers transfers;
    Counts counts;
    SyncState talk = SyncState.begin();
    Optional<String> session = Optional.empty();
    Instant absentUntil = Instant.MIN;

    /// Hashes of entries that went with a disk that was replaced on purpose.
    final Set<String> goneWithADisk = new HashSet<>();
    int restores;
    boolean cloned;

    Counter(Path root, TerminalId id, SiteCode site, Operator operator, SimulatedOffice office, Instant now) {
        this.root = root;
        this.id = id;
        this.site = site;
        this.operator = operator;
        KeyFolder keys = new KeyFolder(root.resolve("keys"));
        Enrolled enrolled = office.enrol(id, site, keys.keyOrNew(1), now);
        identity = TerminalIdentity.of(enrolled);
        keys.keep(identity);
        disk = root.resolve("disk-0");
        open(now);
    }

    private StoreFolders folders() {
        return new StoreFolders(disk.resolve("data"), root.resolve("keys"), disk.resolve("heads"));
    }

    private void open(Instant now) {
        store = TerminalStore.open(folders(), identity);
        book = new ReferenceBook(store);
        station = new Station(site, identity.station(), "0.1.0");
        store.start(station.machineContext(book.current(), now));
        station.signIn(operator);
        commands = new Commands(store, book);
        weighIns = new WeighIns(commands);
        labels = new Labels(commands);
        till = new Till(commands);
        closings = new Closings(commands);
        transfers = new Transfers(commands);
        counts = new Counts(commands);
        talk = SyncState.begin();
        session = Optional.empty();
    }

    /// Somebody has counted the cash of this day before anything is sold; what was left of another day is closed first.
    void openTill(Instant now) {
        LocalDate today = book.current().businessDay(site, now);
        if (closings.book().session().filter(s -> s.day().isBefore(today)).isPresent()) {
            CashCount found = CashCount.fewest(closings.book().expectedCash().orElseThrow());
            require(closings.closeDay(station, token(), found, found.total(), Optional.empty(), false, now));
        }
        if (closings.book().session().isEmpty()) {
            CashCount left = CashCount.fewest(closings.book().left().orElse(Money.cents(10_000)));
            require(closings.open(station, token(), left, now));
        }
    }

    private static void require(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("the drawer says " + answer);
        }
    }

    String token() {
        tokens++;
        return "token-" + id + "-" + disks + "-" + tokens;
    }

    String hashOf(FactId fact) {
        return store.hashAt(fact.journal().generation(), fact.seq()).orElseThrow();
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (int generation : store.generations()) {
            long after = 0;
            List<Entry> page = store.entries(generation, after, 500);
            while (!page.isEmpty()) {
                all.addAll(page);
                after = page.getLast().seq();
                page = store.entries(generation, after, 500);
            }
        }
        return all;
    }

    Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        entries().forEach(e -> hashes.add(e.hash()));
        return hashes;
    }

    /// An entry as a later version might write it, in words that this office does not know.
    Entry recordUnreadable(Instant now) {
        return store.write(now, writing -> {
            Head head = writing.sql()
                    .createQuery("SELECT generation, seq, hash FROM journal ORDER BY rowid DESC LIMIT 1")
                    .map((row, _) -> new Head(JournalId.of(id, row.getInt(1)), row.getLong(2), row.getString(3)))
                    .one();
            SigningKey key = store.key(head.journal().generation()).orElseThrow();
            Entry entry = Chain.seal(head, now, "weigh-in.9", "{\"kilos\":\"douze\"}", key);
            writing.sql()
                    .execute(
                            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            entry.format(),
                            id.code(),
                            entry.generation(),
                            entry.seq(),
                            entry.recordedAt().toString(),
                            entry.type(),
                            entry.keyId(),
                            entry.prevHash(),
                            entry.body(),
                            entry.bodyHash(),
                            entry.hash(),
                            entry.signature());
            return entry;
        });
    }

    Copy backup() {
        disks++;
        Path copy = root.resolve("copy-" + disks);
        Folders.copy(disk, copy);
        return new Copy(copy, store.head());
    }

    /// The current fails for a moment: what the disk holds is all that is left of the process.
    void powerCut(Instant now) {
        disks++;
        Path left = root.resolve("disk-" + disks);
        Folders.copy(disk, left);
        replaceDisk(left, now);
    }

    long writeAheadBytes() {
        try {
            return Files.size(disk.resolve("data").resolve("terminal.db-wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A power cut on a disk that had not kept the end of the log, as if nothing had forced it there.
    void powerCutThatForgets(long logBytesKept, Instant now) {
        disks++;
        Path left = root.resolve("disk-" + disks);
        Folders.copy(disk, left);
        try (FileChannel log =
                FileChannel.open(left.resolve("data").resolve("terminal.db-wal"), StandardOpenOption.WRITE)) {
            log.truncate(logBytesKept);
            Files.deleteIfExists(left.resolve("data").resolve("terminal.db-shm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replaceDisk(left, now);
    }

    /// Somebody puts an older copy of the data back.
    ///
    /// @param headToo the head file is put back with it, so that nothing on this machine remembers more
    void restore(Copy copy, boolean headToo, Instant now) {
        Set<String> before = hashes();
        disks++;
        Path left = root.resolve("disk-" + disks);
        Folders.copy(copy.folder().resolve("data"), left.resolve("data"));
        Folders.copy((headToo ? copy.folder() : disk).resolve("heads"), left.resolve("heads"));
        replaceDisk(left, now);
        before.removeAll(hashes());
        goneWithADisk.addAll(before);
        restores++;
        cloned |= headToo;
    }

    private void replaceDisk(Path left, Instant now) {
        store.close();
        Folders.delete(disk);
        disk = left;
        open(now);
    }

    @Override
    public List<Integer> generations() {
        return store.generations();
    }

    @Override
    public long lastSeq(int generation) {
        return store.headOf(generation).map(Head::seq).orElse(0L);
    }

    @Override
    public Optional<String> hashAt(int generation, long seq) {
        return store.hashAt(generation, seq);
    }

    @Override
    public void close() {
        store.close();
    }
}
