package fr.lamine.hardware.emulator;

import fr.lamine.hardware.emulator.EscPosReader.Command;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.Symbols;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The inside of the emulated printer: its settings, its sensors and what it does with each command. Executes in
/// order; without paper or with the cover open it executes nothing and answers real-time questions only.
final class PrintHead {

    private static final byte[] GARBAGE = {(byte) 0xa5, 0x5a, 0x00, (byte) 0xff};
    private static final byte[] CLEARED = {0x37, 0x25, 0x00};
    private static final int SHEETS_KEPT = 30;

    private final PaperWidth width;
    private final EscPosReader reader = new EscPosReader();
    private final List<String> faults = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private VirtualPaper paper;
    private final Deque<PrintedSheet> sheets = new ArrayDeque<>();
    private Optional<VirtualPaper> lastTicket = Optional.empty();
    private final PrinterSensors sensors = new PrinterSensors();
    private int newest;
    private boolean mute;
    private boolean garbled;
    private boolean clears = true;
    private long nanosPerLine;
    private long busyUntil = System.nanoTime();
    private boolean automatic;
    private byte[] told = {};
    private int kicks;
    private int cuts;

    private Charset page = StandardCharsets.US_ASCII;
    private StringBuilder line = new StringBuilder();
    private boolean bold;
    private int wide = 1;
    private int high = 1;
    private Align align = Align.LEFT;
    private int barHeight = 162;
    private int module = 3;
    private int qrModule = 3;
    private String qrText = "";

    PrintHead(PaperWidth width) {
        this.width = width;
        this.paper = new VirtualPaper(width.dots());
    }

    /// @return false when the buffer is full
    synchronized boolean take(byte[] bytes, int count) {
        return reader.add(bytes, count);
    }

    /// Executes what can be executed; gives the bytes to answer, to the newest connection only.
    synchronized byte[] work(int connection) {
        run();
        tellByItself();
        if (connection != newest) {
            return new byte[0];
        }
        byte[] all = answers.toByteArray();
        answers.reset();
        if (mute) {
            return new byte[0];
        }
        return garbled && all.length > 0 ? GARBAGE : all;
    }

    /// What was answered to a connection that is gone is nobody's, and what it left unsaid is never said; what waits
    /// for paper waits on.
    ///
    /// @return the number of the new connection
    synchronized int connected() {
        run();
        if (!sensors.isOffline() && !isBusy()) {
            reader.clear();
        }
        answers.reset();
        return ++newest;
    }

    private void tellByItself() {
        if (automatic && !Arrays.equals(told, sensors.automatic())) {
            told = sensors.automatic();
            answers.writeBytes(told);
        }
    }

    private void run() {
        Optional<Command> command = nextCommand();
        while (command.isPresent()) {
            execute(command.get());
            command = nextCommand();
        }
    }

    private Optional<Command> nextCommand() {
        return sensors.isOffline() || isBusy() ? reader.nextRealTimeOnly() : reader.next();
    }

    private boolean isBusy() {
        return busyUntil - System.nanoTime() > 0;
    }

