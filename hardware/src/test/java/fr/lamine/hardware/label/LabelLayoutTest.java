package fr.lamine.hardware.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PictureRendering;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {

    private static final Label SHELF = new Label(
            ItemCode.of(901, 412),
            "Étagère en chêne, trois planches",
            "Meubles",
            "meubles",
            Money.cents(123_450),
            Mass.grams(12_340),
            1);

    @Test
    void aLabelReadsAsDrawnHere() {
        assertEquals("""
                            Meubles
                Étagère en chêne, trois planches
                      1   2 3 4 , 5 0   €
                           12,340 kg
                [EAN-13 0490100004129]
                        04 901 0000412 9
                [QR LM1;0490100004129;123450;meubles;12340;1]
                [cut]
                """, TextRendering.of(Sheet.of(LabelLayout.of(SHELF), PaperWidth.MM58)));
    }

    @Test
    void aLotSaysItsPiecesAndALightThingItsGrams() {
        Label glasses = new Label(
                ItemCode.of(1, 7), "Vaisselle", "Vaisselle", "vaisselle", Money.cents(300), Mass.grams(950), 6);
        assertEquals("""
                           Vaisselle
                          3 , 0 0   €
                        950 g · lot de 6
                [EAN-13 0400100000076]
                        04 001 0000007 6
                [QR LM1;0400100000076;300;vaisselle;950;6]
                [cut]
                """, TextRendering.of(Sheet.of(LabelLayout.of(glasses), PaperWidth.MM58)));
    }

    @Test
    void bothCodesOfTheLabelAreReadOffItsPicture() throws Exception {
        List<String> read = Tools.zbarimg(PictureRendering.png(Sheet.of(LabelLayout.of(SHELF), PaperWidth.MM58)));
        assertEquals(
                List.of("EAN-13:0490100004129", "QR-Code:LM1;0490100004129;123450;meubles;12340;1"),
                read.stream().sorted().toList());
    }

    @Test
    void aLabelThatWouldBreakItsQrTextIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Label(SHELF.code(), "Table", "Meubles", "meu;bles", Money.cents(100), Mass.grams(100), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Label(SHELF.code(), "Table", "Meubles", "meubles", Money.cents(-1), Mass.grams(100), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Label(SHELF.code(), "Table", "Meubles", "meubles", Money.cents(100), Mass.grams(100), 0));
    }
}
