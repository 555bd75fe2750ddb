package fr.lamine.hardware.printer;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/// The characters a ticket can hold: windows-1252, the printer's code page 16, which has every French letter, €, œ and
/// the typographic apostrophe.
public final class PrinterText {

    public static final Charset CHARSET = Charset.forName("windows-1252");

    private PrinterText() {}

    /// The same text with what windows-1252 lacks written otherwise (`→` as `->`, `ő` as `o`, at worst `?`), each kind
    /// of space as a plain one, and control characters, which would be commands to the printer, taken out.
    public static String of(String text) {
        CharsetEncoder encoder = CHARSET.newEncoder();
        StringBuilder plain = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        composed.codePoints().forEach(c -> plain.append(written(c, encoder)));
        return plain.toString();
    }

    private static String written(int codePoint, CharsetEncoder encoder) {
        String character = Character.toString(codePoint);
        if (Character.isSpaceChar(codePoint) || codePoint == '\t') {
            return " ";
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        if (encoder.canEncode(character)) {
            return character;
        }
        return switch (codePoint) {
            case '→' -> "->";
            case '←' -> "<-";
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '≠' -> "<>";
            case '≈' -> "~";
            case '−', '‐', '‑', '―' -> "-";
            case '′' -> "'";
            case '″' -> "\"";
            case '✓', '✔' -> "x";
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'đ' -> "d";
            case 'Đ' -> "D";
            case 'ı' -> "i";
            default -> decomposed(character, encoder);
        };
    }

    private static String decomposed(String character, CharsetEncoder encoder) {
        String base = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !base.isEmpty() && encoder.canEncode(base) ? base : "?";
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
