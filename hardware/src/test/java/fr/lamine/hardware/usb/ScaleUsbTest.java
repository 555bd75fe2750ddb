package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.speech.UsbHidSpeech;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import fr.lamine.hardware.scale.ScaleReading.Unstable;
import fr.lamine.hardware.scale.ScaleReading.Weight;
import fr.lamine.hardware.scale.usbhid.UsbHidScale;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.Usb.Use;
import fr.lamine.model.measure.Mass;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole way of a weight from a HID scale's report through the native library.
class ScaleUsbTest extends OnTheBed {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ScaleEmulator device = new ScaleEmulator(new UsbHidSpeech(), Duration.ZERO);
    private final List<ScaleReading> heard = new CopyOnWriteArrayList<>();
    private FarEnd farEnd;
    private Gadget gadget;
    private Scale scale;

    @BeforeEach
    void connect() throws Exception {
        farEnd = FarEnd.forgetful();
        farEnd.write(new byte[] {3, 4, 2, 0, 0x0f, 0x27}, SOON);
        Thread.ofPlatform().daemon().start(this::play);
        gadget = plug(Model.SCALE, farEnd, 2);
        scale = new UsbHidScale(
                ScaleIdentity.emulated("B1", "Balance"), new Usb(any(Model.SCALE), Use.HID), InstantSource.system());
        scale.onReading(heard::add);
        scale.start();
        awaitGrams(0);
    }

    private void play() {
        try {
            device.serve(farEnd);
        } catch (EOFException theTestIsOver) {
            return;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void disconnect() {
        scale.close();
        farEnd.close();
    }

    private void await(String what, Predicate<ScaleReading> fits) throws InterruptedException {
        Tools.await(what, () -> scale.current(Instant.now()), fits);
    }

    private void awaitGrams(long grams) throws InterruptedException {
        await(grams + " g", r -> r instanceof Stable s && s.mass().grams() == grams);
    }

    @Test
    void stableMovingUnderAndOverAreToldApart() throws Exception {
        device.put(Mass.grams(12_340));
        awaitGrams(12_340);
        device.move();
        await("movement", Unstable.class::isInstance);
        device.still();
        awaitGrams(12_340);
        device.underZero();
        await("under zero", UnderZero.class::isInstance);
        device.overload();
        await("overload", Overload.class::isInstance);
        device.put(Mass.grams(250));
        awaitGrams(250);
    }

    @Test
    void zeroGoesOutToTheScaleAndTareIsNotItsWord() throws Exception {
        device.put(Mass.grams(40));
        awaitGrams(40);
        assertEquals(Scale.Sent.SENT, scale.zero());
        awaitGrams(0);
        assertEquals(Scale.Sent.NOT_SUPPORTED, scale.tare());
    }

    @Test
    void unpluggedInTheMiddleAndBackInAnotherSocketItWeighsOn() throws Exception {
        device.put(Mass.grams(12_340));
        awaitGrams(12_340);
        unplug(gadget);
        await("the loss", r -> r instanceof NotReady n && n.cause() == Cause.DISCONNECTED);
        device.put(Mass.grams(700));
        int before = gadget.address();
        plugIn(gadget, 6);
        awaitGrams(700);
        assertNotEquals(before, gadget.address(), "under another address of the bus");
        long losses = heard.stream()
                .filter(r -> r instanceof NotReady n && n.cause() == Cause.DISCONNECTED)
                .count();
        assertEquals(1, losses, "told once");
    }

    @Test
    void whatTheScaleHeldFromBeforeIsNeverAWeight() {
        assertTrue(
                heard.stream().noneMatch(r -> r instanceof Weight w && w.mass().grams() == 9_999), heard.toString());
    }
}
