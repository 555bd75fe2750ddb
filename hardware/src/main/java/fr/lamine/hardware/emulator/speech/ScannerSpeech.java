package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How an emulated scanner says a code.
public enum ScannerSpeech {
    LINES,
    HID_POS;

    private static final int REPORT = 64;
    private static final int MOST = 56;
    private static final int CHARACTERS = 5;

    /// The reports, or the one line, of a code.
    ///
    /// @param aim three characters
    public List<byte[]> said(String aim, String text) {
        return switch (this) {
            case LINES -> List.of((aim + text + "\r\n").getBytes(StandardCharsets.UTF_8));
            case HID_POS -> reports(aim, text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static List<byte[]> reports(String aim, byte[] text) {
        List<byte[]> all = new ArrayList<>();
        for (int from = 0; from < text.length; from += MOST) {
            int length = Math.min(MOST, text.length - from);
            byte[] report = new byte[REPORT];
            report[0] = 2;
            report[1] = (byte) length;
            System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, 3);
            System.arraycopy(text, from, report, CHARACTERS, length);
            report[REPORT - 1] = (byte) (from + length < text.length ? 1 : 0);
            all.add(report);
        }
        return all;
    }
}
