package fr.lamine.hardware.emulator;

/// What an emulated scale shows at one moment: grams after zeroing and taring, rounded to its division.
record Pan(State state, long grams, boolean net) {

    enum State {
        STABLE,
        MOVING,
        OVERLOAD,
        UNDER_ZERO
    }

    /// `12.340`, `-0.500`
    String kilograms() {
        long size = Math.abs(grams);
        return "%s%d.%03d".formatted(grams < 0 ? "-" : "", size / 1_000, size % 1_000);
    }

    String unsignedKilograms() {
        return new Pan(state, Math.abs(grams), net).kilograms();
    }

    char sign() {
        return grams < 0 ? '-' : '+';
    }
}
