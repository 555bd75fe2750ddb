package fr.lamine.hardware.transport;

import fr.lamine.hardware.transport.UsbDevice.Access;
import fr.lamine.hardware.transport.UsbDevice.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.usb4java.BufferUtils;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/// What a device says of itself: names, serial number, kind. Strings are read here and not by the library's helpers,
/// which fail on serial numbers of more than 100 characters.
final class UsbDescription {

    private static final int LONGEST = 255;
    private static final short ENGLISH = 0x0409;

    private UsbDescription() {}

    /// Empty for hubs, and for a device that went away meanwhile.
    static Optional<UsbDevice> of(Device device) {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        if (LibUsb.getDeviceDescriptor(device, descriptor) != LibUsb.SUCCESS
                || descriptor.bDeviceClass() == LibUsb.CLASS_HUB) {
            return Optional.empty();
        }
        UsbId id = id(device, descriptor, Optional.empty());
        List<UsbPipes> pipes;
        try {
            pipes = UsbBus.pipesOf(device);
        } catch (IOException unconfigured) {
            return Optional.of(new UsbDevice(id, Kind.OTHER, Access.IMPOSSIBLE, Optional.empty(), Optional.empty()));
        }
        return described(device, descriptor, id, pipes);
    }

    private static Optional<UsbDevice> described(
            Device device, DeviceDescriptor descriptor, UsbId id, List<UsbPipes> pipes) {
        DeviceHandle handle = new DeviceHandle();
        int opened = LibUsb.open(device, handle);
        if (opened == LibUsb.ERROR_NO_DEVICE) {
            return Optional.empty();
        }
        if (opened != LibUsb.SUCCESS) {
            Access access = opened == LibUsb.ERROR_ACCESS ? Access.REFUSED : Access.IMPOSSIBLE;
            Kind kind = UsbKind.of(pipes, number -> HidUsage.published(id, number));
            return Optional.of(new UsbDevice(id, kind, access, Optional.empty(), Optional.empty()));
        }
        try {
            Kind kind = UsbKind.of(
                    pipes, number -> HidUsage.published(id, number).or(() -> HidUsage.asked(handle, number)));
            return Optional.of(new UsbDevice(
                    id(device, descriptor, text(handle, descriptor.iSerialNumber())),
                    kind,
                    Access.GRANTED,
                    text(handle, descriptor.iManufacturer()),
                    text(handle, descriptor.iProduct())));
        } finally {
            LibUsb.close(handle);
        }
    }

    static Optional<UsbId> withoutSerial(Device device) {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        return LibUsb.getDeviceDescriptor(device, descriptor) == LibUsb.SUCCESS
                ? Optional.of(id(device, descriptor, Optional.empty()))
                : Optional.empty();
    }

    /// @throws IOException when the device may not be opened
    static UsbId withSerial(Device device, UsbId known) throws IOException {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        UsbTrouble.refuse(LibUsb.getDeviceDescriptor(device, descriptor), "reading its description");
        DeviceHandle handle = UsbBus.opened(device);
        try {
            return new UsbId(known.vendor(), known.product(), text(handle, descriptor.iSerialNumber()), known.socket());
        } finally {
            LibUsb.close(handle);
        }
    }

    private static UsbId id(Device device, DeviceDescriptor descriptor, Optional<String> serial) {
        return new UsbId(descriptor.idVendor() & 0xffff, descriptor.idProduct() & 0xffff, serial, socket(device));
    }

    private static Optional<String> socket(Device device) {
        ByteBuffer ports = BufferUtils.allocateByteBuffer(8);
        int count = LibUsb.getPortNumbers(device, ports);
        if (count <= 0) {
            return Optional.empty();
        }
        StringBuilder socket = new StringBuilder();
        for (int i = 0; i < count; i++) {
            socket.append(i == 0 ? "-" : ".").append(ports.get(i) & 0xff);
        }
        return Optional.of(LibUsb.getBusNumber(device) + socket.toString());
    }

    /// A device that does not tell its name, or tells it badly, has none.
    private static Optional<String> text(DeviceHandle handle, byte index) {
        if (index == 0) {
            return Optional.empty();
        }
        ByteBuffer data = BufferUtils.allocateByteBuffer(LONGEST);
        int count = LibUsb.getStringDescriptor(handle, index, ENGLISH, data);
        if (count <= 2 || data.get(1) != LibUsb.DT_STRING) {
            return Optional.empty();
        }
        byte[] letters = new byte[Math.min(count, data.get(0) & 0xff) / 2 * 2 - 2];
        data.get(2, letters);
        return Optional.of(new String(letters, StandardCharsets.UTF_16LE)
                        .replaceAll("\\p{Cntrl}", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }
}
