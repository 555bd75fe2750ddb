package fr.lamine.hardware.drawer;

public enum DrawerState {
    OPEN,
    CLOSED,
    /// No switch, or the printer does not answer. Never guessed.
    UNKNOWN
}
