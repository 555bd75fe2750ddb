package fr.lamine.hardware.emulator;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.item.Ean;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// An emulated scanner. A line on the control port is scanned as it is, except `UNPLUG` and `PLUG`. It sends the AIM
/// identifier that a well-configured scanner sends: EAN-13 for 13 good digits, QR for texts of the label's QR code,
/// else
/// Code 128.
public final class ScannerEmulator extends Emulator {

    private final ScannerSpeech speech;
    private static final int PIECES = 3;

    private final List<BlockingQueue<List<byte[]>>> connections = new CopyOnWriteArrayList<>();
    private volatile Duration slowness = Duration.ZERO;

    public ScannerEmulator(ScannerSpeech speech) {
        this.speech = speech;
    }

    /// One that sends lines.
    public ScannerEmulator() {
        this(ScannerSpeech.LINES);
    }

    /// @return false when no driver is connected, and the beep goes nowhere
    public boolean scan(String text) {
        return say(speech.said(aim(text), text));
    }

    /// The first half of a code and no more.
    public void half(String text) {
        List<byte[]> whole = speech.said(aim(text), text);
        byte[] last = whole.getFirst();
        say(List.of(whole.size() > 1 ? last : Arrays.copyOf(last, last.length / 2)));
    }

    /// Bytes that are no code.
    public void noise() {
        say(List.of(new byte[] {(byte) 0xff, 0, 7, '9', (byte) 0x80, '\r', '\n'}));
    }

    /// Between the pieces of a code.
    public void slow(Duration pause) {
        slowness = pause;
    }

    private boolean say(List<byte[]> said) {
        boolean sent = false;
        for (BlockingQueue<List<byte[]>> connection : connections) {
            sent |= connection.offer(said);
        }
        return sent;
    }

    @Override
    protected boolean speaksInReports() {
        return speech == ScannerSpeech.HID_POS;
    }

    private static String aim(String text) {
        if (text.length() == 13 && Ean.isValid(text)) {
            return "]E0";
        }
        return text.startsWith("LM1;") ? "]Q1" : "]C0";
    }

    @Override
    public void serve(Link link) throws IOException, InterruptedException {
        BlockingQueue<List<byte[]>> scans = new LinkedBlockingQueue<>(10_000);
        connections.add(scans);
        try {
            byte[] ignored = new byte[256];
            while (true) {
                List<byte[]> said = scans.poll(20, TimeUnit.MILLISECONDS);
                if (said == null) {
                    link.read(ignored, Duration.ofMillis(1));
                    continue;
                }
                for (byte[] bytes : speaksInReports() ? said : pieces(said)) {
                    link.write(bytes, Duration.ofSeconds(1));
                    Thread.sleep(slowness);
                }
            }
        } finally {
            connections.remove(scans);
        }
    }

    private List<byte[]> pieces(List<byte[]> said) {
        if (slowness.isZero()) {
            return said;
        }
        return said.stream()
                .flatMap(bytes -> IntStream.range(0, PIECES)
                        .mapToObj(i ->
                                Arrays.copyOfRange(bytes, bytes.length * i / PIECES, bytes.length * (i + 1) / PIECES)))
                .toList();
    }

    @Override
    protected String handled(String line) {
        return scan(line) ? "OK" : "ERR nobody is connected";
    }
}
