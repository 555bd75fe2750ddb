package fr.lamine.model.archive;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;
import java.util.Optional;

/// An entry as it stands in an archive: with the fields that were signed, and without its body when that is no matter
/// of
/// the tax office. What was signed is the hash of the body, so that the entry still verifies.
///
/// @param body absent only for what lies outside the fiscal perimeter
public record ArchivedEntry(
        String format,
        TerminalId terminal,
        int generation,
        long seq,
        Instant recordedAt,
        String type,
        String keyId,
        String prevHash,
        Optional<String> body,
        String bodyHash,
        String hash,
        String signature) {

    public ArchivedEntry {
        if (body.isEmpty() && !FactTypes.isOutsideFiscalPerimeter(type)) {
            throw new IllegalArgumentException("le contenu d’une écriture " + type + " ne peut pas être retiré");
        }
    }

    public static ArchivedEntry of(Entry entry) {
        return with(entry, Optional.of(entry.body()));
    }

    /// With its hash in place of its body, if that may be left out.
    public static ArchivedEntry withheld(Entry entry) {
        return with(entry, Optional.of(entry.body()).filter(_ -> !FactTypes.isOutsideFiscalPerimeter(entry.type())));
    }

    /// The entry, with an empty body in place of one that was left out.
    Entry entry() {
        return new Entry(
                format,
                terminal,
                generation,
                seq,
                recordedAt,
                type,
                keyId,
                prevHash,
                body.orElse(""),
                bodyHash,
                hash,
                signature);
    }

    private static ArchivedEntry with(Entry entry, Optional<String> body) {
        return new ArchivedEntry(
                entry.format(),
                entry.terminal(),
                entry.generation(),
                entry.seq(),
                entry.recordedAt(),
                entry.type(),
                entry.keyId(),
                entry.prevHash(),
                body,
                entry.bodyHash(),
                entry.hash(),
                entry.signature());
    }
}
