package fr.lamine.hardware.transport;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import javax.usb.UsbDeviceDescriptor;
import javax.usb.UsbException;
import javax.usb.UsbHostManager;
import javax.usb.event.UsbServicesEvent;
import javax.usb.event.UsbServicesListener;
import org.usb4java.LoaderException;
import org.usb4java.javax.Services;

/// Comings and goings, by javax.usb. The scanning is done here twice a second, because the library's own scanner dies
/// silently of the first exception.
final class UsbPlugs implements UsbServicesListener {

    private static final long EVERY_MILLIS = 500;

    private static Optional<UsbPlugs> running = Optional.empty();

    private final Services services;
    private final Subscribers<UsbDevices.Change> subscribers = new Subscribers<>();
    private boolean troubleSaid;

    private UsbPlugs(Services services) {
        this.services = services;
    }

    static synchronized Subscription onChange(Consumer<UsbDevices.Change> listener) throws IOException {
        if (running.isEmpty()) {
            running = Optional.of(begun());
        }
        return running.get().subscribers.add(listener);
    }

    private static UsbPlugs begun() throws IOException {
        try {
            UsbPlugs plugs = new UsbPlugs((Services) UsbHostManager.getUsbServices());
            plugs.services.scan();
            plugs.services.addUsbServicesListener(plugs);
            Thread.ofPlatform().daemon().name("USB plugs").start(plugs::watch);
            return plugs;
        } catch (UsbException | LoaderException | LinkageError e) {
            throw new IOException("no USB on this computer: " + e.getMessage(), e);
        }
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(EVERY_MILLIS);
                services.scan();
                troubleSaid = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!troubleSaid) {
                    System.getLogger(UsbPlugs.class.getName())
                            .log(Level.WARNING, "looking for USB devices, again soon", e);
                    troubleSaid = true;
                }
            }
        }
    }

    @Override
    public void usbDeviceAttached(UsbServicesEvent event) {
        tell(event, true);
    }

    @Override
    public void usbDeviceDetached(UsbServicesEvent event) {
        tell(event, false);
    }

    private void tell(UsbServicesEvent event, boolean plugged) {
        UsbDeviceDescriptor device = event.getUsbDevice().getUsbDeviceDescriptor();
        subscribers.tell(new UsbDevices.Change(plugged, device.idVendor() & 0xffff, device.idProduct() & 0xffff));
    }
}
