package fr.lamine.model.archive;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sync.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes an archive, entry by entry; nothing of the journal is held.
public final class ArchiveWriter {

    private final ZipOutputStream zip;
    private final ArchiveLabel label;
    private final StringBuilder sums = new StringBuilder();

    private ArchiveWriter(ZipOutputStream zip, ArchiveLabel label) {
        this.zip = zip;
        this.label = label;
    }

    /// What goes into the zip.
    ///
    /// @param keys     entries that announce keys, from the first of the journal on
    /// @param journal  entries of the period
    /// @param receipts for entries of the period, in their order
    /// @param exported the entry that hands them out
    public record Contents(Iterator<Entry> keys, Iterator<Entry> journal, Iterator<Receipt> receipts, Entry exported) {}

    /// @param key of `exported`, which also signs the list of files
    public static void write(
            OutputStream out, ArchiveLabel label, Contents contents, SigningKey key, String fingerprint)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            ArchiveWriter writer = new ArchiveWriter(zip, label);
            writer.text(ArchiveFile.NOTICE, notice(label, fingerprint));
            writer.text(ArchiveFile.SCRIPT, resource(ArchiveFile.SCRIPT));
            writer.text(ArchiveFile.LABEL, Json.write(label) + "\n");
            writer.lines(ArchiveFile.KEYS, contents.keys(), Json::write);
            writer.lines(
                    ArchiveFile.JOURNAL,
                    contents.journal(),
                    entry -> Json.write(label.withheld() ? ArchivedEntry.withheld(entry) : ArchivedEntry.of(entry)));
            writer.lines(ArchiveFile.RECEIPTS, contents.receipts(), Json::write);
            writer.text(ArchiveFile.EXPORTED, Json.write(contents.exported()) + "\n");
            String sums = writer.sums.toString();
            writer.text(ArchiveFile.SUMS, sums);
            writer.text(ArchiveFile.SUMS_SIGNATURE, key.sign(sums) + "\n");
        }
    }

    private static String notice(ArchiveLabel label, String fingerprint) throws IOException {
        return resource(ArchiveFile.NOTICE)
                .replace("%TERMINAL%", label.terminal().toString())
                .replace("%SITE%", label.site().toString())
                .replace("%PERIOD%", label.period())
                .replace("%FIRST%", label.first().toString())
                .replace("%LAST%", label.last().toString())
                .replace("%AT%", Entry.timeText(label.at()))
                .replace("%VERSION%", label.appVersion())
                .replace("%FINGERPRINT%", fingerprint);
    }

    private void text(ArchiveFile file, String text) throws IOException {
        begin(file);
        MessageDigest digest = sha256();
        put(text, digest);
        end(file, digest);
    }

    private <T> void lines(ArchiveFile file, Iterator<T> all, Function<T, String> line) throws IOException {
        begin(file);
        MessageDigest digest = sha256();
        while (all.hasNext()) {
            put(line.apply(all.next()) + "\n", digest);
        }
        end(file, digest);
    }

    private void begin(ArchiveFile file) throws IOException {
        ZipEntry entry = new ZipEntry(file.fileName());
        entry.setTime(label.at().toEpochMilli());
        zip.putNextEntry(entry);
    }

    private void put(String text, MessageDigest digest) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        zip.write(bytes);
    }

    private void end(ArchiveFile file, MessageDigest digest) throws IOException {
        zip.closeEntry();
        if (file.isListed()) {
            sums.append(HexFormat.of().formatHex(digest.digest()))
                    .append("  ")
                    .append(file.fileName())
                    .append('\n');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(ArchiveFile file) throws IOException {
        try (InputStream in = ArchiveWriter.class.getResourceAsStream("/lamine/archive/" + file.fileName())) {
            if (in == null) {
                throw new IllegalStateException("missing from the build: " + file.fileName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
