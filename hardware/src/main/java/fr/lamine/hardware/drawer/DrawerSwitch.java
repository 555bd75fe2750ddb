package fr.lamine.hardware.drawer;

import fr.lamine.hardware.printer.PinLevel;
import java.util.Optional;

/// How the switch of a drawer is wired to pin 3 of the printer's socket; makers differ. To find out: ask the state
/// with the drawer open and with the drawer closed.
public enum DrawerSwitch {
    /// None, or not known: its state is never known.
    NONE,
    HIGH_WHEN_OPEN,
    LOW_WHEN_OPEN;

    /// What two looks at the pin teach. Pure.
    ///
    /// @param open   the level while somebody saw the drawer open
    /// @param closed the level while it was closed; the same level means that no switch is wired
    public static DrawerSwitch learnt(PinLevel open, PinLevel closed) {
        if (open == closed) {
            return NONE;
        }
        return open == PinLevel.HIGH ? HIGH_WHEN_OPEN : LOW_WHEN_OPEN;
    }

    /// @param pin empty when the printer did not say
    public DrawerState state(Optional<PinLevel> pin) {
        return switch (this) {
            case NONE -> DrawerState.UNKNOWN;
            case HIGH_WHEN_OPEN -> state(pin, PinLevel.HIGH);
            case LOW_WHEN_OPEN -> state(pin, PinLevel.LOW);
        };
    }

    private static DrawerState state(Optional<PinLevel> pin, PinLevel open) {
        return pin.map(level -> level == open ? DrawerState.OPEN : DrawerState.CLOSED)
                .orElse(DrawerState.UNKNOWN);
    }
}
