package fr.lamine.hardware.transport;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What is plugged in, and what comes and goes.
public final class UsbDevices {

    /// `plugged` is false when it was pulled out.
    public record Change(boolean plugged, int vendor, int product) {}

    private UsbDevices() {}

    /// Asks each device; hubs are left out.
    ///
    /// @throws IOException when there is no USB on this computer
    public static List<UsbDevice> list() throws IOException {
        return UsbBus.list();
    }

    /// Hears of each device plugged in or out, within about half a second, on a thread of its own.
    ///
    /// @throws IOException when there is no USB on this computer
    public static Subscription onChange(Consumer<Change> listener) throws IOException {
        return UsbPlugs.onChange(listener);
    }
}
