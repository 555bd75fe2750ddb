package fr.lamine.model.item;

/// Check digits of EAN-13 and EAN-8 (GS1 General Specifications 7.9): weights 3 and 1 from the right, modulo 10.
public final class Ean {

    private Ean() {}

    public static String withCheckDigit(String digits) {
        return digits + checkDigit(digits);
    }

    public static boolean isValid(String digits) {
        int last = digits.length() - 1;
        return last > 0 && isDigits(digits) && checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
