package fr.lamine.pos.web.view;

import java.util.Optional;

/// The till (*caisse*).
///
/// @param refund the open ticket gives money back
/// @param mark   the paper sheet that tickets are entered from; absent while they are sales of now
public record TillView(TicketView ticket, TillPanel panel, GoView go, boolean refund, Optional<String> mark)
        implements ScreenView {

    /// A ticket that is paid.
    public TillView(TicketView ticket, TillPanel panel, GoView go) {
        this(ticket, panel, go, false);
    }

    public TillView(TicketView ticket, TillPanel panel, GoView go, boolean refund) {
        this(ticket, panel, go, refund, Optional.empty());
    }
}
