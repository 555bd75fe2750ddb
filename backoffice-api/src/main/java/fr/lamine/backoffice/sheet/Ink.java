package fr.lamine.backoffice.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// Words and bars on one page, measured in tenths of a millimetre from the top left corner of the paper.
final class Ink {

    private static final float POINTS = 72f / 254f;
    private static final float SMALLEST = 5.5f;

    /// Bars of ten modules' quiet on each side, as scanners want it.
    private static final int QUIET = 20;

    /// 0.33 mm, the nominal size; finer bars are drawn where the label is narrow.
    private static final float NOMINAL = 3.3f;

    /// 0.2 mm: finer bars are not read for sure.
    private static final float FINEST = 2f;

    private final PDPageContentStream page;
    private final PDFont font;

    Ink(PDPageContentStream page, PDFont font) {
        this.page = page;
        this.font = font;
    }

    /// One line, in the middle of the width: smaller where it is too long, cut off where it still is.
    ///
    /// @param size   in points
    /// @param bottom of the letters
    void words(String text, float size, int left, int width, int bottom) throws IOException {
        String all = printable(text);
        float room = width * POINTS;
        float chosen = Math.max(SMALLEST, Math.min(size, size * room / Math.max(1, width(all, size))));
        String shown = all;
        while (!shown.isEmpty() && width(shown, chosen) > room) {
            shown = shown.substring(0, shown.length() - 1);
        }
        page.beginText();
        page.setFont(font, chosen);
        page.newLineAtOffset(left * POINTS + (room - width(shown, chosen)) / 2, y(bottom));
        page.showText(shown);
        page.endText();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// Letters that the font lacks become question marks.
    private String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(letter -> kept.append(has(letter) ? Character.toString(letter) : "?"));
        return kept.toString().replace('\u202f', ' ');
    }

    private boolean has(int letter) {
        if (letter == '\u202f') {
            return true;
        }
        try {
            return font.encode(Character.toString(letter)).length > 0;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    void ean13(String digits, int left, int top, int width, int height) throws IOException {
        bars(new EAN13Writer().encode(digits), left, top, width, height);
    }

    /// @return whether bars of it are coarse enough to be read on so narrow a label
    static boolean fits128(String text, int width) {
        return text.length() <= 24 && (float) width / (new Code128Writer().encode(text).length + QUIET) >= FINEST;
    }

    void code128(String text, int left, int top, int width, int height) throws IOException {
        bars(new Code128Writer().encode(text), left, top, width, height);
    }

    private void bars(boolean[] modules, int left, int top, int width, int height) throws IOException {
        float module = Math.min(NOMINAL, (float) width / (modules.length + QUIET));
        float start = left + (width - modules.length * module) / 2;
        for (int from = 0; from < modules.length; from++) {
            int to = from;
            while (to < modules.length && modules[to]) {
                to++;
            }
            if (to > from) {
                box(start + from * module, top, (to - from) * module, height);
                from = to;
            }
        }
    }

    /// A square of `side`, its quiet margin within.
    void qr(String text, int left, int top, int side) throws IOException {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("not for a QR code: " + text, tooLong);
        }
        float module = (float) side / modules.getWidth();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    box(left + from * module, top + y * module, (x - from) * module, module);
                }
            }
        }
    }

    private void box(float left, float top, float width, float height) throws IOException {
        page.addRect(left * POINTS, y(top + height), width * POINTS, height * POINTS);
        page.fill();
    }

    private static float y(float top) {
        return (SheetLayout.PAPER_HEIGHT - top) * POINTS;
    }
}
