package fr.lamine.backoffice.online;

/// What became of a line of an order.
public enum LineState {
    /// The thing is there.
    WAITING,
    /// The thing is gone: somebody must replace it or cancel.
    LOST,
    SENT,
    CANCELLED;

    boolean isOpen() {
        return this == WAITING || this == LOST;
    }
}
