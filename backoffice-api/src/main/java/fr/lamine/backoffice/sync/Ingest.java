package fr.lamine.backoffice.sync;

import fr.lamine.backoffice.apply.Apply;
import fr.lamine.backoffice.apply.Arrived;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.DiscrepancyDao;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.JournalDao.Stored;
import fr.lamine.backoffice.journal.KeyDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.journal.ReceiptDao;
import fr.lamine.backoffice.sync.Placement.Place;
import fr.lamine.backoffice.terminal.TerminalDao;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalAnswer.Result;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Taking in a batch of a terminal's journal, in one transaction under the lock of that terminal: every valid entry is
/// stored, whatever becomes of it when it is applied.
public final class Ingest {

    private final OfficeJournal office;

    public Ingest(OfficeJournal office) {
        this.office = office;
    }

    /// @param batch of the terminal's own journal
    public JournalAnswer take(Handle handle, JournalBatch batch, Instant now) {
        List<Entry> entries = batch.entries();
        JournalId main = entries.getFirst().journal();
        TerminalId terminal = main.terminal();
        JournalKind kind = JournalDao.lock(handle, terminal)
                .orElseThrow(() -> new IllegalArgumentException("unknown terminal: " + terminal));
        TerminalDao.seen(handle, terminal, now);
        VerifyingKey enrolled = TerminalDao.enrolledKey(handle, terminal);
        Placement placement = new Placement(
                main,
                JournalDao.heads(handle, terminal, main.generation()),
                JournalDao.held(
                        handle,
                        terminal,
                        main.generation(),
                        entries.getFirst().seq() - 1,
                        entries.getLast().seq()));
        JournalKeys keys = new JournalKeys(handle, enrolled, main);

        List<Stored> stored = new ArrayList<>();
        Result result = Result.TAKEN;
        Optional<JournalId> branch = Optional.empty();
        for (Entry entry : entries) {
            Place place = placement.place(entry);
            if (place instanceof Place.Missing) {
                result = Result.GAP;
                break;
            }
            if (place instanceof Place.Onto(JournalId journal)) {
                if (!isSealed(keys, journal, entry)) {
                    result = isBeforeItsTime(handle, entry) ? Result.GAP : Result.BROKEN;
                    if (result == Result.BROKEN) {
                        warn(handle, entry, now);
                    }
                    break;
                }
                placement.stored(journal, entry);
                keys.announced(journal, entry);
                stored.add(new Stored(journal, entry));
            }
            JournalId where = journal(place);
            if (where.branch().isPresent()) {
                result = Result.FORK;
                branch = Optional.of(where);
            }
        }
        if (!stored.isEmpty()) {
            JournalDao.add(handle, stored, placement.moved(), now);
            Apply.apply(
                    handle,
                    stored.stream()
                            .map(s -> new Arrived(s.journal(), s.entry(), kind))
                            .toList(),
                    now);
        }
        return new JournalAnswer(
                result, placement.head(), branch.map(placement::head), receipt(handle, placement.head(), now));
    }

    private static JournalId journal(Place place) {
        return switch (place) {
            case Place.Onto(JournalId journal) -> journal;
            case Place.Known(JournalId journal) -> journal;
            case Place.Missing _ -> throw new IllegalStateException("an entry with no place");
        };
    }

    private static boolean isSealed(JournalKeys keys, JournalId journal, Entry entry) {
        return keys.keyFor(journal, entry)
                .filter(key -> Chain.checkSeal(entry, key).isEmpty())
                .isPresent();
    }

    /// A generation that begins while no key of the one before it is known cannot be verified yet.
    private static boolean isBeforeItsTime(Handle handle, Entry entry) {
        return entry.seq() == 1
                && entry.generation() > 1
                && KeyDao.ofGeneration(handle, entry.terminal(), entry.generation() - 1)
                        .isEmpty();
    }

    private static void warn(Handle handle, Entry entry, Instant now) {
        String journal = entry.journal().toString();
        Discrepancy discrepancy = new Discrepancy(
                Kind.WRONG_SIGNATURE,
                journal,
                "seal:" + journal,
                Optional.of(TerminalDao.site(handle, entry.terminal())),
                Optional.empty(),
                "Le poste %s a envoyé l’écriture %s sous une signature fausse ; elle n’a pas été gardée."
                        .formatted(entry.terminal(), entry.id()));
        DiscrepancyDao.open(handle, List.of(discrepancy), now);
    }

    private Optional<Receipt> receipt(Handle handle, Head head, Instant now) {
        if (head.seq() == 0) {
            return Optional.empty();
        }
        Optional<Receipt> given = ReceiptDao.find(handle, head);
        if (given.isPresent()) {
            return given;
        }
        Receipt receipt = office.receipt(head, now);
        ReceiptDao.add(handle, receipt);
        return Optional.of(receipt);
    }
}
