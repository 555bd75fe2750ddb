package fr.lamine.hardware.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stream of bytes into frames that begin with one byte and end with another, whatever the pieces it arrives in.
/// Memory is bounded: a frame longer than `max` bytes is dropped. A start byte inside a frame is content,
/// so a frame cut short spoils the next one rather than passing for it. Read as ISO-8859-1, one character a byte.
public final class FrameBuffer {

    private final byte start;
    private final byte end;
    private final byte[] frame;
    private int length;
    private boolean inside;
    private boolean noise;
    private long dropped;

    /// @param max how many bytes a frame may have, start and end counted
    public FrameBuffer(int start, int end, int max) {
        this.start = (byte) start;
        this.end = (byte) end;
        this.frame = new byte[max];
    }

    /// @return the frames completed, with their start and end bytes
    public List<String> accept(byte[] bytes, int count) {
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (inside || bytes[i] == start) {
                take(bytes[i], frames);
            } else {
                passOver(bytes[i]);
            }
        }
        return frames;
    }

    private void take(byte b, List<String> frames) {
        inside = true;
        if (length == frame.length) {
            clear();
            passOver(b);
            return;
        }
        frame[length++] = b;
        if (b == end && length > 1) {
            frames.add(new String(frame, 0, length, StandardCharsets.ISO_8859_1));
            noise = false;
            clear();
        }
    }

    private void passOver(byte b) {
        if (!noise && b != '\r' && b != '\n') {
            noise = true;
            dropped++;
        }
    }

    private void clear() {
        length = 0;
        inside = false;
    }

    /// How many stretches of bytes outside a frame, or in one too long, were dropped since the start.
    public long dropped() {
        return dropped;
    }
}
