package fr.lamine.hardware.transport;

import java.io.EOFException;
import java.io.IOException;
import org.usb4java.LibUsb;

/// What an error of libusb means in plain words.
final class UsbTrouble {

    private UsbTrouble() {}

    static void refuse(int result, String doing) throws IOException {
        if (result < 0) {
            throw of(result, doing);
        }
    }

    static IOException of(int error, String doing) {
        return switch (error) {
            case LibUsb.ERROR_NO_DEVICE -> new EOFException(doing + ": unplugged");
            case LibUsb.ERROR_ACCESS ->
                new IOException(doing + ": permission refused; a udev rule or a group lacks (docs/devices.md)");
            case LibUsb.ERROR_BUSY -> new IOException(doing + ": held by another program");
            case LibUsb.ERROR_NOT_SUPPORTED ->
                new IOException(doing + ": its driver does not let us (docs/devices.md)");
            case LibUsb.ERROR_OVERFLOW -> new IOException(doing + ": it sent more than it announces");
            case LibUsb.ERROR_PIPE -> new IOException(doing + ": it refuses");
            default -> new IOException(doing + ": " + LibUsb.errorName(error));
        };
    }
}
