package fr.lamine.model.journal;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fiscal.BooksCheck;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.JournalCheck.Examined;
import fr.lamine.model.journal.JournalCheck.Followed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// `lamine verify FILE [--key FINGERPRINT]`: checks an export, one entry a line, without anything but this file. Reads
/// it once, a bounded piece at a time; entries are read and signatures checked on all cores, the chain in order.
public final class VerifyCommand {

    private static final int MAX_LINE = 4 * Entry.MAX_BODY_BYTES;
    private static final int CHUNK_LINES = 2_000;

    private VerifyCommand() {}

    /// One line of the file: an entry, or why it is none.
    private record Line(Optional<Examined> entry, String complaint) {
        static Line read(byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new Line(Optional.of(Examined.of(Json.read(text, Entry.class))), "");
            } catch (Json.Unreadable e) {
                return new Line(Optional.empty(), e.getMessage());
            } catch (CharacterCodingException e) {
                return new Line(Optional.empty(), "ce n’est pas du texte UTF-8");
            }
        }
    }

    public static void main(String[] args) throws IOException {
        boolean keyed = args.length == 3 && args[1].equals("--key") && args[2].matches("[0-9a-f]{64}");
        if (args.length != 1 && !keyed) {
            System.err.println("Usage : lamine verify FICHIER [--key EMPREINTE]");
            System.exit(2);
        }
        Optional<String> key = keyed ? Optional.of(args[2]) : Optional.empty();
        System.exit(verify(Path.of(args[0]), key, System.out) ? 0 : 1);
    }

    static boolean verify(Path file, Optional<String> trustedFingerprint, PrintStream out) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            out.println("NON : le fichier " + file + " ne peut pas être lu.");
            return false;
        }
        JournalCheck check = new JournalCheck(trustedFingerprint);
        BooksCheck books = new BooksCheck();
        long done = 0;
        try (BoundedLines lines = BoundedLines.of(file, MAX_LINE)) {
            for (List<byte[]> chunk = lines.next(CHUNK_LINES); !chunk.isEmpty(); chunk = lines.next(CHUNK_LINES)) {
                Optional<String> objection = objection(check, books, chunk, done);
                if (objection.isPresent()) {
                    out.println("NON : " + objection.get());
                    return false;
                }
                done += chunk.size();
            }
        } catch (BoundedLines.TooLong e) {
            out.println("NON : une ligne après la ligne " + done + " dépasse la taille permise.");
            return false;
        }
        return conclude(check, out);
    }

    /// The first thing that is wrong in a chunk, if anything is.
    private static Optional<String> objection(JournalCheck check, BooksCheck books, List<byte[]> chunk, long done) {
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
            Followed followed = check.follow(line.entry().get());
            misplaced = followed.finding().map(finding -> sentence(followed.entry(), number, finding));
            if (misplaced.isEmpty()) {
                inPlace.add(followed);
                misplaced = doubt(books, line.entry().get())
                        .map(doubt -> "l’écriture " + followed.entry().id() + " (ligne " + number + ") " + doubt);
            }
        }
        // None of these stands after the line objected to, so a bad signature among them is the first thing wrong.
        Optional<String> forged = IntStream.range(0, inPlace.size())
                .parallel()
                .filter(i -> inPlace.get(i).checkSignature().isPresent())
                .boxed()
                .findFirst()
                .map(i -> sentence(inPlace.get(i).entry(), done + i + 1, Finding.SIGNATURE_WRONG));
        return forged.isPresent() ? forged : misplaced;
    }

    private static Optional<String> doubt(BooksCheck books, Examined examined) {
        if (examined.fact().isEmpty()) {
            books.skip();
            return Optional.empty();
        }
        return books.next(examined.entry().id(), examined.fact().get());
    }

    private static boolean conclude(JournalCheck check, PrintStream out) {
        if (check.head().isEmpty()) {
            out.println("NON : le fichier ne contient aucune écriture.");
            return false;
        }
        Head head = check.head().get();
        FactId first = check.first().orElseThrow();
        out.println(check.entries() + " écritures vérifiées, de " + first + " à " + head.journal() + "/" + head.seq()
                + ".");
        out.println("Empreinte de la dernière écriture : " + head.hash());
        out.println("Empreinte de la clé : "
                + check.key().map(Keys.VerifyingKey::fingerprint).orElse("inconnue"));
        if (first.journal().generation() > 1) {
            out.println("Les générations avant " + first.journal() + " ne sont pas dans ce fichier.");
        }
        if (!check.endsWithExport()) {
            out.println("ATTENTION : le fichier ne se termine pas par une écriture d’export ; sa fin peut manquer.");
            return false;
        }
        out.println("OK : aucune écriture n’a été changée, retirée ou ajoutée ; numéros et totaux se suivent.");
        return true;
    }

    private static String sentence(Entry entry, long line, Finding finding) {
        String what = switch (finding) {
            case UNKNOWN_FORMAT -> "a un format inconnu.";
            case BODY_CHANGED -> "a un contenu qui a été changé.";
            case HASH_WRONG -> "a une empreinte fausse.";
            case UNKNOWN_KEY -> "est signée par une clé inconnue.";
            case SIGNATURE_WRONG -> "a une signature fausse.";
            case NUMBER_OUT_OF_ORDER -> "ne suit pas l’écriture précédente : il en manque, ou l’ordre a changé.";
            case CHAIN_BROKEN -> "ne s’enchaîne pas avec l’écriture précédente.";
        };
        return "l’écriture " + entry.id() + " (ligne " + line + ") " + what;
    }
}
