package fr.lamine.hardware.printer;

/// The printer in one word for people, and in one sentence that says what they must do.
public enum PrinterState {
    /// No connection.
    UNREACHABLE("L’imprimante ne répond pas. Vérifiez qu’elle est allumée et branchée."),
    /// Connected, and it does not answer in words we know: many cheap printers never do.
    SILENT("L’imprimante ne dit pas comment elle va. Regardez si le papier est sorti."),
    /// An error that only a repair ends.
    BROKEN("L’imprimante est en panne. Éteignez-la, rallumez-la ; si cela continue, il faut la réparer."),
    COVER_OPEN("Le capot de l’imprimante est ouvert. Refermez-le."),
    PAPER_OUT("L’imprimante n’a plus de papier. Mettez un rouleau neuf."),
    /// Ended by a person, and then by [Printer#recover()].
    CUTTER_JAMMED("Le couteau de l’imprimante est bloqué. Ouvrez le capot, retirez le papier coincé, refermez."),
    /// Another error that a person must clear, and then [Printer#recover()].
    ERROR("L’imprimante signale une erreur. Ouvrez et refermez le capot, ou éteignez-la et rallumez-la."),
    /// Ends by itself.
    TOO_HOT("L’imprimante est trop chaude. Attendez une minute : elle reprend seule."),
    BUTTON_HELD("Quelqu’un fait avancer le papier. Relâchez le bouton de l’imprimante."),
    /// Off line for a reason it does not tell.
    OFFLINE("L’imprimante s’est mise en pause. Appuyez sur son bouton, ou éteignez-la et rallumez-la."),
    PAPER_NEAR_END("Il reste peu de papier dans l’imprimante. Préparez un rouleau."),
    READY("L’imprimante est prête.");

    private final String sentence;

    PrinterState(String sentence) {
        this.sentence = sentence;
    }

    /// What it is and what to do, in French.
    public String sentence() {
        return sentence;
    }

    /// Whether a job sent now can be expected on paper; a silent printer is given the benefit of the doubt.
    public boolean takesJobs() {
        return switch (this) {
            case READY, PAPER_NEAR_END, SILENT -> true;
            case UNREACHABLE, BROKEN, COVER_OPEN, PAPER_OUT, CUTTER_JAMMED, ERROR, TOO_HOT, BUTTON_HELD, OFFLINE ->
                false;
        };
    }

    /// Whether it stays until a person has helped and said so with [Printer#recover()].
    public boolean needsRecovery() {
        return this == CUTTER_JAMMED || this == ERROR;
    }
}
