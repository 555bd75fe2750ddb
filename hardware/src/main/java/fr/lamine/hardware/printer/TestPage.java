package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import java.util.ArrayList;
import java.util.List;

/// The page that tells people which code page their printer has, whether its width is right, and whether its codes
/// can be read. It never opens the drawer.
public final class TestPage {

    /// A code that stands for no article.
    public static final String EAN13 = "2000000000008";

    public static final String QR = "LA MINE PAGE D'ESSAI";

    static final String SAMPLE = "éèêëàâîïôûùüç ÉÈÀÇ œ Œ € ’";

    private TestPage() {}

    public static Document of(String printer, PaperWidth paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.title("Page d'essai"));
        blocks.add(Line.centered(printer));
        blocks.add(Line.plain("Cette regle doit tenir sur une ligne :"));
        blocks.add(Line.plain(ruler(paper.columns())));
        blocks.add(Line.plain("Choisissez la premiere ligne ou tous les accents sont justes :"));
        for (CodePage page : CodePage.values()) {
            blocks.add(new Document.InPage(page, "%2d ".formatted(page.number()) + SAMPLE));
        }
        blocks.add(Line.plain("Lettres dessinees (rien dessous : sans dessin) :"));
        blocks.add(new Document.DrawnLine("Œuvre à 1 € · Ελλάδα · Україна · سلام"));
        blocks.add(new Document.Rule());
        blocks.add(new Document.Barcode(EAN13));
        blocks.add(new Document.Qr(QR));
        blocks.add(Line.plain("Lisez les deux codes avec la douchette."));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    /// `----+----1----+----2…`, as wide as the paper.
    private static String ruler(int columns) {
        StringBuilder ruler = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            ruler.append(i % 10 == 0 ? Character.forDigit(i / 10 % 10, 10) : i % 5 == 0 ? '+' : '-');
        }
        return ruler.toString();
    }
}
