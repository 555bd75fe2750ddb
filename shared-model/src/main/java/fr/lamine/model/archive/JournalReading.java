package fr.lamine.model.archive;

import fr.lamine.model.fiscal.BooksCheck;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.JournalCheck.Examined;
import fr.lamine.model.journal.JournalCheck.Followed;
import fr.lamine.model.journal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Reads entries, one a line: on all cores what each of them says, in their order how they hang together and whether
/// they agree with the books.
final class JournalReading {

    private static final int MAX_LINE = 4 * Entry.MAX_BODY_BYTES;
    private static final int CHUNK_LINES = 2_000;

    private final Function<Entry, Optional<String>> witness;
    private final BooksCheck books = new BooksCheck();
    private Function<Entry, JournalCheck> begin;
    private Optional<JournalCheck> check = Optional.empty();
    private Optional<Entry> first = Optional.empty();
    private boolean blind;

    /// @param begin   the check that suits the first entry
    /// @param witness what else is known of an entry, and contradicts it; without a subject
    JournalReading(Function<Entry, JournalCheck> begin, Function<Entry, Optional<String>> witness) {
        this.begin = begin;
        this.witness = witness;
    }

    /// One line of the file: an entry, or why it is none.
    private record Line(Optional<Examined> entry, boolean withheld, String complaint) {
        static Line read(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                ArchivedEntry read = Json.read(text, ArchivedEntry.class);
                boolean withheld = read.body().isEmpty();
                Examined examined = withheld ? Examined.withoutBody(read.entry()) : Examined.of(read.entry());
                return new Line(Optional.of(examined), withheld, "");
            } catch (Json.Unreadable | IllegalArgumentException e) {
                return new Line(Optional.empty(), false, e.getMessage());
            } catch (CharacterCodingException e) {
                return new Line(Optional.empty(), false, "ce n’est pas du texte UTF-8");
            }
        }
    }

    /// Reads to the end, or to the first thing that is wrong.
    ///
    /// @return that thing, as a French sentence
    Optional<String> read(InputStream in) throws IOException {
        long done = 0;
        try (BoundedLines lines = BoundedLines.of(in, MAX_LINE)) {
            for (List<byte[]> chunk = lines.next(CHUNK_LINES); !chunk.isEmpty(); chunk = lines.next(CHUNK_LINES)) {
                Optional<String> objection = objection(chunk, done);
                if (objection.isPresent()) {
                    return objection;
                }
                done += chunk.size();
            }
            return done == 0 ? Optional.of("le fichier ne contient aucune écriture.") : Optional.empty();
        } catch (BoundedLines.TooLong e) {
            return Optional.of("une ligne après la ligne " + done + " dépasse la taille permise.");
        }
    }

    /// @throws IllegalStateException before an entry was read
    JournalCheck check() {
        return check.orElseThrow(() -> new IllegalStateException("nothing was read"));
    }

    /// @throws IllegalStateException before an entry was read
    Entry first() {
        return first.orElseThrow(() -> new IllegalStateException("nothing was read"));
    }

    BooksCheck books() {
        return books;
    }

    /// Whether an entry of a type that this version does not know kept the books from being followed.
    boolean isBlind() {
        return blind;
    }

    /// The first thing that is wrong in a chunk, if anything is.
    private Optional<String> objection(List<byte[]> chunk, long done) {
        List<Line> lines = chunk.parallelStream().map(Line::read).toList();
        List<Followed> inPlace = new ArrayList<>(lines.size());
        Optional<String> misplaced = Optional.empty();
        for (int i = 0; i < lines.size() && misplaced.isEmpty(); i++) {
            long number = done + i + 1;
            Line line = lines.get(i);
            if (line.entry().isEmpty()) {
                misplaced = Optional.of(
                        "la ligne " + number + " n’est pas une écriture de journal (" + line.complaint() + ").");
                continue;
            }
            Examined examined = line.entry().get();
            Followed followed = check(examined.entry()).follow(examined);
            misplaced =
                    followed.finding().map(finding -> sentence(followed.entry(), number, VerifyCommand.words(finding)));
            if (misplaced.isEmpty()) {
                inPlace.add(followed);
                misplaced = witness.apply(examined.entry())
                        .or(() -> doubt(examined, line.withheld()))
                        .map(doubt -> sentence(examined.entry(), number, doubt));
            }
        }
        // None of these stands after the line objected to, so a bad signature among them is the first thing wrong.
        Optional<String> forged = IntStream.range(0, inPlace.size())
                .parallel()
                .filter(i -> inPlace.get(i).checkSignature().isPresent())
                .boxed()
                .findFirst()
                .map(i -> sentence(inPlace.get(i).entry(), done + i + 1, VerifyCommand.words(Finding.SIGNATURE_WRONG)));
        return forged.isPresent() ? forged : misplaced;
    }

    private JournalCheck check(Entry entry) {
        if (check.isEmpty()) {
            check = Optional.of(begin.apply(entry));
            first = Optional.of(entry);
        }
        return check.get();
    }

    private Optional<String> doubt(Examined examined, boolean withheld) {
        if (examined.fact().isPresent()) {
            return books.next(examined.entry().id(), examined.fact().get());
        }
        if (!withheld) {
            books.skip();
            blind = true;
        }
        return Optional.empty();
    }

    private static String sentence(Entry entry, long line, String what) {
        return "l’écriture " + entry.id() + " (ligne " + line + ") " + what;
    }
}
