package fr.lamine.backoffice.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the labels lie on a sheet of A4, in tenths of a millimetre.
///
/// @param left      from the edge of the paper to the first label
/// @param top       the same, downwards
/// @param across    between two labels side by side
/// @param down      between two labels one below the other
public record SheetLayout(int columns, int rows, int width, int height, int left, int top, int across, int down) {

    static final int PAPER_WIDTH = 2_100;
    static final int PAPER_HEIGHT = 2_970;

    /// Below this no scanner of a shop reads the bars, or no word fits above them.
    static final int LEAST_WIDTH = 300;
    static final int LEAST_HEIGHT = 160;

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,2})x([0-9]{1,2}) ([0-9]{1,4})x([0-9]{1,4}) ([0-9]{1,4}),([0-9]{1,4})"
                    + " ([0-9]{1,4}),([0-9]{1,4})");

    public SheetLayout {
        if (columns < 1 || rows < 1 || left < 0 || top < 0 || across < 0 || down < 0) {
            throw new IllegalArgumentException("a sheet of " + columns + " × " + rows);
        }
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            throw new IllegalArgumentException("labels of " + width + " × " + height + " tenths of a millimetre");
        }
        if (left + columns * width + (columns - 1) * across > PAPER_WIDTH
                || top + rows * height + (rows - 1) * down > PAPER_HEIGHT) {
            throw new IllegalArgumentException(columns + " × " + rows + " labels do not fit on A4");
        }
    }

    public int labels() {
        return columns * rows;
    }

    int leftOf(int label) {
        return left + label % columns * (width + across);
    }

    int topOf(int label) {
        return top + label / columns * (height + down);
    }

    /// `3x8 700x370 0,5 0,0`
    public String text() {
        return "%dx%d %dx%d %d,%d %d,%d".formatted(columns, rows, width, height, left, top, across, down);
    }

    /// Empty for what is no layout that fits on A4.
    static Optional<SheetLayout> parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SheetLayout(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)),
                    Integer.parseInt(m.group(5)),
                    Integer.parseInt(m.group(6)),
                    Integer.parseInt(m.group(7)),
                    Integer.parseInt(m.group(8))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What stationers sell; any other stock is measured with a ruler.
    public enum Stock {
        THREE_BY_EIGHT(new SheetLayout(3, 8, 700, 370, 0, 5, 0, 0)),
        FIVE_BY_THIRTEEN(new SheetLayout(5, 13, 381, 212, 47, 107, 25, 0)),
        FOUR_BY_ELEVEN(new SheetLayout(4, 11, 485, 254, 80, 88, 0, 0)),
        TWO_BY_SEVEN(new SheetLayout(2, 7, 991, 381, 47, 151, 25, 0));

        private final SheetLayout layout;

        Stock(SheetLayout layout) {
            this.layout = layout;
        }

        public SheetLayout layout() {
            return layout;
        }
    }
}
