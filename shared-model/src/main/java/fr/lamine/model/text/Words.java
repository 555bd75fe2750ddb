package fr.lamine.model.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Words as people search by them: case and accents aside, a slip of the fingers forgiven.
public final class Words {

    /// Shorter words must be typed right.
    private static final int SHORT = 4;

    /// From so many letters on, two slips are forgiven.
    private static final int LONG = 8;

    private static final int MOST = 8;

    private Words() {}

    /// `Étagère d’œuvres` → `etagere`, `oeuvres`: words of one letter say nothing, unless there is no other.
    public static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae");
        List<String> all = Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        List<String> telling = all.stream().filter(word -> word.length() > 1).toList();
        return telling.isEmpty() ? all : telling;
    }

    /// Words of a vocabulary that may have been meant: those that begin so, and those a slip or two away.
    public static List<String> meant(String word, Collection<String> vocabulary, int most) {
        return vocabulary.stream()
                .filter(known -> known.startsWith(word) || isNear(word, known))
                .limit(most)
                .collect(Collectors.toList());
    }

    /// A letter too many, too few, another one, or two of them swapped. The end may be missing yet.
    static boolean isNear(String typed, String known) {
        int allowed = typed.length() < SHORT ? 0 : typed.length() < LONG ? 1 : 2;
        if (allowed == 0 || known.length() < typed.length() - allowed) {
            return typed.equals(known);
        }
        int most = Math.min(known.length(), typed.length() + allowed);
        for (int length = typed.length() - allowed; length <= most; length++) {
            if (isWithin(typed, known.substring(0, length), allowed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String a, String b, int allowed) {
        if (Math.abs(a.length() - b.length()) > allowed) {
            return false;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int steps = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps = Math.min(steps, before[j - 2] + 1);
                }
                now[j] = steps;
                least = Math.min(least, steps);
            }
            if (least > allowed) {
                return false;
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()] <= allowed;
    }
}
