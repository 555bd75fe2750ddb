package fr.lamine.backoffice.platform;

import java.util.List;
import java.util.stream.Collectors;

/// A table for spreadsheets that speak French: RFC 4180 with `;` between fields, since the comma stands in numbers;
/// UTF-8
/// with the mark that tells so.
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Csv() {}

    public static String of(List<List<String>> rows) {
        return BYTE_ORDER_MARK
                + rows.stream()
                        .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// A text that a spreadsheet would take for a formula is kept a text.
    private static String field(String text) {
        String safe = text.matches("[=+@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
