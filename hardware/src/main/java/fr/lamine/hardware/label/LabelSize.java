package fr.lamine.hardware.label;

/// One label of a roll.
///
/// @param widthMm  20 to 110
/// @param heightMm 10 to 200
/// @param gapMm    between two labels, 0 to 10; 0 for an endless roll
public record LabelSize(int widthMm, int heightMm, int gapMm, Resolution resolution) {

    public LabelSize {
        if (widthMm < 20 || widthMm > 110 || heightMm < 10 || heightMm > 200 || gapMm < 0 || gapMm > 10) {
            throw new IllegalArgumentException("a label of " + widthMm + " × " + heightMm + " mm, gap " + gapMm);
        }
    }

    /// With the usual gap of 2 mm.
    public static LabelSize of(int widthMm, int heightMm, Resolution resolution) {
        return new LabelSize(widthMm, heightMm, 2, resolution);
    }

    public int width() {
        return resolution.dots(widthMm);
    }

    public int height() {
        return resolution.dots(heightMm);
    }
}
