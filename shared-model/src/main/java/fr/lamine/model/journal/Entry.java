package fr.lamine.model.journal;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.site.TerminalId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One entry of a journal, exactly as it is stored, sent and exported. Building one checks its form and bounds, not its
/// truth: that is [Chain]'s.
///
/// @param format     always [#FORMAT]
/// @param seq        1, 2, 3 … without a gap
/// @param recordedAt the terminal's clock, to the millisecond, never corrected
/// @param type       name and version of the fact, such as `sale.1`
/// @param keyId      first 16 hex digits of the SHA-256 of the public key
/// @param prevHash   hash of the entry before, 64 zeros for the first
/// @param body       the fact as JSON text; its UTF-8 bytes are what is signed; at most [#MAX_BODY_BYTES]
/// @param bodyHash   SHA-256 of the body, hex
/// @param hash       SHA-256 of [#signedText], hex
/// @param signature  ECDSA P-256 with SHA-256 over [#signedText], ASN.1 DER in standard base64
public record Entry(
        String format,
        TerminalId terminal,
        int generation,
        long seq,
        Instant recordedAt,
        String type,
        String keyId,
        String prevHash,
        String body,
        String bodyHash,
        String hash,
        String signature) {

    public static final String FORMAT = "lamine-journal-1";
    public static final int MAX_BODY_BYTES = 256 * 1024;

    /// Times in an entry and in a body always show their milliseconds: what is signed is what stands in the JSON.
    static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Entry {
        if (generation < 1 || seq < 1 || !recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("generation, number or time of an entry out of bounds");
        }
        if (!type.matches("[a-z][a-z-]{0,38}\\.[1-9][0-9]{0,3}") || !keyId.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("type or key of an entry malformed");
        }
        for (String hex : List.of(prevHash, bodyHash, hash)) {
            if (!hex.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not a SHA-256: " + hex);
            }
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(body)) {
            throw new IllegalArgumentException("a body that has no bytes of its own: half a character");
        }
        if (format.length() > 40
                || signature.length() > 200
                || body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw new IllegalArgumentException("an entry beyond its bounds");
        }
    }

    /// A time as it stands in entries, bodies and every signed text: UTC, with its three digits of milliseconds.
    public static String timeText(Instant time) {
        return MILLIS.format(time);
    }

    public FactId id() {
        return new FactId(journal(), seq);
    }

    public JournalId journal() {
        return JournalId.of(terminal, generation);
    }

    /// The text that is hashed and signed: nine lines joined by `\n`, without one at the end.
    public String signedText() {
        return signedText(format, terminal, generation, seq, recordedAt, type, keyId, prevHash, bodyHash);
    }

    static String signedText(
            String format,
            TerminalId terminal,
            int generation,
            long seq,
            Instant recordedAt,
            String type,
            String keyId,
            String prevHash,
            String bodyHash) {
        return String.join(
                "\n",
                format,
                terminal.code(),
                Integer.toString(generation),
                Long.toString(seq),
                MILLIS.format(recordedAt),
                type,
                keyId,
                prevHash,
                bodyHash);
    }
}
