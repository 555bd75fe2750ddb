package fr.lamine.pos.web.view;

/// The till (*caisse*).
///
/// @param refund the open ticket gives money back
public record TillView(TicketView ticket, TillPanel panel, GoView go, boolean refund) implements ScreenView {

    /// A ticket that is paid.
    public TillView(TicketView ticket, TillPanel panel, GoView go) {
        this(ticket, panel, go, false);
    }
}
