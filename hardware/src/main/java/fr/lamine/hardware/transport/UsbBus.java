package fr.lamine.hardware.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.usb4java.ConfigDescriptor;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;
import org.usb4java.Loader;
import org.usb4java.LoaderException;

/// libusb in a context of our own, begun at the first need and never ended: the same for looking and for moving bytes.
final class UsbBus {

    private static Optional<Context> context = Optional.empty();

    private UsbBus() {}

    /// @throws IOException when this computer has no USB, or no libusb for its processor
    private static synchronized Context context() throws IOException {
        if (context.isEmpty()) {
            Context begun = new Context();
            try {
                Loader.load();
                UsbTrouble.refuse(LibUsb.init(begun), "looking for USB");
            } catch (LoaderException | LinkageError e) {
                throw new IOException("no USB library for this computer: " + e.getMessage(), e);
            }
            context = Optional.of(begun);
        }
        return context.get();
    }

    static List<UsbDevice> list() throws IOException {
        DeviceList devices = devices();
        try {
            List<UsbDevice> found = new ArrayList<>();
            for (Device device : devices) {
                UsbDescription.of(device).ifPresent(found::add);
            }
            return List.copyOf(found);
        } finally {
            LibUsb.freeDeviceList(devices, true);
        }
    }

    /// Opens the device meant and takes its interface from the kernel's driver.
    ///
    /// @throws IOException in plain words why not
    static Link open(UsbId wanted, Usb.Use use) throws IOException {
        DeviceList devices = devices();
        try {
            Device device = found(wanted, devices);
            UsbPipes pipes = UsbPipes.choose(pipesOf(device), use)
                    .orElseThrow(() -> new IOException(
                            switch (use) {
                                case HID -> "it has no reports to read: a keyboard? (a scanner must be set to HID POS)";
                                case PRINTER -> "it is no printer";
                            }));
            return claimed(device, pipes);
        } finally {
            LibUsb.freeDeviceList(devices, true);
        }
    }

    private static DeviceList devices() throws IOException {
        DeviceList devices = new DeviceList();
        UsbTrouble.refuse(LibUsb.getDeviceList(context(), devices), "looking for USB devices");
        return devices;
    }

    private static Device found(UsbId wanted, DeviceList devices) throws IOException {
        Map<UsbId, Device> models = new LinkedHashMap<>();
        Optional<IOException> closed = Optional.empty();
        for (Device device : devices) {
            Optional<UsbId> known = wanted(device, wanted) ? UsbDescription.withoutSerial(device) : Optional.empty();
            if (known.isEmpty()) {
                continue;
            }
            try {
                models.put(
                        wanted.serial().isPresent() ? UsbDescription.withSerial(device, known.get()) : known.get(),
                        device);
            } catch (IOException e) {
                closed = Optional.of(e);
            }
        }
        Optional<UsbId> chosen = wanted.among(List.copyOf(models.keySet()));
        if (chosen.isPresent()) {
            return models.get(chosen.get());
        }
        if (closed.isPresent()) {
            throw closed.get();
        }
        throw new IOException(
                models.isEmpty() || wanted.serial().isPresent()
                        ? "not plugged in"
                        : models.size() + " equal devices are plugged in, none of them in its socket");
    }

    private static boolean wanted(Device device, UsbId wanted) {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        return LibUsb.getDeviceDescriptor(device, descriptor) == LibUsb.SUCCESS
                && (descriptor.idVendor() & 0xffff) == wanted.vendor()
                && (descriptor.idProduct() & 0xffff) == wanted.product();
    }

    static List<UsbPipes> pipesOf(Device device) throws IOException {
        ConfigDescriptor configuration = new ConfigDescriptor();
        UsbTrouble.refuse(LibUsb.getActiveConfigDescriptor(device, configuration), "reading its configuration");
        try {
            return UsbPipes.of(configuration);
        } finally {
            LibUsb.freeConfigDescriptor(configuration);
        }
    }

    static DeviceHandle opened(Device device) throws IOException {
        DeviceHandle handle = new DeviceHandle();
        UsbTrouble.refuse(LibUsb.open(device, handle), "opening");
        return handle;
    }

    private static Link claimed(Device device, UsbPipes pipes) throws IOException {
        DeviceHandle handle = opened(device);
        try {
            int detaching = LibUsb.setAutoDetachKernelDriver(handle, true);
            if (detaching != LibUsb.ERROR_NOT_SUPPORTED) {
                UsbTrouble.refuse(detaching, "taking it from its driver");
            }
            UsbTrouble.refuse(LibUsb.claimInterface(handle, pipes.number()), "claiming");
            if (pipes.alternate() != 0) {
                UsbTrouble.refuse(
                        LibUsb.setInterfaceAltSetting(handle, pipes.number(), pipes.alternate()), "setting it up");
            }
            return new UsbLink(handle, pipes);
        } catch (IOException e) {
            LibUsb.close(handle);
            throw e;
        }
    }
}
