package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.UsbDevice;
import fr.lamine.hardware.transport.UsbDevices;
import fr.lamine.hardware.transport.UsbId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// Tests that plug gadgets into the bed; each begins and ends with nothing plugged in.
@Tag("usb")
public abstract class OnTheBed {

    private final List<Gadget> plugged = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeTheBed() {
        UsbBed.made();
    }

    @AfterEach
    void pullOutAll() throws InterruptedException {
        plugged.forEach(this::unplug);
        Tools.await("nothing plugged in", OnTheBed::present, List::isEmpty);
        assertEquals(List.of(), UsbBed.made().faults());
    }

    protected final Gadget plug(Model model, FarEnd farEnd, int port) throws InterruptedException {
        Gadget gadget = new Gadget(model, Optional.empty(), farEnd);
        plugIn(gadget, port);
        return gadget;
    }

    final Gadget plug(Model model, String serial, int port) throws InterruptedException {
        Gadget gadget = new Gadget(model, Optional.of(serial), new FarEnd());
        plugIn(gadget, port);
        return gadget;
    }

    protected final void plugIn(Gadget gadget, int port) throws InterruptedException {
        int before = present().size();
        UsbBed.made().plug(gadget, port);
        plugged.add(gadget);
        Tools.await("one more device", OnTheBed::present, devices -> devices.size() > before);
    }

    protected final void unplug(Gadget gadget) {
        if (plugged.remove(gadget)) {
            UsbBed.made().unplug(gadget);
        }
    }

    static List<UsbDevice> present() {
        try {
            return UsbDevices.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UsbId any(Model model) {
        return new UsbId(model.vendor(), model.product(), Optional.empty(), Optional.empty());
    }
}