    private void execute(Command command) {
        int[] n = command.arguments();
        switch (command.name()) {
            case "text" -> {
                paper.received(command.data());
                line.append(new String(command.data(), page));
            }
            case "LF" -> endLine();
            case "DLE EOT" -> answers.write(sensors.realTime(n[0]));
            case "DLE ENQ" -> recover(n[0]);
            case EscPosReader.CLEAR -> clear();
            case "GS r" -> expect(command, n[0] == 1 || n[0] == 49, () -> answers.write(sensors.low ? 0x03 : 0));
            case "ESC @" -> reset();
            case "ESC 2" -> expect(command, true, () -> {});
            case "GS a" -> {
                automatic = n[0] != 0;
                told = new byte[0];
            }
            case "GS v 0" -> raster(command);
            case "ESC R" -> expect(command, n[0] == 0, () -> {});
            case "ESC t" -> {
                Optional<CodePage> known = CodePage.numbered(n[0]);
                expect(command, known.isPresent(), () -> page = known.get().charset());
            }
            case "ESC M" -> expect(command, n[0] == 0 || n[0] == 48, () -> {});
            case "ESC -" -> expect(command, n[0] == 0 || n[0] == 48, () -> {});
            case "ESC E" -> bold = (n[0] & 1) == 1;
            case "ESC a" -> align(command, n[0] % 48);
            case "ESC d" -> {
                for (int i = 0; i < n[0]; i++) {
                    endLine();
                }
            }
            case "ESC p" -> expect(command, n[0] <= 1, this::kick);
            case "GS !" ->
                expect(command, (n[0] & 0x88) == 0, () -> {
                    wide = (n[0] >> 4) + 1;
                    high = (n[0] & 7) + 1;
                });
            case "GS B" -> expect(command, n[0] == 0, () -> {});
            case "GS h" -> expect(command, n[0] > 0, () -> barHeight = n[0]);
            case "GS w" -> expect(command, n[0] >= 2 && n[0] <= 6, () -> module = n[0]);
            case "GS H" -> expect(command, n[0] == 0 || n[0] == 48, () -> {});
            case "GS f" -> expect(command, n[0] <= 1 || n[0] == 48 || n[0] == 49, () -> {});
            case "GS k" -> bars(command, n[0], new String(command.data(), StandardCharsets.ISO_8859_1));
            case "GS ( k" -> qr(command);
            case "GS V" -> expect(command, n[0] <= 1 || n[0] == 48 || n[0] == 49, this::cut);
            default -> fault(command);
        }
    }

    private void expect(Command command, boolean good, Runnable effect) {
        if (good) {
            effect.run();
        } else {
            fault(command);
        }
    }

    private void fault(Command command) {
        if (faults.size() < 100) {
            StringBuilder text = new StringBuilder(command.name());
            for (int argument : command.arguments()) {
                text.append(' ').append(argument);
            }
            for (int i = 0; i < Math.min(20, command.data().length); i++) {
                text.append(" %02x".formatted(command.data()[i]));
            }
            faults.add(text.toString());
        }
    }

    private void fault(String words) {
        if (faults.size() < 100) {
            faults.add(words);
        }
    }

    /// An older one takes the command for a question that it does not know.
    private void clear() {
        if (clears) {
            reader.clear();
            line = new StringBuilder();
            answers.writeBytes(CLEARED);
        }
    }

    private void reset() {
        page = StandardCharsets.US_ASCII;
        line = new StringBuilder();
        bold = false;
        wide = 1;
        high = 1;
        align = Align.LEFT;
    }

    private void align(Command command, int n) {
        expect(command, n <= 2, () -> align = Align.values()[n]);
    }

    private void endLine() {
        String text = line.toString();
        line = new StringBuilder();
        if (text.length() * wide * 12 > width.dots()) {
            fault("a line of " + text.length() + " characters runs off the paper: " + text);
        }
        paper.received(new byte[] {'\n'});
        paper.print(text, bold, wide, high, align);
        used(1);
    }

    private void bars(Command command, int system, String data) {
        String code = data.startsWith("{B") ? data.substring(2).replace("{{", "{") : data;
        boolean ean13 = system == 67 && data.matches("[0-9]{13}");
        boolean code128 = system == 73 && data.startsWith("{B") && code.matches("[ -~]{1,24}");
        if (!ean13 && !code128) {
            fault(command);
            return;
        }
        try {
            var modules = ean13 ? Symbols.ean13(code) : Symbols.code128(code);
            expect(command, modules.getWidth() * module <= width.dots(), () -> {
                paper.dots().bars(modules, module, barHeight, align);
                paper.note("[" + (ean13 ? "EAN-13 " : "Code 128 ") + code + "]");
                used(barHeight / 30);
            });
        } catch (IllegalArgumentException wrongCheckDigit) {
            fault(wrongCheckDigit.getMessage());
        }
    }

