package fr.lamine.hardware.emulator;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.item.Ean;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An emulated scanner. A line on the control port is scanned as it is, except `UNPLUG` and `PLUG`. It sends the AIM
/// identifier that a well-configured scanner sends: EAN-13 for 13 good digits, QR for texts of the label's QR code,
/// else
/// Code 128.
public final class ScannerEmulator extends Emulator {

    private final ScannerSpeech speech;
    private final List<BlockingQueue<List<byte[]>>> connections = new CopyOnWriteArrayList<>();

    public ScannerEmulator(ScannerSpeech speech) {
        this.speech = speech;
    }

    /// One that sends lines.
    public ScannerEmulator() {
        this(ScannerSpeech.LINES);
    }

    /// @return false when no driver is connected, and the beep goes nowhere
    public boolean scan(String text) {
        List<byte[]> said = speech.said(aim(text), text);
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
                for (byte[] bytes : said) {
                    link.write(bytes, Duration.ofSeconds(1));
                }
            }
        } finally {
            connections.remove(scans);
        }
    }

    @Override
    protected String handled(String line) {
        return scan(line) ? "OK" : "ERR nobody is connected";
    }
}
