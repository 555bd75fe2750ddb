package fr.lamine.model.sync;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;

/// How a new terminal becomes known: it shows the one-time code that a manager was given and the key it made.
///
/// @param publicKey X.509 SubjectPublicKeyInfo in base64
public record Enrolment(String code, String publicKey) {

    public Enrolment {
        if (!code.matches("[A-Z0-9-]{8,40}") || publicKey.length() > 400) {
            throw new IllegalArgumentException("enrolment out of bounds");
        }
    }

    /// The office's answer.
    public record Enrolled(
            TerminalId terminal, SiteCode site, StationCode station, JournalKind kind, String officePublicKey) {}
}
