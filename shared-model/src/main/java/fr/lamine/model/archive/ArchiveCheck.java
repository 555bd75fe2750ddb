package fr.lamine.model.archive;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Checks an archive: its keys, its entries, the office's receipts, the entry that hands it out, and last the files
/// themselves, so that a changed entry is named as an entry.
final class ArchiveCheck {

    private static final int MAX_SMALL_FILE = 1 << 16;
    private static final int MAX_KEYS = 10_000;

    private final ZipFile zip;
    private final KeyRing ring;
    private final PrintStream out;

    /// What is wrong, as a French sentence.
    private static final class Objection extends Exception {
        private static final long serialVersionUID = 1L;

        Objection(String sentence) {
            super(sentence);
        }
    }

    private ArchiveCheck(ZipFile zip, Optional<String> trusted, PrintStream out) {
        this.zip = zip;
        this.ring = new KeyRing(trusted);
        this.out = out;
    }

    static boolean verify(Path file, Optional<String> trustedFingerprint, PrintStream out) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new ArchiveCheck(zip, trustedFingerprint, out).run();
            return true;
        } catch (ZipException e) {
            out.println("NON : l’archive est abîmée : sa fin manque, ou un octet en a été changé.");
            return false;
        } catch (Objection e) {
            out.println("NON : " + e.getMessage());
            return false;
        }
    }

    private void run() throws IOException, Objection {
        requireFiles();
        ArchiveLabel label = label();
        readKeys();
        JournalReading reading;
        try (ReceiptsBeside receipts = receipts(label)) {
            reading = readJournal(receipts);
            receipts.last()
                    .ifPresent(r -> out.println("Le bureau a accusé réception jusqu’à l’écriture "
                            + r.head().journal() + "/" + r.head().seq() + ", le " + Entry.timeText(r.at()) + "."));
        }
        VerifyingKey signer = checkExported(reading);
        checkLabel(label, reading);
        checkSums(signer);
        VerifyCommand.tell(reading, out);
        out.println("Empreinte de la première clé du poste : "
                + ring.first().map(VerifyingKey::fingerprint).orElseThrow());
        out.println("OK : archive " + label.period() + " du poste " + label.terminal()
                + " ; aucune écriture n’a été changée, retirée ou ajoutée, numéros et totaux se suivent.");
    }

    private void requireFiles() throws Objection {
        Set<ArchiveFile> missing = EnumSet.allOf(ArchiveFile.class);
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            Optional<ArchiveFile> file = ArchiveFile.named(name);
            if (file.isEmpty() || !missing.remove(file.get())) {
                throw new Objection(
                        "un fichier de trop est dans l’archive, ou y est deux fois : " + printable(name) + ".");
            }
        }
        if (!missing.isEmpty()) {
            throw new Objection("le fichier " + missing.iterator().next().fileName() + " manque dans l’archive.");
        }
    }

    private ArchiveLabel label() throws IOException, Objection {
        try {
            return Json.read(small(ArchiveFile.LABEL), ArchiveLabel.class);
        } catch (Json.Unreadable e) {
            throw new Objection("archive.json n’est pas d’un format connu (" + e.getMessage() + ").");
        }
    }

    private void readKeys() throws IOException, Objection {
        int line = 0;
        try (BoundedLines lines = BoundedLines.of(open(ArchiveFile.KEYS), MAX_SMALL_FILE)) {
            for (List<byte[]> one = lines.next(1); !one.isEmpty(); one = lines.next(1)) {
                line++;
                if (line > MAX_KEYS) {
                    throw new Objection("cles.jsonl contient plus de clés qu’un poste n’en a.");
                }
                Entry entry = entry(ArchiveFile.KEYS, new String(one.getFirst(), StandardCharsets.UTF_8));
                Optional<String> wrong = ring.add(entry);
                if (wrong.isPresent()) {
                    throw new Objection("dans cles.jsonl, l’écriture " + entry.id() + " " + wrong.get());
                }
            }
        } catch (BoundedLines.TooLong e) {
            throw new Objection("dans cles.jsonl, une ligne dépasse la taille permise.");
        }
        if (line == 0) {
            throw new Objection("cles.jsonl ne contient aucune clé.");
        }
    }

    private ReceiptsBeside receipts(ArchiveLabel label) throws IOException, Objection {
        try {
            Optional<VerifyingKey> office = Optional.of(label.officePublicKey())
                    .filter(key -> !key.isEmpty())
                    .map(VerifyingKey::parse);
            return new ReceiptsBeside(open(ArchiveFile.RECEIPTS), office);
        } catch (Json.Unreadable | IllegalArgumentException e) {
            throw new Objection("un accusé de réception ou la clé du bureau est illisible.");
        }
    }

    private JournalReading readJournal(ReceiptsBeside receipts) throws IOException, Objection {
        JournalReading reading = new JournalReading(this::begin, receipts::contradicts);
        Optional<String> wrong;
        try {
            wrong = reading.read(open(ArchiveFile.JOURNAL));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (wrong.isPresent()) {
            throw new Objection("dans journal.jsonl, " + wrong.get());
        }
        if (receipts.left().isPresent()) {
            throw new Objection("le bureau a accusé réception de l’écriture "
                    + receipts.left().get() + ", qui n’est pas à sa place dans l’archive.");
        }
        return reading;
    }

    /// An archive begins anywhere; a key that the ring does not hold makes its first entry one of an unknown key.
    private JournalCheck begin(Entry entry) {
        VerifyingKey key = ring.of(entry).or(ring::first).orElseThrow();
        return entry.seq() == 1
                ? new JournalCheck(Optional.of(key.fingerprint()))
                : JournalCheck.from(new Head(entry.journal(), entry.seq() - 1, entry.prevHash()), key);
    }

    private VerifyingKey checkExported(JournalReading reading) throws IOException, Objection {
        Entry entry = entry(ArchiveFile.EXPORTED, small(ArchiveFile.EXPORTED).strip());
        VerifyingKey key = ring.of(entry)
                .orElseThrow(() -> new Objection("la remise " + entry.id() + " est signée par une clé inconnue."));
        Optional<String> seal = Chain.checkSeal(entry, key).map(VerifyCommand::words);
        if (seal.isPresent()) {
            throw new Objection("la remise " + entry.id() + " " + seal.get());
        }
        Head head = reading.check().head().orElseThrow();
        if (!(fact(entry) instanceof Fact.Exported exported)) {
            throw new Objection("l’écriture " + entry.id() + " de export.jsonl n’est pas une remise.");
        }
        if (exported.toSeq() != head.seq() || !exported.headHash().equals(head.hash())) {
            throw new Objection("l’archive finit à l’écriture " + head.journal() + "/" + head.seq()
                    + ", mais la remise signée " + entry.id() + " va jusqu’à la n° " + exported.toSeq()
                    + " : sa fin a été coupée ou changée.");
        }
        if (exported.fromSeq() != reading.first().seq()) {
            throw new Objection(
                    "l’archive commence à l’écriture " + reading.first().id() + ", mais la remise signée " + entry.id()
                            + " à la n° " + exported.fromSeq() + " : son début a été coupé.");
        }
        return key;
    }

    private static void checkLabel(ArchiveLabel label, JournalReading reading) throws Objection {
        Head head = reading.check().head().orElseThrow();
        boolean same = label.first().equals(reading.first().id())
                && label.last().journal().equals(head.journal())
                && label.last().seq() == head.seq()
                && label.terminal().equals(head.journal().terminal());
        if (!same) {
            throw new Objection("archive.json ne dit pas ce que l’archive contient.");
        }
    }

    private void checkSums(VerifyingKey signer) throws IOException, Objection {
        String sums = small(ArchiveFile.SUMS);
        if (!signer.verifies(sums, small(ArchiveFile.SUMS_SIGNATURE).strip())) {
            throw new Objection("la liste SHA256SUMS n’est pas celle que le poste a signée.");
        }
        for (ArchiveFile file : ArchiveFile.values()) {
            if (file.isListed() && !sums.contains(digest(file) + "  " + file.fileName() + "\n")) {
                throw new Objection("le fichier " + file.fileName() + " a été changé : ce n’est pas son empreinte dans"
                        + " SHA256SUMS.");
            }
        }
    }

    private String digest(ArchiveFile file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Entry entry(ArchiveFile file, String line) throws Objection {
        try {
            return Json.read(line, Entry.class);
        } catch (Json.Unreadable e) {
            throw new Objection(
                    file.fileName() + " contient une ligne qui n’est pas une écriture (" + e.getMessage() + ").");
        }
    }

    private static Fact fact(Entry entry) throws Objection {
        try {
            return Json.fact(entry);
        } catch (Json.Unreadable e) {
            throw new Objection("l’écriture " + entry.id() + " est illisible (" + e.getMessage() + ").");
        }
    }

    private String small(ArchiveFile file) throws IOException, Objection {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(MAX_SMALL_FILE + 1);
            if (bytes.length > MAX_SMALL_FILE) {
                throw new Objection(file.fileName() + " dépasse la taille permise.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private InputStream open(ArchiveFile file) throws IOException {
        return zip.getInputStream(zip.getEntry(file.fileName()));
    }

    private static String printable(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
