package fr.lamine.model.fact;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The circumstances of a fact, fixed when it is recorded and never derived later: tills travel and cut-offs change.
///
/// @param occurredAt        to the millisecond
/// @param businessDay       the site's day of trade
/// @param tillSession       the open session of the till, when there is one
/// @param referenceRevision the reference data the counter went by; prices are judged against it
public record Context(
        SiteCode site,
        StationCode station,
        OperatorCode operator,
        Instant occurredAt,
        LocalDate businessDay,
        Optional<String> tillSession,
        long referenceRevision,
        String appVersion) {

    public Context {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        if (referenceRevision < 0 || appVersion.isBlank() || appVersion.length() > 40) {
            throw new IllegalArgumentException("revision or version out of bounds");
        }
        if (tillSession.isPresent() && !tillSession.get().matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a till session: " + tillSession.get());
        }
    }

    /// The same circumstances within a session of the till.
    public Context in(String session) {
        return new Context(
                site, station, operator, occurredAt, businessDay, Optional.of(session), referenceRevision, appVersion);
    }
}
