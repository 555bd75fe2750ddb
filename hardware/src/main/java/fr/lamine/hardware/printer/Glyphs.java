package fr.lamine.hardware.printer;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The dots of the characters, from a picture of our own, so that a ticket looks the same on a machine without fonts.
final class Glyphs {

    private static final Raster DOTS = load();

    private Glyphs() {}

    static boolean has(char character) {
        return CodePage.WPC1252.has(String.valueOf(character));
    }

    static boolean isBlack(char character, boolean bold, int x, int y) {
        int code = String.valueOf(character).getBytes(CodePage.WPC1252.charset())[0] & 0xff;
        return DOTS.getSample(code % 16 * 12 + x, (bold ? 384 : 0) + code / 16 * 24 + y, 0) == 0;
    }

    private static Raster load() {
        try (InputStream picture = Glyphs.class.getResourceAsStream("glyphs.png")) {
            return ImageIO.read(picture).getRaster();
        } catch (IOException e) {
            throw new UncheckedIOException("glyphs.png", e);
        }
    }
}
