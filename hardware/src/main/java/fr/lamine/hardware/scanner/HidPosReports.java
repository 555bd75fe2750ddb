package fr.lamine.hardware.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reports of a scanner in HID POS mode, 64 bytes each: 2, number of characters, AIM identifier (3), characters (56),
/// two bytes of the maker's, symbology of the maker's, and in the last a bit that says "continued". Some scanners
/// have everything from the AIM identifier on one byte later. A code longer than [Scan#MAX_LENGTH] is dropped, and so
/// is one whose continuation does not come.
final class HidPosReports implements CodeReader {

    private static final int LENGTH = 64;
    private static final int SCANNED_DATA = 2;
    private static final int AIM = 3;
    private static final int MOST = 56;
    private static final Duration CONTINUATION = Duration.ofSeconds(1);

    private final StringBuilder code = new StringBuilder();
    private boolean continued;
    private boolean tooLong;
    private Instant last = Instant.EPOCH;

    @Override
    public List<Scan> accept(byte[] report, int count, Instant at) {
        if (count != LENGTH || report[0] != SCANNED_DATA || (report[1] & 0xff) > MOST || report[1] == 0) {
            return List.of();
        }
        if (continued && Duration.between(last, at).abs().compareTo(CONTINUATION) > 0) {
            forget();
        }
        last = at;
        add(report);
        continued = (report[LENGTH - 1] & 1) != 0;
        if (continued) {
            return List.of();
        }
        Optional<Scan> scan = tooLong ? Optional.empty() : CodeText.scan(code.toString(), at);
        forget();
        return scan.stream().toList();
    }

    /// The AIM identifier stands in each report of a code, and is kept once.
    private void add(byte[] report) {
        int at = report[2] != ']' && report[3] == ']' ? 3 : 2;
        int length = Math.min(report[1] & 0xff, LENGTH - 1 - at - AIM);
        String aim = new String(report, at, AIM, StandardCharsets.ISO_8859_1);
        String text = new String(report, at + AIM, length, StandardCharsets.ISO_8859_1);
        if (!continued && aim.charAt(0) == ']') {
            code.append(aim);
        }
        tooLong |= code.length() + length > Scan.MAX_LENGTH;
        if (!tooLong) {
            code.append(text);
        }
    }

    private void forget() {
        code.setLength(0);
        continued = false;
        tooLong = false;
    }
}
