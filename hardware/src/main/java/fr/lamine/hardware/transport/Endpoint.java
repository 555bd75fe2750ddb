package fr.lamine.hardware.transport;

import java.io.IOException;
import java.util.OptionalInt;

/// Where a device is reached. Opening it gives a [Link]; each opening looks the device up afresh, so a device that was
/// unplugged and came back is found again.
public sealed interface Endpoint permits Serial, Tcp, TcpReports, Usb, DeviceFile, Loopback, Tapped {

    /// @throws IOException when the device is absent, busy or refuses, within a few seconds at most
    Link open() throws IOException;

    /// How people and logs name it: `tcp 127.0.0.1:9100`, `serial /dev/ttyUSB0`.
    String name();

    /// How many bytes a second the line carries, where that is little enough to be waited for.
    default OptionalInt bytesPerSecond() {
        return OptionalInt.empty();
    }

    /// Whether the device may serve others of whom this process knows nothing, so that its line must not be held.
    default boolean isShared() {
        return false;
    }

    /// The place itself, without what listens on its wire.
    default Endpoint itself() {
        return this;
    }
}
