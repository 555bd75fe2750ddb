package fr.lamine.pos.control;

import fr.lamine.model.archive.ArchiveLabel;
import fr.lamine.model.archive.ArchiveWriter;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Hands out a day, a month, a year or the whole of this terminal's journal, from closing to closing. The handing out
/// is
/// itself an entry, signed like every other.
public final class Archives {

    private static final int PAGE = 500;

    private final TerminalStore store;
    private final Station station;
    private final ReferenceBook book;
    private final ClosingChain closings;

    public Archives(TerminalStore store, Station station, ReferenceBook book) {
        this.store = store;
        this.station = station;
        this.book = book;
        this.closings = new ClosingChain(store);
    }

    /// What came of it.
    public sealed interface Outcome {
        /// @param entries of the period, the closing before it included
        record Made(Path file, long entries) implements Outcome {}

        /// No closing of this till is of that period.
        record NoSuchPeriod() implements Outcome {}
    }

    /// @param period   `2026-11-23`, `2026-11`, `2026`, or [ArchiveLabel#WHOLE]
    /// @param withheld whether weighings are left out but for their hash
    /// @param file     must not exist: an archive is never written over another file
    public Outcome make(String period, boolean withheld, Path file, Instant now) throws IOException {
        Optional<ClosingChain.Span> span =
                period.equals(ArchiveLabel.WHOLE) ? Optional.of(whole()) : closings.of(period);
        if (span.isEmpty()) {
            return new Outcome.NoSuchPeriod();
        }
        FactId last = span.get().last();
        FactId first = span.get().before().filter(this::isHere).orElseGet(this::beginning);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            return new Outcome.Made(file, write(out, period, withheld, first, last, now));
        }
    }

    private long write(OutputStream out, String period, boolean withheld, FactId first, FactId last, Instant now)
            throws IOException {
        String headHash = entryAt(last).hash();
        FactId handedOut = store.write(
                now,
                writing -> writing.append(new Fact.Exported(
                        station.machineContext(book.current(), now), first.seq(), last.seq(), headHash)));
        SigningKey key = store.key(handedOut.journal().generation())
                .orElseThrow(() -> new IllegalStateException("the key of the running generation is gone"));
        Pages journal = new Pages(first, last);
        ArchiveLabel label = new ArchiveLabel(
                ArchiveLabel.FORMAT,
                store.identity().terminal(),
                store.identity().site(),
                period,
                first,
                last,
                withheld,
                now.truncatedTo(ChronoUnit.MILLIS),
                station.appVersion(),
                store.identity().officePublicKey());
        ArchiveWriter.write(
                out,
                label,
                new ArchiveWriter.Contents(
                        keyEntries().iterator(),
                        journal,
                        store.receipts(first, last).iterator(),
                        entryAt(handedOut)),
                key,
                fingerprint());
        return journal.given;
    }

    /// Of the key that this terminal was enrolled with.
    public String fingerprint() {
        return store.key(1).map(key -> key.verifyingKey().fingerprint()).orElse("");
    }

    /// A name that no archive had before, to the second.
    String fileName(String period, Instant now) {
        String at = Entry.timeText(now.truncatedTo(ChronoUnit.SECONDS))
                .substring(0, 19)
                .replaceAll("[^0-9]", "");
        return "archive-%s-%s-%s.zip".formatted(store.identity().terminal(), period, at);
    }

    /// SHA-256 of a file, hex.
    static String sha256(Path file) throws IOException {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            Files.copy(file, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private ClosingChain.Span whole() {
        Head head = store.head();
        return new ClosingChain.Span(Optional.empty(), new FactId(head.journal(), head.seq()));
    }

    private boolean isHere(FactId id) {
        return store.hashAt(id.journal().generation(), id.seq()).isPresent();
    }

    private FactId beginning() {
        return new FactId(journal(store.generations().getFirst()), 1);
    }

    private JournalId journal(int generation) {
        return JournalId.of(store.identity().terminal(), generation);
    }

    private Entry entryAt(FactId id) {
        return store.entries(id.journal().generation(), id.seq() - 1, 1).getFirst();
    }

    /// The first entry of each generation, and those that changed its key on the way.
    private List<Entry> keyEntries() {
        List<Entry> keys = new ArrayList<>();
        for (int generation : store.generations()) {
            Entry opening = entryAt(new FactId(journal(generation), 1));
            keys.add(opening);
            FactId end = new FactId(
                    journal(generation), store.headOf(generation).orElseThrow().seq());
            if (!entryAt(end).keyId().equals(opening.keyId())) {
                new Pages(opening.id(), end).forEachRemaining(entry -> {
                    if (entry.type().startsWith("key-changed.")) {
                        keys.add(entry);
                    }
                });
            }
        }
        return keys;
    }

    /// Entries from one to another, generation by generation, one page in memory.
    private final class Pages implements Iterator<Entry> {
        private final FactId last;
        private final List<Integer> generations;
        private List<Entry> page = List.of();
        private int at;
        private int generation;
        private long after;
        private long given;

        Pages(FactId first, FactId last) {
            this.last = last;
            this.generation = first.journal().generation();
            this.after = first.seq() - 1;
            this.generations = store.generations();
        }

        @Override
        public boolean hasNext() {
            while (at == page.size()) {
                page = store.entries(generation, after, PAGE);
                at = 0;
                if (page.isEmpty()) {
                    Optional<Integer> next =
                            generations.stream().filter(g -> g > generation).findFirst();
                    if (next.isEmpty() || next.get() > last.journal().generation()) {
                        return false;
                    }
                    generation = next.get();
                    after = 0;
                }
            }
            Entry entry = page.get(at);
            return entry.generation() < last.journal().generation()
                    || entry.generation() == last.journal().generation() && entry.seq() <= last.seq();
        }

        @Override
        public Entry next() {
            Entry entry = page.get(at);
            at++;
            after = entry.seq();
            given++;
            return entry;
        }
    }
}
