package fr.lamine.hardware.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// How `glyphs.png` was made, to make it again: arguments are the regular font, the bold font, the picture. Cells of
/// 12 × 24 dots, 16 a row, in the order of windows-1252; regular above, bold below.
final class GlyphsMaker {

    public static void main(String[] arguments) throws Exception {
        BufferedImage image = new BufferedImage(192, 768, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 192, 768);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        for (int face = 0; face < 2; face++) {
            graphics.setFont(
                    Font.createFont(Font.TRUETYPE_FONT, Path.of(arguments[face]).toFile())
                            .deriveFont(20f));
            for (int code = 0x20; code < 0x100; code++) {
                String character = new String(new byte[] {(byte) code}, Charset.forName("windows-1252"));
                if (!Character.isISOControl(character.charAt(0)) && character.charAt(0) != '\ufffd') {
                    int x = code % 16 * 12;
                    int y = face * 384 + code / 16 * 24;
                    graphics.setClip(x, y, 12, 24);
                    graphics.drawString(character, x, y + 19);
                }
            }
        }
        ImageIO.write(image, "png", Path.of(arguments[2]).toFile());
    }
}
