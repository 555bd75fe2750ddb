package fr.lamine.hardware.emulator;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Paper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// What has come out of the printer since the last cut: lines of text and dots.
final class VirtualPaper {

    private static final int MOST_LINES = 5_000;

    private final Paper dots;
    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    VirtualPaper(int width) {
        this.dots = new Paper(width);
        this.columns = width / 12;
    }

    void print(String text, boolean bold, int wide, int high, Align align) {
        dots.text(text, bold, 12 * wide, 24 * high, align);
        dots.feed(Math.max(0, 30 - 24 * high));
        int free = Math.max(0, columns - text.length() * wide);
        int before = switch (align) {
            case LEFT -> 0;
            case CENTER -> free / 2;
            case RIGHT -> free;
        };
        note((" ".repeat(before) + text).stripTrailing());
    }

    /// Keeps the bytes of texts as they came, at most 100 000.
    void received(byte[] bytes) {
        if (received.size() + bytes.length <= 100_000) {
            received.writeBytes(bytes);
        }
    }

    byte[] received() {
        return received.toByteArray();
    }

    void note(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    Paper dots() {
        return dots;
    }

    boolean isBlank() {
        return lines.stream().allMatch(String::isEmpty);
    }

    /// Lines joined by `\n`, blank ones at the end left out.
    String text() {
        return String.join("\n", lines).stripTrailing();
    }

    BufferedImage picture() {
        return dots.image(24);
    }
}
