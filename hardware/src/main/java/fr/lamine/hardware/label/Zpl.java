package fr.lamine.hardware.label;

import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Zebra's language: the picture by `^GFA`, the state by `~HS`, three lines in STX and ETX.
record Zpl() implements Dialect {

    private static final Duration ANSWER = Duration.ofMillis(800);
    private static final int LONGEST = 400;

    private static final Pattern HOST_STATUS = Pattern.compile(
            "\\x02(\\d{1,3}(?:,\\w+){11})\\x03\\s*\\x02(\\w+(?:,\\w+){10})\\x03\\s*\\x02(\\w+,\\w+)\\x03");

    @Override
    public byte[] job(Bitmap label, LabelSize size, int copies) {
        int total = label.bytesPerRow() * label.height();
        return ("^XA^PW%d^LL%d^LH0,0^FO0,0^GFA,%d,%d,%d,%s^FS^PQ%d^XZ\r\n"
                        .formatted(
                                size.width(),
                                size.height(),
                                total,
                                total,
                                label.bytesPerRow(),
                                HexFormat.of().withUpperCase().formatHex(label.bits()),
                                copies))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<Report> ask(Link link) throws IOException {
        Received received = new Received(link, LONGEST);
        received.forget();
        link.write("~HS\r\n".getBytes(StandardCharsets.US_ASCII), ANSWER);
        return received.until(ANSWER, text -> HOST_STATUS.matcher(text).find()).flatMap(Zpl::report);
    }

    /// Pure.
    static Optional<Report> report(String answer) {
        Matcher lines = HOST_STATUS.matcher(answer);
        if (!lines.find()) {
            return Optional.empty();
        }
        String[] first = lines.group(1).split(",");
        String[] second = lines.group(2).split(",");
        if (!first[4].matches("\\d{1,3}") || !second[8].matches("\\d{1,8}")) {
            return Optional.empty();
        }
        boolean busy = Integer.parseInt(first[4]) > 0 || Integer.parseInt(second[8]) > 0;
        return Optional.of(new Report(state(first, second), busy));
    }

    /// First line: 2 paper out, 3 pause, 11 and 12 temperature. Second line: 3 head up, 4 ribbon out.
    private static PrinterState state(String[] first, String[] second) {
        if (second[2].equals("1")) {
            return PrinterState.COVER_OPEN;
        }
        if (first[1].equals("1") || second[3].equals("1")) {
            return PrinterState.PAPER_OUT;
        }
        if (first[11].equals("1")) {
            return PrinterState.TOO_HOT;
        }
        return first[2].equals("1") ? PrinterState.OFFLINE : PrinterState.READY;
    }

    @Override
    public int calmEnough() {
        return 3;
    }
}
