package fr.lamine.pos.device;

import fr.lamine.pos.device.DeviceSettings.Use;

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
        SETUP
    }

    Step step = Step.OVERVIEW;
    Use use = Use.SCALE;
    Draft draft = new Draft();
}
