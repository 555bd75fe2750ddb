package fr.lamine.hardware.label;

/// Dots of a print head.
public enum Resolution {
    /// 8 dots a millimetre.
    DPI203(203),
    /// 11.8 dots a millimetre.
    DPI300(300);

    private final int dpi;

    Resolution(int dpi) {
        this.dpi = dpi;
    }

    public int dpi() {
        return dpi;
    }

    /// Whole dots in so many millimetres.
    public int dots(int millimetres) {
        return this == DPI203 ? millimetres * 8 : millimetres * dpi * 10 / 254;
    }

    /// Cells of characters grow by this many halves, so that text is as large on paper at each resolution.
    int halves() {
        return this == DPI203 ? 2 : 3;
    }
}
