package fr.lamine.hardware.printer;

/// The printer in one word for people, the worst first.
public enum PrinterState {
    /// No connection.
    UNREACHABLE,
    /// Connected, and it does not answer: many cheap printers never do.
    SILENT,
    COVER_OPEN,
    PAPER_OUT,
    /// Blade jammed or another error that a person must clear.
    ERROR,
    /// Off line for a reason it does not tell.
    OFFLINE,
    PAPER_NEAR_END,
    READY;

    /// Whether a job sent now can be expected on paper; a silent printer is given the benefit of the doubt.
    public boolean takesJobs() {
        return switch (this) {
            case READY, PAPER_NEAR_END, SILENT -> true;
            case UNREACHABLE, COVER_OPEN, PAPER_OUT, ERROR, OFFLINE -> false;
        };
    }
}
