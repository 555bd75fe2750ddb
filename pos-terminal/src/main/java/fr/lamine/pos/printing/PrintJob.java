package fr.lamine.pos.printing;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import java.time.Instant;
import java.util.Optional;

/// One job of the queue.
///
/// @param fact    what is printed; absent for a drawer
/// @param copy    1 for the original, then 2, 3 …
/// @param trouble why it is not on paper yet, in one word of the printer
public record PrintJob(
        long id,
        StationCode station,
        Kind kind,
        Optional<FactId> fact,
        int copy,
        Instant createdAt,
        State state,
        Optional<String> trouble) {

    public enum Kind {
        RECEIPT,
        LABEL,
        DRAWER
    }

    public enum State {
        WAITING,
        PRINTED,
        /// Sent and not confirmed: somebody looks at the paper and asks for another copy.
        DOUBTFUL,
        /// Not wanted any more.
        DROPPED
    }
}
