package fr.lamine.hardware.emulator.speech;

/// What an emulated scale shows at one moment: grams after zeroing and taring, rounded to its division.
public record Pan(State state, long grams, boolean net) {

    public enum State {
        STABLE,
        MOVING,
        OVERLOAD,
        UNDER_ZERO
    }

    /// `12.340`, `-0.500`
    public String kilograms() {
        long size = Math.abs(grams);
        return "%s%d.%03d".formatted(grams < 0 ? "-" : "", size / 1_000, size % 1_000);
    }

    /// Without its sign, filled with `filler` on the left to `width` characters.
    String unsigned(int width, char filler) {
        return filled(new Pan(state, Math.abs(grams), net).kilograms(), width, filler);
    }

    /// With a minus if need be, filled with spaces on the left to `width` characters.
    String signed(int width) {
        return filled(kilograms(), width, ' ');
    }

    private static String filled(String number, int width, char filler) {
        return String.valueOf(filler).repeat(Math.max(0, width - number.length())) + number;
    }

    char sign() {
        return grams < 0 ? '-' : '+';
    }
}
