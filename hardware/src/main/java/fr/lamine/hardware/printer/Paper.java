package fr.lamine.hardware.printer;

import com.google.zxing.common.BitMatrix;
import fr.lamine.hardware.printer.Document.Align;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Black dots on a strip of paper that grows downwards, as a thermal head makes them. Not thread-safe. At most
/// [#MAX_HEIGHT] dots (2.5 m): what would come below is not drawn.
public final class Paper {

    public static final int MAX_HEIGHT = 20_000;

    private final int width;
    private final List<boolean[]> rows = new ArrayList<>();

    /// @param width in dots
    public Paper(int width) {
        this.width = width;
    }

    /// A line of text in cells of `cellWidth` × `cellHeight` dots; ours are drawn in 12 × 24. What passes the right
    /// edge is lost; nothing is fed after it.
    public void text(String text, boolean bold, int cellWidth, int cellHeight, Align align) {
        int left = start(text.length() * cellWidth, align);
        int top = grow(cellHeight);
        int from = 0;
        while (from < text.length()) {
            int to = endOfRun(text, from);
            String run = text.substring(from, to);
            if (Glyphs.has(text.charAt(from))) {
                cells(run, bold, cellWidth, cellHeight, left + from * cellWidth, top);
            } else {
                otherScript(run, bold, cellWidth, cellHeight, left + from * cellWidth, top);
            }
            from = to;
        }
    }

    /// Characters of ours, or others with the spaces between them.
    private static int endOfRun(String text, int from) {
        boolean ours = Glyphs.has(text.charAt(from));
        int to = from;
        int next = from;
        while (next < text.length() && (Glyphs.has(text.charAt(next)) == ours || text.charAt(next) == ' ')) {
            to = text.charAt(next) == ' ' && !ours ? to : next + 1;
            next++;
        }
        return to;
    }

    private void cells(String text, boolean bold, int cellWidth, int cellHeight, int left, int top) {
        for (int i = 0; i < text.length(); i++) {
            for (int y = 0; y < cellHeight; y++) {
                for (int x = 0; x < cellWidth; x++) {
                    if (Glyphs.isBlack(text.charAt(i), bold, x * 12 / cellWidth, y * 24 / cellHeight)) {
                        dot(left + i * cellWidth + x, top + y);
                    }
                }
            }
        }
    }

    private void otherScript(String text, boolean bold, int cellWidth, int cellHeight, int left, int top) {
        OtherScripts.drawn(text, bold, text.length() * cellWidth, cellHeight)
                .ifPresentOrElse(
                        drawn -> put(drawn, left, top),
                        () -> cells("?".repeat(text.length()), bold, cellWidth, cellHeight, left, top));
    }

    private void put(BufferedImage drawn, int left, int top) {
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                if (drawn.getRaster().getSample(x, y, 0) == 0) {
                    dot(left + x, top + y);
                }
            }
        }
    }

    /// Dots as they are, over what is there already; what passes the paper is lost.
    public void put(Bitmap dots, int left, int top) {
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                if (dots.isBlack(x, y)) {
                    dot(left + x, top + y);
                }
            }
        }
    }

    /// Dots as they are, on new paper.
    public void bitmap(Bitmap dots, Align align) {
        int top = grow(dots.height());
        put(dots, start(dots.width(), align), top);
    }

    /// A bar code or a QR code, each module `module` dots square.
    public void matrix(BitMatrix modules, int module, Align align) {
        matrix(modules, module, modules.getHeight() * module, align);
    }

    /// Bars of `module` dots, `height` dots high.
    public void bars(BitMatrix modules, int module, int height, Align align) {
        matrix(modules, module, height, align);
    }

    private void matrix(BitMatrix modules, int module, int height, Align align) {
        int left = start(modules.getWidth() * module, align);
        int top = grow(height);
        for (int y = 0; y < height; y++) {
            int row = Math.min(y / module, modules.getHeight() - 1);
            for (int x = 0; x < modules.getWidth() * module; x++) {
                if (modules.get(x / module, row)) {
                    dot(left + x, top + y);
                }
            }
        }
    }

    /// Blank paper, in dots.
    public void feed(int dots) {
        grow(dots);
    }

    public int height() {
        return rows.size();
    }

    private int start(int extent, Align align) {
        return switch (align) {
            case LEFT -> 0;
            case CENTER -> Math.max(0, (width - extent) / 2);
            case RIGHT -> Math.max(0, width - extent);
        };
    }

    private int grow(int height) {
        int top = rows.size();
        for (int i = 0; i < height && rows.size() < MAX_HEIGHT; i++) {
            rows.add(new boolean[width]);
        }
        return top;
    }

    private void dot(int x, int y) {
        if (x >= 0 && x < width && y < rows.size()) {
            rows.get(y)[x] = true;
        }
    }

    /// All that is drawn, or one white row of an untouched paper.
    public Bitmap bitmap() {
        int bytes = (width + 7) / 8;
        byte[] bits = new byte[bytes * Math.max(1, rows.size())];
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < width; x++) {
                if (rows.get(y)[x]) {
                    bits[y * bytes + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new Bitmap(width, Math.max(1, rows.size()), bits);
    }

    /// Black on white, one bit a dot, with a white margin around as scanners and eyes want it.
    public BufferedImage image(int margin) {
        return bitmap().image(margin);
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
