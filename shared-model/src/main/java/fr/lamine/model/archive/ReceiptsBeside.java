package fr.lamine.model.archive;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.sync.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The office's receipts, read beside the entries they speak of: both stand in the order of the journal.
final class ReceiptsBeside implements AutoCloseable {

    private static final int MAX_LINE = 2_000;

    private final BoundedLines lines;
    private final Optional<VerifyingKey> office;
    private Optional<Receipt> next;
    private Optional<Receipt> last = Optional.empty();

    /// @throws Json.Unreadable when the first line is no receipt
    ReceiptsBeside(InputStream in, Optional<VerifyingKey> office) {
        this.lines = BoundedLines.of(in, MAX_LINE);
        this.office = office;
        this.next = read();
    }

    /// @return why an entry contradicts the office, without a subject
    Optional<String> contradicts(Entry entry) {
        if (next.isEmpty() || !id(next.get()).equals(entry.id())) {
            return Optional.empty();
        }
        Receipt receipt = next.get();
        if (!receipt.head().hash().equals(entry.hash())) {
            return Optional.of("n’est pas celle dont le bureau a accusé réception.");
        }
        if (office.isPresent() && !receipt.isSignedBy(office.get())) {
            return Optional.of("porte un accusé de réception que le bureau n’a pas signé.");
        }
        last = next;
        try {
            next = read();
        } catch (Json.Unreadable e) {
            return Optional.of("est suivie d’un accusé de réception illisible.");
        }
        return Optional.empty();
    }

    /// A receipt for an entry that was not there.
    Optional<FactId> left() {
        return next.map(ReceiptsBeside::id);
    }

    /// How far the office has confirmed the entries read.
    Optional<Receipt> last() {
        return last;
    }

    private static FactId id(Receipt receipt) {
        return new FactId(receipt.head().journal(), receipt.head().seq());
    }

    private Optional<Receipt> read() {
        try {
            List<byte[]> line = lines.next(1);
            return line.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(new String(line.getFirst(), StandardCharsets.UTF_8), Receipt.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
