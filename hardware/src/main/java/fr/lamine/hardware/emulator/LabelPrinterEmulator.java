package fr.lamine.hardware.emulator;

import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An emulated label printer that speaks ZPL or TSPL, strictly. Control lines: `PAPER OUT`, `PAPER OK`, `PAPER 2`
/// (two more labels, then out), `COVER OPEN`, `COVER CLOSED` (the head), `PAUSE`, `RESUME`, `MUTE`, `TALK`, `SLOW
/// 2000` (milliseconds a label), `LABELS` (how many came out), `PICTURE` (`OK` and the last one as a PNG in
/// base64), `FAULTS`, `UNPLUG`, `PLUG`.
public final class LabelPrinterEmulator extends Emulator {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LabelEngine engine = new LabelEngine();
    private final LabelLanguage language;
    private final Resolution resolution;

    /// @throws IllegalArgumentException for ESC/POS, which [PrinterEmulator] speaks
    public LabelPrinterEmulator(LabelLanguage language, Resolution resolution) {
        if (language == LabelLanguage.ESC_POS) {
            throw new IllegalArgumentException("ESC/POS is spoken by another emulator");
        }
        this.language = language;
        this.resolution = resolution;
    }

    /// The labels that came out, oldest first.
    public List<Bitmap> labels() {
        return engine.labels();
    }

    /// How many labels it knows of and has not printed.
    public int waiting() {
        return engine.left();
    }

    /// What a strict reader of the language objects to, in words; at most 100.
    public List<String> faults() {
        return engine.faults();
    }

    /// So many labels more, then out of paper.
    public void paperFor(int labels) {
        engine.paperFor(labels);
    }

    public void paperOk() {
        engine.paperFor(Integer.MAX_VALUE);
    }

    public void coverOpen(boolean open) {
        engine.headUp(open);
    }

    public void pause(boolean paused) {
        engine.pause(paused);
    }

    public void mute(boolean mute) {
        engine.mute(mute);
    }

    /// How long it takes to print one label; 400 ms at first.
    public void slow(int millisPerLabel) {
        engine.slow(millisPerLabel);
    }

    @Override
    public void serve(Link link) throws IOException {
        LabelEar ear = language == LabelLanguage.ZPL ? new ZplEar(engine) : new TsplEar(engine, resolution);
        byte[] buffer = new byte[4_096];
        while (true) {
            int count = link.read(buffer, Duration.ofMillis(50));
            byte[] answer = ear.hear(buffer, count);
            if (answer.length > 0 && !engine.isMute()) {
                link.write(answer, PATIENCE);
            }
        }
    }

    @Override
    protected String handled(String line) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.matches("(PAPER|SLOW) [0-9]{1,5}")) {
            int number = Integer.parseInt(command.substring(command.indexOf(' ') + 1));
            return ok(() -> {
                if (command.startsWith("PAPER")) {
                    paperFor(number);
                } else {
                    slow(number);
                }
            });
        }
        return switch (command) {
            case "PAPER OUT" -> ok(() -> paperFor(0));
            case "PAPER OK" -> ok(this::paperOk);
            case "COVER OPEN" -> ok(() -> coverOpen(true));
            case "COVER CLOSED" -> ok(() -> coverOpen(false));
            case "PAUSE" -> ok(() -> pause(true));
            case "RESUME" -> ok(() -> pause(false));
            case "MUTE" -> ok(() -> mute(true));
            case "TALK" -> ok(() -> mute(false));
            case "LABELS" -> "OK " + labels().size();
            case "PICTURE" -> last().map(l -> "OK " + png(l)).orElse("ERR no label");
            case "FAULTS" -> "OK " + faults();
            default -> "ERR not a command: " + line;
        };
    }

    private Optional<Bitmap> last() {
        List<Bitmap> all = labels();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static String png(Bitmap label) {
        return Base64.getEncoder().encodeToString(Paper.png(label.image(16)));
    }

    private static String ok(Runnable hand) {
        hand.run();
        return "OK";
    }
}
