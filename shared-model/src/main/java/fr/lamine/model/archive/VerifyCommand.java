package fr.lamine.model.archive;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// `lamine verify FILE [--key FINGERPRINT]`: checks an export, one entry a line, or an archive, without anything but
/// this
/// file.
public final class VerifyCommand {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

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

    /// @return whether nothing is wrong; what is said of it goes to `out`, in French
    public static boolean verify(Path file, Optional<String> trustedFingerprint, PrintStream out) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            out.println("NON : le fichier " + file + " ne peut pas être lu.");
            return false;
        }
        return isZip(file)
                ? ArchiveCheck.verify(file, trustedFingerprint, out)
                : verifyLines(file, trustedFingerprint, out);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static boolean verifyLines(Path file, Optional<String> trusted, PrintStream out) throws IOException {
        JournalReading reading = new JournalReading(_ -> new JournalCheck(trusted), _ -> Optional.empty());
        Optional<String> objection = reading.read(Files.newInputStream(file));
        if (objection.isPresent()) {
            out.println("NON : " + objection.get());
            return false;
        }
        JournalCheck check = reading.check();
        tell(reading, out);
        FactId first = check.first().orElseThrow();
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

    /// What is wrong with an entry, in French and without its subject.
    public static String words(Finding finding) {
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

    static void tell(JournalReading reading, PrintStream out) {
        JournalCheck check = reading.check();
        Head head = check.head().orElseThrow();
        FactId first = check.first().orElseThrow();
        out.println(check.entries() + " écritures vérifiées, de " + first + " à " + head.journal() + "/" + head.seq()
                + ".");
        out.println("Empreinte de la dernière écriture : " + head.hash());
        out.println("Empreinte de la clé : "
                + check.key().map(Keys.VerifyingKey::fingerprint).orElse("inconnue"));
        if (reading.isBlind()) {
            out.println(
                    "Des écritures sont d’un type plus récent que ce programme : les totaux n’ont pas pu être suivis"
                            + " partout.");
        }
    }
}
