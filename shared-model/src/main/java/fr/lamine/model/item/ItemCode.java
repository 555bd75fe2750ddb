package fr.lamine.model.item;

import fr.lamine.model.site.TerminalId;

/// The code on a label: EAN-13 of the company-internal range, `04` + terminal (3 digits) + serial (7 digits) + check
/// digit (GS1 General Specifications, restricted circulation numbers). Given offline, never re-used; it names one item
/// or one lot.
public record ItemCode(String digits) implements Comparable<ItemCode> {

    public static final int MAX_SERIAL = 9_999_999;

    public ItemCode {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("not an item code: " + digits);
        }
    }

    /// @throws IllegalArgumentException unless 0 ≤ terminal ≤ 999 and 0 ≤ serial ≤ [#MAX_SERIAL]
    public static ItemCode of(int terminal, int serial) {
        if (terminal < 0 || terminal > 999 || serial < 0 || serial > MAX_SERIAL) {
            throw new IllegalArgumentException("terminal " + terminal + ", serial " + serial);
        }
        return new ItemCode(Ean.withCheckDigit("04%03d%07d".formatted(terminal, serial)));
    }

    public static ItemCode of(TerminalId terminal, int serial) {
        return of(terminal.number(), serial);
    }

    public static boolean isWellFormed(String digits) {
        return digits.length() == 13 && digits.startsWith("04") && Ean.isValid(digits);
    }

    public int terminal() {
        return Integer.parseInt(digits.substring(2, 5));
    }

    public int serial() {
        return Integer.parseInt(digits.substring(5, 12));
    }

    /// As people read it aloud: `04 101 0000412 7`.
    public String spaced() {
        return digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5, 12) + " "
                + digits.substring(12);
    }

    @Override
    public int compareTo(ItemCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
