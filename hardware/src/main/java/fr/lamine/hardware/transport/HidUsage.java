package fr.lamine.hardware.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/// The first usage of a HID interface, whose page tells a scale from a scanner (HID usage tables, usb.org).
record HidUsage(int page, int usage) {

    static final int SCANNER_PAGE = 0x8c;
    static final int SCALE_PAGE = 0x8d;

    private static final Path LINUX = Path.of("/sys/bus/usb/devices");
    private static final short REPORT_DESCRIPTOR = 0x2200;
    private static final int LONGEST = 4_096;

    boolean isScale() {
        return page == SCALE_PAGE;
    }

    /// Usage 1 of the scanners' page is taken by makers of keyboards and mice for purposes of their own.
    boolean isScanner() {
        return page == SCANNER_PAGE && usage != 1;
    }

    /// @return empty when the report descriptor is malformed
    static Optional<HidUsage> of(byte[] descriptor) {
        int page = 0;
        int at = 0;
        while (at < descriptor.length) {
            int item = descriptor[at] & 0xff;
            int size = (item & 3) == 3 ? 4 : item & 3;
            if (item == 0xfe || at + 1 + size > descriptor.length) {
                return Optional.empty();
            }
            if ((item & 0xfc) == 0x04) {
                page = number(descriptor, at + 1, Math.min(2, size));
            } else if ((item & 0xfc) == 0x08) {
                return Optional.of(new HidUsage(page, number(descriptor, at + 1, Math.min(2, size))));
            }
            at += 1 + size;
        }
        return Optional.empty();
    }

    private static int number(byte[] bytes, int at, int size) {
        int number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xff;
        }
        return number;
    }

    /// As the Linux kernel publishes it for an interface that its own driver holds: readable by everybody, and while
    /// others read the device.
    static Optional<HidUsage> published(UsbId id, int number) {
        Path face = LINUX.resolve(id.socket().orElse("none") + ":1." + number);
        try (DirectoryStream<Path> bound = Files.newDirectoryStream(face, "*:*:*.*")) {
            for (Path device : bound) {
                return of(Files.readAllBytes(device.resolve("report_descriptor")));
            }
            return Optional.empty();
        } catch (IOException notOnLinuxOrNotHeld) {
            return Optional.empty();
        }
    }

    /// As the device tells it; empty when it does not.
    static Optional<HidUsage> asked(DeviceHandle handle, int number) {
        ByteBuffer data = BufferUtils.allocateByteBuffer(LONGEST);
        byte requestType = (byte) (LibUsb.ENDPOINT_IN | LibUsb.RECIPIENT_INTERFACE);
        int count = LibUsb.controlTransfer(
                handle, requestType, LibUsb.REQUEST_GET_DESCRIPTOR, REPORT_DESCRIPTOR, (short) number, data, 1_000);
        if (count <= 0) {
            return Optional.empty();
        }
        byte[] descriptor = new byte[count];
        data.get(0, descriptor);
        return of(descriptor);
    }
}
