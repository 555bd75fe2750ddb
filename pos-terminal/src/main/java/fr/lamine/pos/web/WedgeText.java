package fr.lamine.pos.web;

import java.util.Map;
import java.util.stream.Collectors;

/// What a scanner in keyboard mode meant. Scanners come set to the American keyboard; on a computer with the French
/// one, the same keys give other characters: `&é"'(-è_çà` for digits, `C)BQC` for `C-BAC`.
public final class WedgeText {

    private static final String FRENCH = "&é\"'(-è_çà)"
            + "azertyuiopqsdfghjklmùwxcvbn,;:!"
            + "AZERTYUIOPQSDFGHJKLM%WXCVBN?./§"
            + "1234567890°" + "$*£µ";
    private static final String AMERICAN = "1234567890-"
            + "qwertyuiopasdfghjkl;'zxcvbnm,./"
            + "QWERTYUIOPASDFGHJKL:\"ZXCVBNM<>?"
            + "!@#$%^&*()_" + "]\\}|";
    private static final Map<Integer, Integer> KEYS =
            FRENCH.chars().boxed().collect(Collectors.toMap(c -> c, c -> (int) AMERICAN.charAt(FRENCH.indexOf(c))));

    private WedgeText() {}

    /// The text of the code. What holds a digit came through a keyboard that agrees: a French one gives digits only
    /// with the shift key, which no scanner presses for them.
    public static String normalised(String typed) {
        boolean digits = typed.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean otherKeyboard = !digits && typed.chars().anyMatch(c -> "&é\"'(è_çà)".indexOf(c) >= 0);
        return otherKeyboard
                ? typed.chars()
                        .map(c -> KEYS.getOrDefault(c, c))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                : typed;
    }
}
