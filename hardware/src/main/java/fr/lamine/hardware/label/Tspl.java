package fr.lamine.hardware.label;

import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The language of TSC: the picture by `BITMAP`, in which 0 is black, the state by `1B 21 3F`, answered by one byte.
record Tspl() implements Dialect {

    private static final Duration ANSWER = Duration.ofMillis(800);
    private static final byte[] QUESTION = {0x1b, 0x21, 0x3f};

    @Override
    public byte[] job(Bitmap label, LabelSize size, int copies) {
        byte[] white = label.bits();
        for (int i = 0; i < white.length; i++) {
            white[i] = (byte) ~white[i];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii("\r\nSIZE %d mm,%d mm\r\nGAP %d mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n"
                .formatted(size.widthMm(), size.heightMm(), size.gapMm())));
        bytes.writeBytes(ascii("BITMAP 0,0,%d,%d,0,".formatted(label.bytesPerRow(), label.height())));
        bytes.writeBytes(white);
        bytes.writeBytes(ascii("\r\nPRINT 1,%d\r\n".formatted(copies)));
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<Report> ask(Link link) throws IOException {
        Received received = new Received(link, 16);
        received.forget();
        link.write(QUESTION, ANSWER);
        return received.until(ANSWER, text -> !text.isEmpty()).flatMap(text -> report(text.charAt(0)));
    }

    /// Pure. 01 head open, 02 jam, 04 no paper, 08 no ribbon, 10 pause, 20 at work, 80 another error.
    static Optional<Report> report(int bits) {
        if ((bits & ~0xbf) != 0) {
            return Optional.empty();
        }
        return Optional.of(new Report(state(bits), (bits & 0x20) != 0));
    }

    private static PrinterState state(int bits) {
        if ((bits & 0x01) != 0) {
            return PrinterState.COVER_OPEN;
        }
        if ((bits & 0x0c) != 0) {
            return PrinterState.PAPER_OUT;
        }
        if ((bits & 0x82) != 0) {
            return PrinterState.ERROR;
        }
        return (bits & 0x10) != 0 ? PrinterState.OFFLINE : PrinterState.READY;
    }

    /// The question overtakes the job, so a printer at rest may not have seen the job yet.
    @Override
    public int calmEnough() {
        return Integer.MAX_VALUE;
    }
}
