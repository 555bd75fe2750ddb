package fr.lamine.model.journal;

import fr.lamine.model.journal.JournalCheck.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `lamine verify FILE [--key FINGERPRINT]`: checks an export, one entry a line, without anything but this file.
public final class VerifyCommand {

    private static final int MAX_LINE = 4 * Entry.MAX_BODY_BYTES;

    private VerifyCommand() {}

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
        if (!Files.isReadable(file)) {
            out.println("NON : le fichier " + file + " ne peut pas être lu.");
            return false;
        }
        JournalCheck check = new JournalCheck(trustedFingerprint);
        long line = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (text.length() > MAX_LINE) {
                    out.println("NON : la ligne " + line + " dépasse la taille permise.");
                    return false;
                }
                Entry entry = Json.read(text, Entry.class);
                Optional<Problem> problem = check.next(entry);
                if (problem.isPresent()) {
                    out.println("NON : l’écriture " + problem.get().id() + " (ligne " + line + ") "
                            + sentence(problem.get().finding()));
                    return false;
                }
            }
        } catch (Json.Unreadable e) {
            out.println("NON : la ligne " + line + " n’est pas une écriture de journal (" + e.getMessage() + ").");
            return false;
        }
        return conclude(check, out);
    }

    private static boolean conclude(JournalCheck check, PrintStream out) {
        if (check.head().isEmpty()) {
            out.println("NON : le fichier ne contient aucune écriture.");
            return false;
        }
        Head head = check.head().get();
        out.println(check.entries() + " écritures vérifiées, jusqu’à " + head.journal() + "/" + head.seq() + ".");
        out.println("Empreinte de la dernière écriture : " + head.hash());
        out.println("Empreinte de la clé : "
                + check.key().map(Keys.VerifyingKey::fingerprint).orElse("inconnue"));
        if (!check.endsWithExport()) {
            out.println("ATTENTION : le fichier ne se termine pas par une écriture d’export ; sa fin peut manquer.");
            return false;
        }
        out.println("OK : aucune écriture n’a été changée, retirée ou ajoutée.");
        return true;
    }

    private static String sentence(Chain.Finding finding) {
        return switch (finding) {
            case UNKNOWN_FORMAT -> "a un format inconnu.";
            case BODY_CHANGED -> "a un contenu qui a été changé.";
            case HASH_WRONG -> "a une empreinte fausse.";
            case UNKNOWN_KEY -> "est signée par une clé inconnue.";
            case SIGNATURE_WRONG -> "a une signature fausse.";
            case NUMBER_OUT_OF_ORDER -> "ne suit pas l’écriture précédente : il en manque, ou l’ordre a changé.";
            case CHAIN_BROKEN -> "ne s’enchaîne pas avec l’écriture précédente.";
        };
    }
}
