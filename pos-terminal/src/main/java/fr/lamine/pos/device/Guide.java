package fr.lamine.pos.device;

import fr.lamine.hardware.printer.PinLevel;
import fr.lamine.pos.device.DeviceSettings.Use;
import java.util.Optional;

/// Where people are on the screen of the devices.
final class Guide {

    enum Step {
        OVERVIEW,
        /// One device, large.
        TRIAL,
        /// The known devices of a use.
        CHOOSING,
        WHERE,
        /// Of a scale on a wire.
        PROTOCOLS,
        PLATE,
        /// Of a scanner or a printer.
        SETUP,
        /// The drawer, large.
        DRAWER
    }

    Step step = Step.OVERVIEW;
    Use use = Use.SCALE;
    Draft draft = new Draft();

    /// Whether people teach how the switch of the drawer is wired.
    boolean learning;

    /// The level of its pin when somebody saw it open.
    Optional<PinLevel> seenOpen = Optional.empty();
}
