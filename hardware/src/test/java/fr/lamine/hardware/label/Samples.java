package fr.lamine.hardware.label;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Line;
import java.util.List;

/// Labels as the shop prints them.
final class Samples {

    static final String EAN13 = "0490100004129";
    static final String QR = "LM1;0490100004129;450;meubles;12340;1";

    static final Document LABEL = Document.of(
            Line.centered("Meubles"),
            Line.centered("Étagère en chêne"),
            Line.title("4,50 €"),
            Line.centered("12,340 kg"),
            new Document.Barcode(EAN13),
            new Document.Qr(QR),
            new Document.Cut());

    static final List<String> CODES = List.of("EAN-13:" + EAN13, "QR-Code:" + QR);

    private Samples() {}
}
