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
import java.util.OptionalInt;

/// An emulated ESC/POS printer with virtual paper and a drawer. Control lines: `PAPER OUT`, `PAPER LOW`, `PAPER
/// OK`, `PAPER 5` (five more lines, then out), `COVER OPEN`, `COVER CLOSED`, `CUTTER JAM` (the next cut fails),
/// `CUTTER OK` (the paper is out of the blade; the printer waits to be told to recover), `PAUSE` and `RESUME` (off
/// line), `BUTTON DOWN` and `BUTTON UP` (paper feed), `HOT` and `COOL`, `BREAK` and `REPAIR`, `SLOW 200`
/// (milliseconds a line, 0 for none), `GARBAGE ON` and `GARBAGE OFF` (answers as over a line of another speed),
/// `MUTE` and `TALK` (answers to questions), `KEEPS` and `CLEARS` (whether it lets go of a job that it could not
/// finish), `DRAWER` (`OK OPEN` or `OK CLOSED`), `DRAWER CLOSE` (a hand pushes it), `LAST` (`OK n` and then n
/// lines, the text of the last ticket), `PICTURE` (`OK` and a PNG in base64), `KICKS`, `CUTS`, `FAULTS`, `UNPLUG`,
/// `PLUG`.
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
        return head.look(PrinterSensors::isOut);
    }

    public boolean isPaperLow() {
        return head.look(s -> s.low);
    }

    public boolean isCoverOpen() {
        return head.look(s -> s.coverOpen);
    }

    public boolean isMute() {
        return head.isMute();
    }

    /// Bytes of the texts of the last ticket as they came, lines ended by 0A.
    public byte[] lastBytes() {
        return head.last().received();
    }

    /// Whether the drawer that hangs on it stands open.
    public boolean isDrawerOpen() {
        return head.look(s -> s.drawerOpen);
    }

    /// A hand pushes the drawer in.
    public void closeDrawer() {
        head.touch(s -> s.drawerOpen = false);
    }

    /// The drawer is one of those whose switch pulls the pin down when open.
    public void drawerPinLowWhenOpen(boolean low) {
        head.touch(s -> s.pinLowWhenOpen = low);
    }

    /// Paper sticks in the blade, or has been taken out of it.
    public void cutterJam(boolean jam) {
        head.touch(s -> s.jam = jam);
    }

    /// Paper sticks in the blade.
    public boolean isCutterJammed() {
        return head.look(s -> s.jam);
    }

    /// A cut has failed, and the printer was not told to go on since.
    public boolean hasCutterError() {
        return head.look(s -> s.cutterError);
    }

    public void pause(boolean offline) {
        head.touch(s -> s.paused = offline);
    }

    public void buttonHeld(boolean held) {
        head.touch(s -> s.buttonHeld = held);
    }

    public void tooHot(boolean hot) {
        head.touch(s -> s.tooHot = hot);
    }

    public void broken(boolean broken) {
        head.touch(s -> s.broken = broken);
    }

    /// How long it takes to print one line.
    public void slow(int millisPerLine) {
        head.slow(millisPerLine);
    }

    public boolean isSlow() {
        return head.isSlow();
    }

    /// Its answers come as over a line of another speed.
    public void garbled(boolean wrongSpeed) {
        head.garbled(wrongSpeed);
    }

    public boolean isGarbled() {
        return head.isGarbled();
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
        paperFor(0);
    }

    public void paperFor(int lines) {
        head.touch(s -> s.linesLeft = OptionalInt.of(lines));
    }

    public void paperLow() {
        head.touch(s -> {
            s.linesLeft = OptionalInt.empty();
            s.low = true;
        });
    }

    public void paperOk() {
        head.touch(s -> {
            s.linesLeft = OptionalInt.empty();
            s.low = false;
        });
    }

    public void coverOpen(boolean open) {
        head.touch(s -> s.coverOpen = open);
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
        int connection = head.connected();
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
            byte[] answers = head.work(connection);
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
        if (command.matches("SLOW [0-9]{1,4}")) {
            slow(Integer.parseInt(command.substring(5)));
            return "OK";
        }
        return switch (command) {
            case "PAPER OUT" -> ok(this::paperOut);
            case "PAPER LOW" -> ok(this::paperLow);
            case "PAPER OK" -> ok(this::paperOk);
            case "COVER OPEN" -> ok(() -> coverOpen(true));
            case "COVER CLOSED" -> ok(() -> coverOpen(false));
            case "CUTTER JAM" -> ok(() -> cutterJam(true));
            case "CUTTER OK" -> ok(() -> cutterJam(false));
            case "PAUSE" -> ok(() -> pause(true));
            case "RESUME" -> ok(() -> pause(false));
            case "BUTTON DOWN" -> ok(() -> buttonHeld(true));
            case "BUTTON UP" -> ok(() -> buttonHeld(false));
            case "HOT" -> ok(() -> tooHot(true));
            case "COOL" -> ok(() -> tooHot(false));
            case "BREAK" -> ok(() -> broken(true));
            case "REPAIR" -> ok(() -> broken(false));
            case "GARBAGE ON" -> ok(() -> garbled(true));
            case "GARBAGE OFF" -> ok(() -> garbled(false));
            case "DRAWER" -> isDrawerOpen() ? "OK OPEN" : "OK CLOSED";
            case "DRAWER CLOSE" -> ok(this::closeDrawer);
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
