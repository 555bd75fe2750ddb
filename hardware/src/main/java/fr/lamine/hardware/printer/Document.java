package fr.lamine.hardware.printer;

import fr.lamine.model.item.Ean;
import java.util.ArrayList;
import java.util.List;

/// What is to be printed, without a word about how. At most [#MAX_BLOCKS] blocks.
public record Document(List<Block> blocks) {

    public static final int MAX_BLOCKS = 2_000;
    public static final int MAX_TEXT = 2_000;

    public Document {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException("a document of " + blocks.size() + " blocks");
        }
    }

    public static Document of(Block... blocks) {
        return new Document(List.of(blocks));
    }

    /// This document followed by another, for instance a receipt and the kick of the drawer.
    public Document then(Block... more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(List.of(more));
        return new Document(all);
    }

    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// DOUBLE is twice as wide and twice as high.
    public enum Size {
        NORMAL,
        DOUBLE
    }

    public sealed interface Block {}

    /// A text, wrapped at words where it is too wide.
    public record Line(String text, boolean bold, Size size, Align align) implements Block {
        public Line {
            refuseLong(text);
        }

        public static Line plain(String text) {
            return new Line(text, false, Size.NORMAL, Align.LEFT);
        }

        public static Line bold(String text) {
            return new Line(text, true, Size.NORMAL, Align.LEFT);
        }

        public static Line centered(String text) {
            return new Line(text, false, Size.NORMAL, Align.CENTER);
        }

        public static Line title(String text) {
            return new Line(text, true, Size.DOUBLE, Align.CENTER);
        }
    }

    /// A text, wrapped at words, in a code page of its own whatever the printer's: for the test page.
    public record InPage(CodePage page, String text) implements Block {
        public InPage {
            refuseLong(text);
        }
    }

    /// A text, wrapped at words, sent as a picture.
    public record DrawnLine(String text) implements Block {
        public DrawnLine {
            refuseLong(text);
        }
    }

    /// A designation at the left, an amount at the right edge; the left wraps, the right never does.
    public record TwoColumns(String left, String right, boolean bold) implements Block {
        public TwoColumns {
            refuseLong(left);
            refuseLong(right);
        }

        public TwoColumns(String left, String right) {
            this(left, right, false);
        }
    }

    /// A line across the paper.
    public record Rule() implements Block {}

    /// 13 digits, check digit included.
    public record Barcode(String ean13) implements Block {
        public Barcode {
            if (ean13.length() != 13 || !Ean.isValid(ean13)) {
                throw new IllegalArgumentException("not an EAN-13: " + ean13);
            }
        }
    }

    /// 1 to 24 printable ASCII characters.
    public record Code128(String text) implements Block {
        public Code128 {
            if (!text.matches("[ -~]{1,24}")) {
                throw new IllegalArgumentException("not for Code 128: " + text);
            }
        }
    }

    /// 1 to 300 printable ASCII characters.
    public record Qr(String text) implements Block {
        public Qr {
            if (!text.matches("[ -~]{1,300}")) {
                throw new IllegalArgumentException("not for a QR code: " + text);
            }
        }
    }

    /// 1 to 20 empty lines.
    public record Space(int lines) implements Block {
        public Space {
            if (lines < 1 || lines > 20) {
                throw new IllegalArgumentException("a space of " + lines + " lines");
            }
        }
    }

    /// Dots as they are, centred, cut off where they are wider than the paper.
    public record Picture(Bitmap dots) implements Block {}

    /// Feeds past the blade and cuts.
    public record Cut() implements Block {}

    /// Opens the cash drawer that hangs on the printer.
    public record Kick() implements Block {}

    private static void refuseLong(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters");
        }
    }
}
