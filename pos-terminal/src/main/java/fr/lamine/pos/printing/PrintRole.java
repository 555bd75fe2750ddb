package fr.lamine.pos.printing;

/// What a printer is there for. A counter with one printer gives it both.
public enum PrintRole {
    /// Receipts, and the drawer that hangs on the printer.
    TICKET,
    LABEL
}
