package fr.lamine.model.archive;

import java.util.Arrays;
import java.util.Optional;

/// The files of an archive, in the order in which they stand in the zip. There are no others.
public enum ArchiveFile {
    /// What it is and how to check it, in French.
    NOTICE("LISEZ-MOI.txt"),
    /// The check without our program.
    SCRIPT("verifier.sh"),
    /// [ArchiveLabel]: what the archive holds.
    LABEL("archive.json"),
    /// Entries that announce keys, from the first of the journal on.
    KEYS("cles.jsonl"),
    /// Entries of the period, one a line.
    JOURNAL("journal.jsonl"),
    /// The office's receipts for entries of the period, in their order, one a line.
    RECEIPTS("recus.jsonl"),
    /// The signed entry that hands the archive out.
    EXPORTED("export.jsonl"),
    /// SHA-256 of each file above, as `sha256sum` writes it.
    SUMS("SHA256SUMS"),
    /// Signature of the list by the key of the entry that hands the archive out, base64.
    SUMS_SIGNATURE("SHA256SUMS.sig");

    private final String fileName;

    ArchiveFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    static Optional<ArchiveFile> named(String name) {
        return Arrays.stream(values()).filter(f -> f.fileName.equals(name)).findFirst();
    }

    /// Whether the list names this file.
    public boolean isListed() {
        return this != SUMS && this != SUMS_SIGNATURE;
    }
}
