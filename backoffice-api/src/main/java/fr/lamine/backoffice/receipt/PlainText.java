package fr.lamine.backoffice.receipt;

import fr.lamine.model.receipt.ReceiptLine;
import java.util.List;
import java.util.stream.Collectors;

/// A receipt as plain text, as wide as paper.
final class PlainText {

    private static final int WIDTH = 48;

    private PlainText() {}

    static String of(List<ReceiptLine> lines) {
        return lines.stream().map(PlainText::line).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(ReceiptLine line) {
        return switch (line) {
            case ReceiptLine.Title(var text) -> centered(text);
            case ReceiptLine.Centered(var text) -> centered(text);
            case ReceiptLine.Plain(var text) -> text;
            case ReceiptLine.Amount(var text, var amount, var _) ->
                text + " ".repeat(Math.max(1, WIDTH - text.length() - amount.length())) + amount;
            case ReceiptLine.Rule() -> "-".repeat(WIDTH);
            case ReceiptLine.Code(var text) -> centered(text);
        };
    }

    private static String centered(String text) {
        return " ".repeat(Math.max(0, (WIDTH - text.length()) / 2)) + text;
    }
}
