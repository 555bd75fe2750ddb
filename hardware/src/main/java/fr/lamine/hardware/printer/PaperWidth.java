package fr.lamine.hardware.printer;

/// Rolls of 58 and 80 mm at 203 dots an inch; a character of font A is 12 dots wide and 24 high.
public enum PaperWidth {
    MM58(384),
    MM80(576);

    private final int dots;

    PaperWidth(int dots) {
        this.dots = dots;
    }

    /// Printable width.
    public int dots() {
        return dots;
    }

    public int columns() {
        return dots / 12;
    }
}
