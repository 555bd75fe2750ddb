package fr.lamine.pos.till;

import fr.lamine.model.site.OperatorCode;
import java.time.Instant;

/// A ticket on hold (*en attente*).
///
/// @param operator who put it aside
public record HeldTicket(long id, OperatorCode operator, Instant at, OpenTicket ticket) {

    /// The name under which it lies among the open tickets; no station has such a code.
    static String place(long id) {
        return "#" + id;
    }
}
