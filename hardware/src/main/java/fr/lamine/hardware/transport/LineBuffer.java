package fr.lamine.hardware.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stream of bytes into lines ended by CR, LF or both, whatever the pieces it arrives in. Memory is bounded: a
/// line longer than `max` bytes is dropped up to its end. Empty lines are skipped. Text is read as ISO-8859-1, one
/// character a byte, so nothing is lost.
public final class LineBuffer {

    private final byte[] line;
    private int length;
    private boolean tooLong;
    private long dropped;

    public LineBuffer(int max) {
        this.line = new byte[max];
    }

    public List<String> accept(byte[] bytes, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                end(lines);
            } else if (length == line.length) {
                tooLong = true;
            } else {
                line[length++] = bytes[i];
            }
        }
        return lines;
    }

    private void end(List<String> lines) {
        if (tooLong) {
            dropped++;
        } else if (length > 0) {
            lines.add(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        }
        clear();
    }

    /// Forgets a line begun: what follows comes from a new connection.
    public void clear() {
        length = 0;
        tooLong = false;
    }

    /// How many overlong lines were dropped since the start.
    public long dropped() {
        return dropped;
    }
}
