package fr.lamine.pos.table;

/// What can be wrong with the scale.
enum ScaleFault {
    UNPLUGGED("plug-connected-x", true),
    LEANING("hand-grab", true),
    OVERLOAD("weight", true),
    LIFTED("arrow-big-up-line", true),
    SILENT("volume-off", true),
    SLOW("hourglass", true),
    NOISE("bolt", false),
    HALF_FRAME("scissors", false);

    private final String icon;
    private final boolean lasting;

    ScaleFault(String icon, boolean lasting) {
        this.icon = icon;
        this.lasting = lasting;
    }

    String icon() {
        return icon;
    }

    /// Stays until it is ended; the others happen once.
    boolean isLasting() {
        return lasting;
    }
}
