package fr.lamine.hardware.emulator;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Cuts an ESC/POS stream into commands, strictly: a command that is not in its table, or an argument out of its
/// range, is a fault. Knows what La Mine sends and nothing more. At most 64 KiB wait.
final class EscPosReader {

    static final int MOST_WAITING = 65_536;
    static final String CLEAR = "DLE DC4 8";
    private static final byte[] CLEAR_BYTES = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    private byte[] waiting = new byte[0];

    /// One command: its name in the manuals, its arguments, and its data where it has any.
    record Command(String name, int[] arguments, byte[] data) {}

    /// @return false when too much waits: a real printer stops reading then
    boolean add(byte[] bytes, int count) {
        if (waiting.length + count > MOST_WAITING) {
            return false;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(waiting);
        all.write(bytes, 0, count);
        waiting = all.toByteArray();
        return true;
    }

    /// The next whole command, a run of text being one; empty when more bytes are needed. An unknown byte becomes the
    /// command `?`.
    Optional<Command> next() {
        if (waiting.length == 0) {
            return Optional.empty();
        }
        int first = at(0);
        if (first >= 0x20) {
            int end = 0;
            while (end < waiting.length && at(end) >= 0x20) {
                end++;
            }
            return take("text", 0, 0, end);
        }
        return switch (first) {
            case 0x0a -> take("LF", 1, 0, 0);
            case 0x10 -> realTime();
            case 0x1b -> escape();
            case 0x1d -> group();
            default -> take("?", 1, 0, 0);
        };
    }

    /// Takes DLE EOT n, DLE ENQ n or DLE DC4 8 out of what waits, as a printer does that is off line and executes
    /// nothing else.
    Optional<Command> nextRealTimeOnly() {
        for (int i = 0; i + 2 < waiting.length; i++) {
            if (at(i) == 0x10 && at(i + 1) == 0x04 && at(i + 2) >= 1 && at(i + 2) <= 4) {
                Command command = new Command("DLE EOT", new int[] {at(i + 2)}, new byte[0]);
                cutOut(i, 3);
                return Optional.of(command);
            }
            if (at(i) == 0x10 && at(i + 1) == 0x05 && (at(i + 2) == 1 || at(i + 2) == 2)) {
                Command command = new Command("DLE ENQ", new int[] {at(i + 2)}, new byte[0]);
                cutOut(i, 3);
                return Optional.of(command);
            }
            if (isClear(i)) {
                cutOut(i, CLEAR_BYTES.length);
                return Optional.of(new Command(CLEAR, new int[0], new byte[0]));
            }
        }
        return Optional.empty();
    }

    /// Forgets all that waits.
    void clear() {
        waiting = new byte[0];
    }

    private boolean isClear(int from) {
        int end = from + CLEAR_BYTES.length;
        return end <= waiting.length && Arrays.equals(waiting, from, end, CLEAR_BYTES, 0, CLEAR_BYTES.length);
    }

    private void cutOut(int from, int length) {
        byte[] rest = new byte[waiting.length - length];
        System.arraycopy(waiting, 0, rest, 0, from);
        System.arraycopy(waiting, from + length, rest, from, rest.length - from);
        waiting = rest;
    }

    private Optional<Command> realTime() {
        if (waiting.length < 3) {
            return Optional.empty();
        }
        return switch (at(1)) {
            case 0x04 -> take("DLE EOT", 2, 1, 0);
            case 0x05 -> take("DLE ENQ", 2, 1, 0);
            case 0x14 -> clearing();
            default -> take("?", 1, 0, 0);
        };
    }

    private Optional<Command> clearing() {
        if (waiting.length < CLEAR_BYTES.length) {
            return Optional.empty();
        }
        return isClear(0) ? take(CLEAR, CLEAR_BYTES.length, 0, 0) : take("?", 1, 0, 0);
    }

    private Optional<Command> escape() {
        if (waiting.length < 2) {
            return Optional.empty();
        }
        return switch (at(1)) {
            case '@' -> take("ESC @", 2, 0, 0);
            case '2' -> take("ESC 2", 2, 0, 0);
            case 'R' -> take("ESC R", 2, 1, 0);
            case 't' -> take("ESC t", 2, 1, 0);
            case 'M' -> take("ESC M", 2, 1, 0);
            case 'E' -> take("ESC E", 2, 1, 0);
            case '-' -> take("ESC -", 2, 1, 0);
            case 'a' -> take("ESC a", 2, 1, 0);
            case 'd' -> take("ESC d", 2, 1, 0);
            case 'p' -> take("ESC p", 2, 3, 0);
            default -> take("?", 2, 0, 0);
        };
    }

    private Optional<Command> group() {
        if (waiting.length < 2) {
            return Optional.empty();
        }
        return switch (at(1)) {
            case '!' -> take("GS !", 2, 1, 0);
            case 'B' -> take("GS B", 2, 1, 0);
            case 'h' -> take("GS h", 2, 1, 0);
            case 'w' -> take("GS w", 2, 1, 0);
            case 'H' -> take("GS H", 2, 1, 0);
            case 'f' -> take("GS f", 2, 1, 0);
            case 'r' -> take("GS r", 2, 1, 0);
            case 'V' -> take("GS V", 2, 1, 0);
            case 'k' -> waiting.length < 4 ? Optional.empty() : take("GS k", 2, 2, at(3));
            case 'a' -> take("GS a", 2, 1, 0);
            case 'v' -> raster();
            case '(' -> function();
            default -> take("?", 2, 0, 0);
        };
    }

    private Optional<Command> raster() {
        if (waiting.length < 8) {
            return Optional.empty();
        }
        int data = (at(4) + 256 * at(5)) * (at(6) + 256 * at(7));
        return at(2) == '0' && data > 0 && data < MOST_WAITING - 8 ? take("GS v 0", 3, 5, data) : take("?", 8, 0, 0);
    }

    private Optional<Command> function() {
        if (waiting.length < 5) {
            return Optional.empty();
        }
        return take(at(2) == 'k' ? "GS ( k" : "?", 5, 0, at(3) + 256 * at(4));
    }

    private Optional<Command> take(String name, int head, int arguments, int data) {
        int length = head + arguments + data;
        if (waiting.length < length) {
            return Optional.empty();
        }
        int[] values = new int[arguments];
        for (int i = 0; i < arguments; i++) {
            values[i] = at(head + i);
        }
        byte[] body = Arrays.copyOfRange(waiting, head + arguments, length);
        if (name.equals("?")) {
            body = Arrays.copyOf(waiting, length);
        }
        waiting = Arrays.copyOfRange(waiting, length, waiting.length);
        return Optional.of(new Command(name, values, body));
    }

    private int at(int index) {
        return waiting[index] & 0xff;
    }
}
