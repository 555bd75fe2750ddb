package fr.lamine.model.receipt;

/// One line of a receipt; widths and letters are the business of whoever shows it.
public sealed interface ReceiptLine {

    /// In large letters, in the middle.
    record Title(String text) implements ReceiptLine {}

    record Centered(String text) implements ReceiptLine {}

    record Plain(String text) implements ReceiptLine {}

    /// A designation at the left, an amount at the right edge.
    ///
    /// @param strong in bold letters
    record Amount(String text, String amount, boolean strong) implements ReceiptLine {
        Amount(String text, String amount) {
            this(text, amount, false);
        }
    }

    record Rule() implements ReceiptLine {}

    /// By which the till finds the sale again: printable ASCII, at most 24 characters.
    record Code(String text) implements ReceiptLine {}
}
