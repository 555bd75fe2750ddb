package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvReaderTest {

    private static List<List<String>> fields(String text) {
        return CsvReader.rows(text).stream().map(CsvReader.Row::fields).toList();
    }

    @Test
    void aTableIsReadAsSpreadsheetsWriteIt() {
        assertEquals(List.of(List.of("a", "b"), List.of("1,50", "x")), fields("\ufeffa;b\r\n1,50;x\r\n"));
        assertEquals(List.of(List.of("a", "b"), List.of("1", "")), fields("a,b\n1,"));
        assertEquals(List.of(List.of("a;b", "c\"d", "e\nf")), fields("\"a;b\";\"c\"\"d\";\"e\nf\""));
        assertEquals(List.of(List.of("a", "b")), fields("\n  \na ; b \n\n"));
        assertEquals(List.of(), fields(""));
    }

    @Test
    void aRowKnowsTheLineOnWhichItBegins() {
        assertEquals(
                List.of(1, 3, 5),
                CsvReader.rows("a;b\n\n\"x\ny\";c\nd;e").stream()
                        .map(CsvReader.Row::line)
                        .toList());
    }

    @Test
    void whatWeWriteIsReadBack() {
        List<List<String>> rows = List.of(List.of("a;b", "c\"d"), List.of("e\nf", ""));
        assertEquals(rows, fields(Csv.of(rows)));
    }
}
