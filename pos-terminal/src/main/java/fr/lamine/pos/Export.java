package fr.lamine.pos;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/// Hands the whole journal of a terminal out, one entry a line, for anybody to verify. The handing out is itself the
/// last entry, so that a file whose end was cut is seen to be cut.
public final class Export {

    private static final int PAGE = 500;

    private Export() {}

    /// `DIR FILE`: the folder of a counter that is not running, and a file that does not exist yet.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage : lamine export DOSSIER FICHIER");
            System.exit(2);
        }
        try (StillCounter counter = StillCounter.open(Path.of(arguments[0]))) {
            long entries =
                    write(counter.store(), counter.station(), counter.book(), Path.of(arguments[1]), Instant.now());
            System.out.println(
                    entries + " écritures dans " + arguments[1] + ". Pour vérifier : ./lamine verify " + arguments[1]);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// @param file must not exist: an export is never written over another
    /// @return how many entries the file holds, the one that closes it included
    static long write(TerminalStore store, Station station, ReferenceBook book, Path file, Instant now)
            throws IOException {
        long entries = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            Head head = store.head();
            store.write(
                    now,
                    writing -> writing.append(new Fact.Exported(
                            station.machineContext(book.current(), now), 1, head.seq(), head.hash())));
            for (int generation : store.generations()) {
                List<Entry> page = store.entries(generation, 0, PAGE);
                while (!page.isEmpty()) {
                    for (Entry entry : page) {
                        out.write(Json.write(entry));
                        out.write('\n');
                        entries++;
                    }
                    page = store.entries(generation, page.getLast().seq(), PAGE);
                }
            }
        }
        return entries;
    }
}
