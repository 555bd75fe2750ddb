package fr.lamine.backoffice.sheet;

import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.French;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Labels on sheets of A4, as PDF: bars are drawn as lines, so that they are sharp on any printer; the font lies
/// within.
public final class SheetPdf {

    /// No printer of an office reaches the edge of the paper.
    private static final int UNPRINTED = 50;
    private static final int PADDING = 15;

    /// Where there is room for a QR code beside the words.
    private static final int WIDE = 550;
    private static final int HIGH = 280;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private SheetPdf() {}

    /// @param skipped labels of the first sheet that are peeled off already
    public static byte[] of(SheetLayout layout, List<SheetLabel> labels, int skipped) {
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            int next = 0;
            int place = skipped;
            do {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    Ink ink = new Ink(content, font);
                    for (; place < layout.labels() && next < labels.size(); place++) {
                        draw(ink, labels.get(next++), Box.of(layout, place));
                    }
                }
                place = 0;
            } while (next < labels.size());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            return PDType0Font.load(document, file, true);
        }
    }

    /// The part of a label that can be printed.
    private record Box(int left, int top, int width, int height) {

        static Box of(SheetLayout layout, int place) {
            int left = Math.max(layout.leftOf(place) + PADDING, UNPRINTED);
            int top = Math.max(layout.topOf(place) + PADDING, UNPRINTED);
            int right = Math.min(layout.leftOf(place) + layout.width() - PADDING, SheetLayout.PAPER_WIDTH - UNPRINTED);
            int bottom =
                    Math.min(layout.topOf(place) + layout.height() - PADDING, SheetLayout.PAPER_HEIGHT - UNPRINTED);
            return new Box(left, top, right - left, bottom - top);
        }

        int bottom() {
            return top + height;
        }

        Box without(int right) {
            return new Box(left, top, width - right, height);
        }
    }

    private static void draw(Ink ink, SheetLabel label, Box box) throws IOException {
        switch (label) {
            case SheetLabel.Blank(var code, var house) -> {
                ink.words(house, 7, box.left, box.width, box.top + 24);
                bars(ink, code.digits(), code.spaced(), box, 34);
            }
            case SheetLabel.Tag(var tag, var category) -> {
                ink.words(category, 9, box.left, box.width, box.top + 30);
                ink.words(French.euros(tag.price()), 16, box.left, box.width, box.top + 84);
                tag(ink, tag.text(), box);
            }
            case SheetLabel.Item item -> item(ink, item, box);
        }
    }

    private static void tag(Ink ink, String text, Box box) throws IOException {
        int top = 96;
        if (Ink.fits128(text, box.width)) {
            ink.code128(text, box.left, box.top + top, box.width, Math.min(140, box.height - top));
        } else {
            int side = Math.min(box.width, box.height - top);
            ink.qr(text, box.left + (box.width - side) / 2, box.top + top, side);
        }
    }

    private static void item(Ink ink, SheetLabel.Item label, Box whole) throws IOException {
        ItemState item = label.item();
        boolean roomy = whole.width >= WIDE && whole.height >= HIGH;
        int side = roomy ? Math.min(whole.height, 230) : 0;
        Box box = whole.without(side);
        if (roomy) {
            ink.qr(label.qr(), box.left + box.width, box.top + (box.height - side) / 2, side);
        }
        String name = item.title().isBlank() ? label.category() : item.title();
        ink.words(name, roomy ? 10 : 8, box.left, box.width, box.top + 28);
        ink.words(French.euros(item.piecePrice()), roomy ? 17 : 12, box.left, box.width, box.top + (roomy ? 84 : 68));
        int used = 80;
        if (roomy) {
            ink.words(quantity(item, label.category()), 7, box.left, box.width, box.top + 116);
            used = 128;
        }
        bars(ink, item.code().digits(), item.code().spaced(), box, used);
    }

    private static String quantity(ItemState item, String category) {
        String mass = French.kg(item.mass());
        String what = item.title().isBlank() || item.title().equals(category) ? mass : category + " · " + mass;
        return item.pieces() == 1
                ? what
                : "pièce · %s pour %s · %s".formatted(French.count(item.pieces()), French.euros(item.lotPrice()), what);
    }

    /// Bars down to the digits that people read.
    private static void bars(Ink ink, String digits, String spaced, Box box, int used) throws IOException {
        int words = 32;
        int height = Math.min(170, box.height - used - words);
        ink.ean13(digits, box.left, box.top + used, box.width, height);
        ink.words(spaced, 7, box.left, box.width, Math.min(box.bottom(), box.top + used + height + words) - 4);
    }
}
