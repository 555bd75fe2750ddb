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

/// The usage page of a HID interface, which tells a scale from a scanner (HID usage tables, usb.org).
final class HidUsage {

    static final int SCANNER = 0x8c;
    static final int SCALE = 0x8d;

    private static final Path LINUX = Path.of("/sys/bus/usb/devices");
    private static final short REPORT_DESCRIPTOR = 0x2200;
    private static final int LONGEST = 4_096;

    private HidUsage() {}

    /// The first usage page of a report descriptor; empty when it is malformed.
    static Optional<Integer> page(byte[] descriptor) {
        int at = 0;
        while (at < descriptor.length) {
            int item = descriptor[at] & 0xff;
            int size = (item & 3) == 3 ? 4 : item & 3;
            if (item == 0xfe || at + 1 + size > descriptor.length) {
                return Optional.empty();
            }
            if ((item & 0xfc) == 0x04 && size > 0) {
                int low = descriptor[at + 1] & 0xff;
                return Optional.of(size == 1 ? low : low | (descriptor[at + 2] & 0xff) << 8);
            }
            at += 1 + size;
        }
        return Optional.empty();
    }

    /// As the Linux kernel publishes it for an interface that its own driver holds: readable by everybody, and while
    /// others read the device.
    static Optional<Integer> published(UsbId id, int number) {
        Path face = LINUX.resolve(id.socket().orElse("none") + ":1." + number);
        try (DirectoryStream<Path> bound = Files.newDirectoryStream(face, "*:*:*.*")) {
            for (Path device : bound) {
                return page(Files.readAllBytes(device.resolve("report_descriptor")));
            }
            return Optional.empty();
        } catch (IOException notOnLinuxOrNotHeld) {
            return Optional.empty();
        }
    }

    /// As the device tells it; empty when it does not.
    static Optional<Integer> asked(DeviceHandle handle, int number) {
        ByteBuffer data = BufferUtils.allocateByteBuffer(LONGEST);
        byte requestType = (byte) (LibUsb.ENDPOINT_IN | LibUsb.RECIPIENT_INTERFACE);
        int count = LibUsb.controlTransfer(
                handle, requestType, LibUsb.REQUEST_GET_DESCRIPTOR, REPORT_DESCRIPTOR, (short) number, data, 1_000);
        if (count <= 0) {
            return Optional.empty();
        }
        byte[] descriptor = new byte[count];
        data.get(0, descriptor);
        return page(descriptor);
    }
}
