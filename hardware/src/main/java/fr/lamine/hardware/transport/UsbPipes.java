package fr.lamine.hardware.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.usb4java.ConfigDescriptor;
import org.usb4java.EndpointDescriptor;
import org.usb4java.Interface;
import org.usb4java.InterfaceDescriptor;
import org.usb4java.LibUsb;

/// One interface of a device in one of its alternate settings, read from its descriptors.
record UsbPipes(
        int number,
        int alternate,
        int interfaceClass,
        int subclass,
        int protocol,
        Optional<Pipe> in,
        Optional<Pipe> out) {

    private static final int BOOT = 1;
    private static final int IPP = 4;

    /// @param packet the most bytes of one packet
    record Pipe(byte address, int type, int packet) {}

    static List<UsbPipes> of(ConfigDescriptor configuration) {
        List<UsbPipes> all = new ArrayList<>();
        for (Interface face : configuration.iface()) {
            for (InterfaceDescriptor setting : face.altsetting()) {
                all.add(of(setting));
            }
        }
        return all;
    }

    private static UsbPipes of(InterfaceDescriptor setting) {
        int type = setting.bInterfaceClass() == LibUsb.CLASS_HID
                ? LibUsb.TRANSFER_TYPE_INTERRUPT
                : LibUsb.TRANSFER_TYPE_BULK;
        return new UsbPipes(
                setting.bInterfaceNumber() & 0xff,
                setting.bAlternateSetting() & 0xff,
                setting.bInterfaceClass() & 0xff,
                setting.bInterfaceSubClass() & 0xff,
                setting.bInterfaceProtocol() & 0xff,
                pipe(setting, type, LibUsb.ENDPOINT_IN),
                pipe(setting, type, LibUsb.ENDPOINT_OUT));
    }

    private static Optional<Pipe> pipe(InterfaceDescriptor setting, int type, byte direction) {
        for (EndpointDescriptor endpoint : setting.endpoint()) {
            byte address = endpoint.bEndpointAddress();
            if ((address & LibUsb.ENDPOINT_DIR_MASK) == direction
                    && (endpoint.bmAttributes() & LibUsb.TRANSFER_TYPE_MASK) == type) {
                return Optional.of(new Pipe(address, type, Math.max(1, endpoint.wMaxPacketSize() & 0x7ff)));
            }
        }
        return Optional.empty();
    }

    /// The interface for a use; a printer's two-way setting before its one-way one.
    static Optional<UsbPipes> choose(List<UsbPipes> all, Usb.Use use) {
        return switch (use) {
            case HID ->
                all.stream()
                        .filter(p -> p.isHid() && !p.isBootDevice() && p.in.isPresent())
                        .findFirst();
            case PRINTER ->
                all.stream()
                        .filter(p -> p.isPrinter() && p.protocol != IPP && p.out.isPresent())
                        .reduce((best, next) -> best.in.isEmpty() && next.in.isPresent() ? next : best);
        };
    }

    boolean isHid() {
        return interfaceClass == LibUsb.CLASS_HID;
    }

    /// A keyboard or a mouse that a BIOS understands.
    boolean isBootDevice() {
        return isHid() && subclass == BOOT;
    }

    boolean isBootKeyboard() {
        return isBootDevice() && protocol == 1;
    }

    boolean isPrinter() {
        return interfaceClass == LibUsb.CLASS_PRINTER;
    }

    boolean isSerial() {
        return interfaceClass == LibUsb.CLASS_COMM && subclass == 2;
    }
}
