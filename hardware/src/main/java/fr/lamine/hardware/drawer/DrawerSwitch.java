package fr.lamine.hardware.drawer;

/// How the switch of a drawer is wired to pin 3 of the printer's socket; makers differ. To find out: ask the state
/// with the drawer open and with the drawer closed.
public enum DrawerSwitch {
    /// None, or not known: its state is never known.
    NONE,
    HIGH_WHEN_OPEN,
    LOW_WHEN_OPEN
}
