package fr.lamine.pos.weighin;

import java.util.Optional;

/// The number of a business that gives goods: 14 digits whose Luhn key is right. Those of La Poste, which has more
/// branches than the key leaves room for, may have a sum of digits that five divides instead.
record Siret(String digits) {

    private static final String LA_POSTE = "356000000";

    Siret {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("not a SIRET: " + digits);
        }
    }

    /// Reads what was typed, spaces aside; empty when its key is wrong.
    static Optional<Siret> parse(String text) {
        String digits = text.replaceAll("[\\s\u00a0\u202f]", "");
        return isRight(digits) ? Optional.of(new Siret(digits)) : Optional.empty();
    }

    private static boolean isRight(String digits) {
        if (!digits.matches("[0-9]{14}") || digits.matches("0+")) {
            return false;
        }
        int luhn = 0;
        int plain = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            plain += digit;
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            luhn += doubled > 9 ? doubled - 9 : doubled;
        }
        return luhn % 10 == 0 || digits.startsWith(LA_POSTE) && plain % 5 == 0;
    }

    /// `123 456 789 00012`
    String spaced() {
        return spaced(digits);
    }

    static String spaced(String digits) {
        return digits.replaceFirst("([0-9]{3})([0-9]{3})([0-9]{3})([0-9]{5})", "$1 $2 $3 $4");
    }
}
