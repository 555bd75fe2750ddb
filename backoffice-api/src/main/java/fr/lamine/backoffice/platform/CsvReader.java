package fr.lamine.backoffice.platform;

import java.util.ArrayList;
import java.util.List;

/// Reads a table as spreadsheets write it: RFC 4180 with `;` between fields, or `,` where the first line has no `;`. An
/// empty line says nothing.
public final class CsvReader {

    private CsvReader() {}

    /// @param line of the text on which it begins, from 1
    public record Row(int line, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    public static List<Row> rows(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        String first = plain.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char between = first.contains(";") ? ';' : ',';
        List<Row> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : '\n';
            boolean end = i == plain.length();
            if (quoted && !end) {
                if (c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
                line += c == '\n' ? 1 : 0;
            } else if (c == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (c == between) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (c == '\n') {
                fields.add(field.toString().strip());
                field.setLength(0);
                if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
                    rows.add(new Row(begun, fields));
                }
                fields = new ArrayList<>();
                line++;
                begun = line;
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
