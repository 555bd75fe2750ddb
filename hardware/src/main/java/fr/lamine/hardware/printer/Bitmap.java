package fr.lamine.hardware.printer;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/// Black and white dots, one bit each: what every printer can print in the end. Rows of whole bytes, the leftmost
/// dot in the highest bit, 1 for black; the bits past the width are 0.
///
/// @param width  1 to 4 000 dots
/// @param height 1 to 20 000 dots
public record Bitmap(int width, int height, byte[] bits) {

    public static final int MAX_WIDTH = 4_000;
    public static final int MAX_HEIGHT = 20_000;

    public Bitmap {
        if (width < 1 || width > MAX_WIDTH || height < 1 || height > MAX_HEIGHT) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " dots");
        }
        if (bits.length != (width + 7) / 8 * height) {
            throw new IllegalArgumentException(bits.length + " bytes for " + width + " by " + height + " dots");
        }
        bits = bits.clone();
    }

    @Override
    public byte[] bits() {
        return bits.clone();
    }

    public int bytesPerRow() {
        return (width + 7) / 8;
    }

    public boolean isBlack(int x, int y) {
        return (bits[y * bytesPerRow() + x / 8] & 0x80 >> x % 8) != 0;
    }

    /// `count` rows from row `first` on.
    public Bitmap rows(int first, int count) {
        return new Bitmap(
                width, count, Arrays.copyOfRange(bits, first * bytesPerRow(), (first + count) * bytesPerRow()));
    }

    /// Black on white, with a white margin around as scanners and eyes want it.
    public BufferedImage image(int margin) {
        byte[] grey = {(byte) 0xff, 0};
        BufferedImage image = new BufferedImage(
                width + 2 * margin,
                height + 2 * margin,
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(1, 2, grey, grey, grey));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBlack(x, y)) {
                    image.getRaster().setSample(x + margin, y + margin, 0, 1);
                }
            }
        }
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bitmap(var w, var h, var b) && w == width && h == height && Arrays.equals(b, bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits) * 31 + width;
    }

    @Override
    public String toString() {
        return "Bitmap " + width + " × " + height;
    }
}
