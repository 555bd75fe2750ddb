package fr.lamine.hardware.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidPosReportsTest {

    private static final long SEED = 20_261_124L;

    private final HidPosReports reports = new HidPosReports();
    private Instant now = Instant.EPOCH;

    private List<String> read(byte[] report) {
        now = now.plusMillis(10);
        byte[] buffer = Arrays.copyOf(report, 4_096);
        return reports.accept(buffer, report.length, now).stream()
                .map(s -> s.aim().orElse("-") + " " + s.text())
                .toList();
    }

    private static byte[] report(String hex, int continued) {
        byte[] report = Arrays.copyOf(HexFormat.of().parseHex(hex.replace(" ", "")), 64);
        report[63] = (byte) continued;
        return report;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            02 0d 5d 45 30 32 31 30 31 32 33 34 35 36 37 38 39 30    | ]E0 2101234567890
            02 0d 00 5d 45 30 32 31 30 31 32 33 34 35 36 37 38 39 30 | ]E0 2101234567890
            02 05 00 00 00 42 41 44 47 45                            | - BADGE
            02 06 5d 43 30 4f 50 2d 31 0d 0a                         | ]C0 OP-1
            02 08 5d 43 31 30 31 1d 32 31 41 42 43                   | ]C1 01\u001d21ABC
            02 03 5d 51 31 41 c3 a9                                  | ]Q1 Aé
            02 02 5d 51 31 41 e9                                     | ]Q1 Aé
            """)
    void eachReportIsRead(String hex, String expected) {
        assertEquals(List.of(expected), read(report(hex, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "03 0d 5d 45 30 32 31 30, 64",
        "02 39 5d 45 30 32 31 30, 64",
        "02 00 5d 45 30, 64",
        "02 02 5d 45 30 0d 0a, 64",
        "02 0d 5d 45 30 32 31 30, 63",
        "02 0d 5d 45 30 32 31 30, 65",
        "02, 1"
    })
    void otherReportsAreNoScan(String hex, int length) {
        assertEquals(
                List.of(),
                read(Arrays.copyOf(report(hex, 0), length)).stream()
                        .filter(s -> !s.startsWith("]E0 "))
                        .toList());
    }

    @Test
    void aLongCodeComesInSeveralReports() {
        String text = "LM1;0490100004129;450;meubles;12340;1;été".repeat(20);
        List<byte[]> all = ScannerSpeech.HID_POS.said("]Q1", text);
        assertEquals(16, all.size());
        for (byte[] one : all.subList(0, 15)) {
            assertEquals(List.of(), read(one));
        }
        assertEquals(List.of("]Q1 " + text), read(all.getLast()));
    }

    @Test
    void aCodeWithoutItsEndIsForgottenAndNeverGluedToTheNext() {
        List<byte[]> all = ScannerSpeech.HID_POS.said("]Q1", "x".repeat(80));
        assertEquals(List.of(), read(all.getFirst()));
        now = now.plusSeconds(3);
        assertEquals(
                List.of("]E0 0490100004129"),
                read(ScannerSpeech.HID_POS.said("]E0", "0490100004129").getFirst()));
    }

    @Test
    void anEndlessCodeIsDroppedAndTheNextOneIsRead() {
        byte[] report = ScannerSpeech.HID_POS.said("]Q1", "x".repeat(80)).getFirst();
        for (int i = 0; i < 10_000; i++) {
            assertEquals(List.of(), read(report));
        }
        report[63] = 0;
        assertEquals(List.of(), read(report));
        assertEquals(
                List.of("]E0 0490100004129"),
                read(ScannerSpeech.HID_POS.said("]E0", "0490100004129").getFirst()));
    }

    @Test
    void noReportMakesItThrowOrPassAControlCharacterOrAnEndlessCode() {
        Random random = new Random(SEED);
        int scans = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] report = damaged(random);
            Optional<Scan> scan;
            try {
                scan = reports.accept(report, report.length, now).stream().findFirst();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + ", report " + i, e);
            }
            scans += scan.isPresent() ? 1 : 0;
            assertTrue(
                    scan.stream().flatMapToInt(s -> s.text().chars()).noneMatch(c -> c < 0x1d || c == 0x7f),
                    "seed " + SEED + ", report " + i + ": " + scan);
        }
        assertTrue(scans > 1_000, "only " + scans + " reports gave a scan: the fuzz says little");
    }

    private static byte[] damaged(Random random) {
        byte[] report = ScannerSpeech.HID_POS
                .said("]E0", "0490100004129;é\u001dABC".repeat(1 + random.nextInt(9)))
                .getFirst();
        for (int times = random.nextInt(6); times > 0; times--) {
            report[random.nextInt(report.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(report, random.nextInt(200)) : report;
    }
}
