package fr.lamine.hardware.printer;

import java.util.ArrayList;
import java.util.List;

final class TextWrap {

    private TextWrap() {}

    /// Lines of at most `width` characters, cut at spaces, inside a word only when the word alone is too long. An empty
    /// text is one empty line.
    static List<String> words(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /// Lines of exactly `width` characters, the right text at the right edge of the last one. A right text that leaves
    /// less than a third of the width to the left gets a line of its own.
    static List<String> columns(String left, String right, int width) {
        String amount = right.strip();
        if (amount.length() > width * 2 / 3) {
            List<String> lines = new ArrayList<>(words(left, width));
            words(amount, width).forEach(line -> lines.add(" ".repeat(width - line.length()) + line));
            return lines;
        }
        int room = amount.isEmpty() ? width : width - amount.length() - 1;
        List<String> lines = new ArrayList<>(words(left, room));
        String last = lines.removeLast();
        lines.add(last + " ".repeat(width - last.length() - amount.length()) + amount);
        return lines;
    }
}
