package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.printer.PinLevel;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.Guide.Step;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import java.util.Optional;
import java.util.function.BiFunction;

/// Learns how the switch (*contact*) of the drawer is wired: somebody says when it is open and when it is closed.
final class DrawerContact {

    private final CounterDevices devices;
    private final Guide guide;
    private final Texts texts;
    private final BiFunction<DeviceSettings, String, Optional<BandView>> choosing;

    /// @param choosing works with these settings from now on, and says so
    DrawerContact(
            CounterDevices devices,
            Guide guide,
            Texts texts,
            BiFunction<DeviceSettings, String, Optional<BandView>> choosing) {
        this.devices = devices;
        this.guide = guide;
        this.texts = texts;
        this.choosing = choosing;
    }

    Optional<BandView> show() {
        if (devices.drawer().isEmpty()) {
            return Bands.refused(Refusal.NO_DRAWER);
        }
        guide.step = Step.DRAWER;
        guide.seenOpen = Optional.empty();
        guide.learning = devices.drawerState().isEmpty();
        return Optional.empty();
    }

    Optional<BandView> learn() {
        guide.learning = guide.step == Step.DRAWER;
        guide.seenOpen = Optional.empty();
        return Optional.empty();
    }

    /// A few seconds at most when the printer is slow to answer.
    Optional<PinLevel> pin() {
        return devices.ticketPrinter().flatMap(Printer::drawerPin);
    }

    /// Somebody says that the drawer is open, and the next time that it is closed.
    ///
    /// @param pin what the printer said of it just now
    Optional<BandView> seen(Optional<PinLevel> pin) {
        Optional<PrinterSettings> printer = devices.settings().ticketPrinter();
        if (guide.step != Step.DRAWER || !guide.learning || printer.isEmpty()) {
            return Optional.empty();
        }
        if (pin.isEmpty()) {
            return Bands.missing(texts.get("device.drawerSilent"));
        }
        if (guide.seenOpen.isEmpty()) {
            guide.seenOpen = pin;
            return Optional.empty();
        }
        DrawerSwitch wiring = DrawerSwitch.learnt(guide.seenOpen.get(), pin.get());
        guide.seenOpen = Optional.empty();
        if (wiring == DrawerSwitch.NONE) {
            return Bands.missing(texts.get("device.drawerNoSwitch"));
        }
        guide.learning = false;
        return choosing.apply(
                devices.settings().with(printer.get().switchedBy(wiring)), texts.get("device.drawerLearnt"));
    }
}
