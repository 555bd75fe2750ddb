package fr.lamine.model.receipt;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.site.TerminalId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By which a customer finds their receipt at the office: where the entry of the sale stands, and half of its hash, so
/// that nobody finds another's. Text: `901-1-42-` and 32 hexadecimal digits.
///
/// @param start of the entry's hash
public record ReceiptToken(TerminalId terminal, int generation, long seq, String start) {

    private static final int DIGITS = 32;
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{3})-([1-9][0-9]{0,8})-([1-9][0-9]{0,17})-([0-9a-f]{" + DIGITS + "})");

    public ReceiptToken {
        if (generation < 1 || seq < 1 || !start.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("not the token of a receipt");
        }
    }

    public static ReceiptToken of(Entry entry) {
        return new ReceiptToken(
                entry.terminal(), entry.generation(), entry.seq(), entry.hash().substring(0, DIGITS));
    }

    /// Empty for a text that no entry can have.
    public static Optional<ReceiptToken> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new ReceiptToken(
                        new TerminalId(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        parts.group(4)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return terminal + "-" + generation + "-" + seq + "-" + start;
    }
}
