package fr.lamine.hardware.transport;

import java.io.IOException;
import java.time.Duration;

/// One open connection to a device. Used by one thread, except [#close()], which any thread may call and which ends a
/// waiting read or write with an [IOException].
public interface Link extends AutoCloseable {

    /// Waits at most `timeout` (1 ms or more) for bytes. A HID link gives one whole report:
    /// a buffer of 64 bytes is enough at full speed, one of 1024 always.
    ///
    /// @return how many bytes were put at the start of `buffer`, 0 when none came in time
    /// @throws IOException when the device is gone; an end of stream is an [java.io.EOFException]
    int read(byte[] buffer, Duration timeout) throws IOException;

    /// Sends all bytes. A HID device that refuses a report stays connected: whether it obeyed shows in what it says.
    ///
    /// @throws IOException when the device is gone, or did not take all of them within `timeout`; how many it
    ///     took is then unknown
    void write(byte[] bytes, Duration timeout) throws IOException;

    /// Sets a HID feature, named by the first byte of `report`.
    ///
    /// @return false when the device refuses, or is not on USB
    /// @throws IOException when the device is gone
    default boolean feature(byte[] report, Duration timeout) throws IOException {
        return false;
    }

    @Override
    void close();
}