    private void qr(Command command) {
        byte[] data = command.data();
        boolean isQr = data.length >= 3 && data[0] == 49;
        int function = isQr ? data[1] : -1;
        switch (function) {
            case 65 -> expect(command, data[2] == 49 || data[2] == 50 || data[2] == 48, () -> {});
            case 67 -> expect(command, data[2] >= 1 && data[2] <= 16, () -> qrModule = data[2]);
            case 69 -> expect(command, data[2] >= 48 && data[2] <= 51, () -> {});
            case 80 ->
                expect(
                        command,
                        data[2] == 48 && data.length > 3,
                        () -> qrText = new String(data, 3, data.length - 3, StandardCharsets.ISO_8859_1));
            case 81 -> expect(command, data[2] == 48 && !qrText.isEmpty(), this::printQr);
            default -> fault(command);
        }
    }

    private void printQr() {
        var modules = Symbols.qr(qrText);
        paper.dots().matrix(modules, qrModule, align);
        paper.note("[QR " + qrText + "]");
        used(modules.getHeight() * qrModule / 30);
    }

    private void raster(Command command) {
        int[] n = command.arguments();
        int dots = (n[1] + 256 * n[2]) * 8;
        int rows = n[3] + 256 * n[4];
        expect(command, n[0] == 0 && dots <= (width.dots() + 7) / 8 * 8 && line.isEmpty(), () -> {
            paper.dots().bitmap(new Bitmap(dots, rows, command.data()), align);
            paper.note("[image " + dots + " × " + rows + "]");
            used(Math.max(1, rows / 30));
        });
    }

    private void kick() {
        kicks++;
        sensors.drawerOpen = true;
    }

    private void recover(int n) {
        sensors.cutterError = sensors.cutterError && sensors.jam;
        if (n == 2 && !sensors.cutterError) {
            reader.clear();
            line = new StringBuilder();
        }
    }

    private void cut() {
        if (sensors.jam) {
            sensors.cutterError = true;
            return;
        }
        lastTicket = Optional.of(paper);
        cuts++;
        sheets.addFirst(new PrintedSheet(cuts, paper.text(), paper.picture()));
        if (sheets.size() > SHEETS_KEPT) {
            sheets.removeLast();
        }
        paper = new VirtualPaper(width.dots());
    }

    private void used(int lines) {
        sensors.used(lines);
        busyUntil = System.nanoTime() + lines * nanosPerLine;
    }

    synchronized VirtualPaper last() {
        run();
        return paper.isBlank() ? lastTicket.orElse(paper) : paper;
    }

    /// What has come out since the last cut, under the number that it will have.
    synchronized PrintedSheet growing() {
        run();
        return new PrintedSheet(cuts + 1, paper.text(), paper.picture());
    }

    synchronized List<PrintedSheet> sheets() {
        run();
        return List.copyOf(sheets);
    }

    synchronized boolean isMute() {
        return mute;
    }

    synchronized int kicks() {
        run();
        return kicks;
    }

    synchronized int cuts() {
        run();
        return cuts;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /// What a hand does.
    synchronized void touch(Consumer<PrinterSensors> hand) {
        hand.accept(sensors);
        run();
    }

    synchronized <T> T look(Function<PrinterSensors, T> eye) {
        return eye.apply(sensors);
    }

    synchronized void garbled(boolean wrongSpeed) {
        garbled = wrongSpeed;
    }

    synchronized void slow(int millisPerLine) {
        nanosPerLine = millisPerLine * 1_000_000L;
    }

    synchronized boolean isSlow() {
        return nanosPerLine > 0;
    }

    synchronized boolean isGarbled() {
        return garbled;
    }

    synchronized void mute(boolean silent) {
        mute = silent;
    }

    synchronized void clears(boolean knows) {
        clears = knows;
    }
}
