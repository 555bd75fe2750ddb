package fr.lamine.hardware.printer;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/// Texts made fit for a code page: what it lacks is written otherwise, each kind of space is a plain one, and control
/// characters, which would be commands to the printer, are taken out.
final class PrinterText {

    /// As good as the original, for people.
    private static final Map<Integer, String> ALIKE = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '‚', "'"),
            Map.entry((int) '′', "'"),
            Map.entry((int) '´', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '″', "\""),
            Map.entry((int) '¨', "\""),
            Map.entry((int) '‹', "<"),
            Map.entry((int) '›', ">"),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '―', "-"),
            Map.entry((int) '¯', "-"),
            Map.entry((int) '•', "-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '×', "x"),
            Map.entry((int) '✓', "x"),
            Map.entry((int) '✔', "x"),
            Map.entry((int) '→', "->"),
            Map.entry((int) '←', "<-"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≠', "<>"),
            Map.entry((int) '≈', "~"),
            Map.entry((int) '˜', "~"),
            Map.entry((int) 'ˆ', "^"),
            Map.entry((int) '¦', "|"),
            Map.entry((int) '¸', ","),
            Map.entry((int) '†', "+"),
            Map.entry((int) '‡', "+"),
            Map.entry((int) '‰', "o/oo"),
            Map.entry((int) '§', "par."),
            Map.entry((int) '¶', "|"),
            Map.entry((int) '¤', "*"),
            Map.entry((int) '©', "(c)"),
            Map.entry((int) '®', "(R)"),
            Map.entry((int) '¼', "1/4"),
            Map.entry((int) '½', "1/2"),
            Map.entry((int) '¾', "3/4"));

    /// Letters that do not come apart, without their stroke.
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ł', "l", (int) 'Ł', "L", (int) 'đ', "d", (int) 'Đ', "D", (int) 'ı', "i", (int) 'ø', "o", (int) 'Ø',
            "O", (int) 'ð', "d", (int) 'Ð', "D", (int) 'þ', "th");

    private PrinterText() {}

    /// @param kept whether a character that would lose its accent, or itself, stays as it is
    static String of(String text, CodePage page, boolean kept) {
        CharsetEncoder encoder = page.charset().newEncoder();
        StringBuilder written = new StringBuilder(text.length());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        composed.codePoints().forEach(c -> written.append(written(c, encoder, kept)));
        return written.toString();
    }

    private static String written(int codePoint, CharsetEncoder encoder, boolean kept) {
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
        if (ALIKE.containsKey(codePoint)) {
            return ALIKE.get(codePoint);
        }
        String apart = Normalizer.normalize(character, Normalizer.Form.NFKD);
        String base = apart.replaceAll("\\p{M}", "");
        boolean isWhole = base.equals(apart) && encoder.canEncode(base);
        if (isWhole || !kept) {
            return PLAIN.getOrDefault(codePoint, !base.isEmpty() && encoder.canEncode(base) ? base : "?");
        }
        return character;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
