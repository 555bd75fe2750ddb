package fr.lamine.hardware.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Letters that our own picture of characters lacks (Greek, Arabic …), drawn with the fonts of the machine, joined
/// and in the right direction. A machine without fonts draws none.
final class OtherScripts {

    private static final Optional<Font> FONT = font();

    private OtherScripts() {}

    /// Black on white in a box of `width` × `height` dots, squeezed where it is too wide; empty when this machine
    /// cannot draw it.
    static Optional<BufferedImage> drawn(String text, boolean bold, int width, int height) {
        Optional<Font> font = FONT.map(f -> f.deriveFont(bold ? Font.BOLD : Font.PLAIN, height * 0.8f))
                .filter(f -> f.canDisplayUpTo(text) < 0);
        return font.map(f -> drawn(new TextLayout(text, f, new FontRenderContext(null, false, false)), width, height));
    }

    private static BufferedImage drawn(TextLayout layout, int width, int height) {
        BufferedImage box = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = box.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        double squeeze = Math.min(1, width / Math.max(1.0, layout.getAdvance()));
        double left = layout.isLeftToRight() ? 0 : width - layout.getAdvance() * squeeze;
        graphics.fill(layout.getOutline(new AffineTransform(squeeze, 0, 0, 1, left, height * 0.79)));
        graphics.dispose();
        return box;
    }

    private static Optional<Font> font() {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
            return font.canDisplay('a') ? Optional.of(font) : Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            System.getLogger(OtherScripts.class.getName()).log(Level.WARNING, "this machine has no fonts", e);
            return Optional.empty();
        }
    }
}
