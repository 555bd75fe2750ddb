package fr.lamine.hardware.printer;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/// The tables of characters that ticket printers have, the best for French first. Each has all French letters or
/// other letters for them, see [#written]. Which one a printer really has is found with the [TestPage].
public enum CodePage {
    /// All of French, €, œ and typographic quotes.
    WPC1252(16, "windows-1252"),
    /// All of French, €, œ; no typographic quotes, dashes nor dots.
    ISO8859_15(40, "ISO-8859-15"),
    /// Lacks œ and typographic signs.
    CP858(19, "IBM00858"),
    /// Lacks €, œ and typographic signs.
    CP850(2, "IBM850"),
    /// Where printers start. Lacks most capitals with accents, €, œ and typographic signs.
    CP437(0, "IBM437");

    private final int number;
    private final Charset charset;

    CodePage(int number, String charset) {
        this.number = number;
        this.charset = Charset.forName(charset);
    }

    /// What `ESC t` is followed by, on Epson's printers and those that imitate them: 0 to 255.
    public int number() {
        return number;
    }

    public Charset charset() {
        return charset;
    }

    public static Optional<CodePage> numbered(int number) {
        return Arrays.stream(values()).filter(page -> page.number == number).findFirst();
    }

    /// The text in characters of this page only, none of them a control character: œ as oe, € as EUR, ’ as ' where
    /// they are missing, É as E, at worst `?` for a letter of another script.
    public String written(String text) {
        return PrinterText.of(text, this, false);
    }

    /// Whether [#written] loses an accent or a letter; œ written oe is no loss.
    public boolean spoils(String text) {
        return !has(PrinterText.of(text, this, true));
    }

    boolean has(String text) {
        return charset.newEncoder().canEncode(text);
    }
}
