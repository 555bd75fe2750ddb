package fr.lamine.model.journal;

import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// Sealing an entry onto a chain and checking one against it. Both are pure; nothing is re-serialised.
public final class Chain {

    private Chain() {}

    /// What is wrong with an entry; the first that applies, in this order.
    public enum Finding {
        UNKNOWN_FORMAT,
        BODY_CHANGED,
        HASH_WRONG,
        UNKNOWN_KEY,
        SIGNATURE_WRONG,
        NUMBER_OUT_OF_ORDER,
        CHAIN_BROKEN
    }

    public static Entry seal(Head head, Instant now, String type, String body, SigningKey key) {
        var terminal = head.journal().terminal();
        int generation = head.journal().generation();
        long seq = head.seq() + 1;
        Instant recordedAt = now.truncatedTo(ChronoUnit.MILLIS);
        String keyId = key.verifyingKey().keyId();
        String bodyHash = sha256(body.getBytes(StandardCharsets.UTF_8));
        String text = Entry.signedText(
                Entry.FORMAT, terminal, generation, seq, recordedAt, type, keyId, head.hash(), bodyHash);
        return new Entry(
                Entry.FORMAT,
                terminal,
                generation,
                seq,
                recordedAt,
                type,
                keyId,
                head.hash(),
                body,
                bodyHash,
                sha256(text.getBytes(StandardCharsets.UTF_8)),
                key.sign(text));
    }

    /// Checks that an entry is what its signer sealed, wherever it stands.
    public static Optional<Finding> checkSeal(Entry entry, VerifyingKey key) {
        Optional<Finding> hashes = checkHashes(entry);
        if (hashes.isPresent()) {
            return hashes;
        }
        if (!entry.keyId().equals(key.keyId())) {
            return Optional.of(Finding.UNKNOWN_KEY);
        }
        return key.verifies(entry.signedText(), entry.signature())
                ? Optional.empty()
                : Optional.of(Finding.SIGNATURE_WRONG);
    }

    static Optional<Finding> checkHashes(Entry entry) {
        if (!entry.format().equals(Entry.FORMAT)) {
            return Optional.of(Finding.UNKNOWN_FORMAT);
        }
        if (!sha256(entry.body().getBytes(StandardCharsets.UTF_8)).equals(entry.bodyHash())) {
            return Optional.of(Finding.BODY_CHANGED);
        }
        return checkHash(entry);
    }

    /// The hash of an entry, whose body may be missing: what is signed is the body's hash.
    static Optional<Finding> checkHash(Entry entry) {
        if (!entry.format().equals(Entry.FORMAT)) {
            return Optional.of(Finding.UNKNOWN_FORMAT);
        }
        return sha256(entry.signedText().getBytes(StandardCharsets.UTF_8)).equals(entry.hash())
                ? Optional.empty()
                : Optional.of(Finding.HASH_WRONG);
    }

    /// Checks that an entry follows a head.
    public static Optional<Finding> checkLink(Head head, Entry entry) {
        if (!entry.journal().terminal().equals(head.journal().terminal())
                || entry.generation() != head.journal().generation()
                || entry.seq() != head.seq() + 1) {
            return Optional.of(Finding.NUMBER_OUT_OF_ORDER);
        }
        return entry.prevHash().equals(head.hash()) ? Optional.empty() : Optional.of(Finding.CHAIN_BROKEN);
    }

    /// SHA-256 in lower-case hex.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
