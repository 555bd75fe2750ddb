package fr.lamine.pos.store;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment.Enrolled;

/// Who this terminal is, as the office enrolled it.
///
/// @param officePublicKey the key that signs the office's receipts, X.509 SubjectPublicKeyInfo in base64
public record TerminalIdentity(
        TerminalId terminal, SiteCode site, StationCode station, JournalKind kind, String officePublicKey) {
    public TerminalIdentity {
        if (terminal.isOffice() || terminal.isForTrainingOrDemo() != (kind != JournalKind.REAL)) {
            throw new IllegalArgumentException("terminal " + terminal + " cannot hold a journal of kind " + kind);
        }
    }

    public static TerminalIdentity of(Enrolled enrolled) {
        return new TerminalIdentity(
                enrolled.terminal(), enrolled.site(), enrolled.station(), enrolled.kind(), enrolled.officePublicKey());
    }
}
