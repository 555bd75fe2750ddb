package fr.lamine.pos.table;

/// What can be wrong with the printer.
enum PrinterFault {
    UNPLUGGED("plug-connected-x", true),
    PAPER_OUT("receipt-off", true),
    PAPER_LOW("receipt", true),
    PAPER_ENDS("scissors", false),
    COVER_OPEN("arrow-big-up-line", true),
    CUTTER_JAM("slice", true),
    MUTE("volume-off", true),
    SLOW("hourglass", true),
    GARBLED("bolt", true);

    /// After so many lines [#PAPER_ENDS] has come.
    static final int LINES_LEFT = 5;

    /// How slow [#SLOW] is: slow enough to watch the paper come.
    static final int MILLIS_A_LINE = 200;

    private final String icon;
    private final boolean lasting;

    PrinterFault(String icon, boolean lasting) {
        this.icon = icon;
        this.lasting = lasting;
    }

    String icon() {
        return icon;
    }

    boolean isLasting() {
        return lasting;
    }
}
