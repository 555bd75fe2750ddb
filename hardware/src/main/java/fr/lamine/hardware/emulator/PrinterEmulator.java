package fr.lamine.hardware.emulator;

import fr.lamine.hardware.printer.Paper;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.transport.Link;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// An emulated ESC/POS printer with virtual paper. Control lines: `PAPER OUT`, `PAPER LOW`, `PAPER OK`, `PAPER 5` (five
/// more lines, then out), `COVER OPEN`, `COVER CLOSED`, `MUTE` and `TALK` (answers to questions), `KEEPS` and `CLEARS`
/// (whether it lets go of a job that it could not finish), `LAST` (`OK n` and then n lines, the text of the last
/// ticket), `PICTURE` (`OK` and a PNG in base64), `KICKS`, `CUTS`, `FAULTS`, `UNPLUG`, `PLUG`.
public final class PrinterEmulator extends Emulator {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PrintHead head;

    public PrinterEmulator(PaperWidth paper) {
        this.head = new PrintHead(paper);
    }

    /// Text of the last ticket cut, or of what came out since if anything did.
    public String lastText() {
        return head.last().text();
    }

    public BufferedImage lastPicture() {
        return head.last().picture();
    }

    /// The sheets cut off so far, newest first, at most 30.
    public List<PrintedSheet> sheets() {
        return head.sheets();
    }

    /// The paper that hangs out of the printer, not cut yet; blank when nothing has come out since the last cut.
    public PrintedSheet growing() {
        return head.growing();
    }

    public boolean hasNoPaper() {
        return head.hasNoPaper();
    }

    public boolean isPaperLow() {
        return head.isLow();
    }

    public boolean isCoverOpen() {
        return head.isCoverOpen();
    }

    public boolean isMute() {
        return head.isMute();
    }

    /// Pulses the drawer has received.
    public int kicks() {
        return head.kicks();
    }

    /// Tickets cut since the start.
    public int cuts() {
        return head.cuts();
    }

    /// What a strict reader of ESC/POS objects to, in words; at most 100.
    public List<String> faults() {
        return head.faults();
    }

    public void paperOut() {
        head.paperFor(0);
    }

    public void paperFor(int lines) {
        head.paperFor(lines);
    }

    public void paperLow() {
        head.paperLow();
    }

    public void paperOk() {
        head.paperOk();
    }

    public void coverOpen(boolean open) {
        head.coverOpen(open);
    }

    /// A cheap printer that prints and never answers.
    public void mute(boolean mute) {
        head.mute(mute);
    }

    /// Whether it knows the command to throw away a job that it could not finish; older ones print the rest later.
    public void clears(boolean knows) {
        head.clears(knows);
    }

    @Override
    public void serve(Link link) throws IOException {
        head.connected();
        byte[] buffer = new byte[1_024];
        int kept = 0;
        while (true) {
            if (kept == 0) {
                kept = link.read(buffer, Duration.ofMillis(50));
            }
            if (kept > 0 && head.take(buffer, kept)) {
                kept = 0;
            } else if (kept > 0) {
                pause(link);
            }
            byte[] answers = head.work();
            if (answers.length > 0) {
                link.write(answers, PATIENCE);
            }
        }
    }

    /// The buffer is full: nothing more is read until there is room, but a closed connection is noticed.
    private static void pause(Link link) throws IOException {
        link.write(new byte[0], PATIENCE);
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    @Override
    protected String handled(String line) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.matches("PAPER [0-9]{1,4}")) {
            paperFor(Integer.parseInt(command.substring(6)));
            return "OK";
        }
        return switch (command) {
            case "PAPER OUT" -> ok(this::paperOut);
            case "PAPER LOW" -> ok(this::paperLow);
            case "PAPER OK" -> ok(this::paperOk);
            case "COVER OPEN" -> ok(() -> coverOpen(true));
            case "COVER CLOSED" -> ok(() -> coverOpen(false));
            case "MUTE" -> ok(() -> mute(true));
            case "TALK" -> ok(() -> mute(false));
            case "KEEPS" -> ok(() -> clears(false));
            case "CLEARS" -> ok(() -> clears(true));
            case "LAST" -> last();
            case "PICTURE" -> "OK " + Base64.getEncoder().encodeToString(Paper.png(lastPicture()));
            case "KICKS" -> "OK " + kicks();
            case "CUTS" -> "OK " + cuts();
            case "FAULTS" -> "OK " + faults();
            default -> "ERR not a command: " + line;
        };
    }

    private static String ok(Runnable hand) {
        hand.run();
        return "OK";
    }

    private String last() {
        String text = lastText();
        return text.isEmpty() ? "OK 0" : "OK " + text.lines().count() + "\n" + text;
    }
}
