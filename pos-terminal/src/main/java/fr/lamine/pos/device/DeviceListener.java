package fr.lamine.pos.device;

import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scanner.Scan;

/// Who hears the devices of a counter, on their threads; what it does must not take long.
public interface DeviceListener {

    void scanned(Scan scan);

    void weighed(ScaleReading reading);

    /// A device was lost, came back or needs somebody.
    void changed();
}
