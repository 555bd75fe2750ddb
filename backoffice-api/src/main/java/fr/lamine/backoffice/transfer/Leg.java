package fr.lamine.backoffice.transfer;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A transfer was sent, or something of it was received.
///
/// @param site        where it was recorded
/// @param destination where it was sent to
/// @param place       the shelf that the goods left, or came to
public record Leg(
        FactId fact,
        String transfer,
        Way way,
        SiteCode site,
        Optional<SiteCode> destination,
        Place place,
        OperatorCode operator,
        Instant at) {

    static final Comparator<Leg> ORDER = Comparator.comparing(Leg::at).thenComparing(Leg::fact);

    public enum Way {
        SENT,
        RECEIVED
    }
}
