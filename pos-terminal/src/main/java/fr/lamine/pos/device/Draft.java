package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.text.French;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import java.util.Optional;

/// A device that is being set up, as far as people have come.
final class Draft {

    /// Of the device that is being changed; empty for a new one.
    Optional<String> id = Optional.empty();

    Optional<Endpoint> place = Optional.empty();
    boolean emulated;
    String typedAddress = "";
    String name = "";
    Optional<ScaleProtocol> protocol = Optional.empty();
    AccuracyClass accuracyClass = AccuracyClass.III;
    String max = "";
    String min = "";
    String division = "";
    String sticker = "";
    PaperWidth paper = PaperWidth.MM80;
    CodePage page = CodePage.WPC1252;
    Optional<DrawerSwitch> drawer = Optional.empty();
    Optional<DeviceSettings.Roll> labels = Optional.empty();

    static Draft of(Known device) {
        Draft draft = new Draft();
        draft.id = Optional.of(device.id());
        draft.place = Optional.of(device.endpoint());
        draft.emulated = device.emulated();
        draft.name = device.name();
        switch (device) {
            case ScaleSettings scale -> draft.copy(scale);
            case ScannerSettings _, CardSettings _ -> {}
            case PrinterSettings printer -> {
                draft.paper = printer.paper();
                draft.page = printer.page();
                draft.drawer = printer.drawer();
                draft.labels = printer.labels();
            }
        }
        return draft;
    }

    private void copy(ScaleSettings scale) {
        ScaleIdentity plate = scale.identity();
        protocol = Optional.of(scale.protocol());
        accuracyClass = plate.accuracyClass();
        max = French.kilos(plate.max());
        min = plate.min().equals(Mass.ZERO) ? "" : French.kilos(plate.min());
        division = Long.toString(plate.division().grams());
        sticker = plate.stickerExpiry().map(PlateRules.DAY::format).orElse("");
    }

    void typed(PlateRules.Typed plate) {
        name = plate.name();
        accuracyClass = plate.accuracyClass();
        max = plate.max();
        min = plate.min();
        division = plate.division();
        sticker = plate.sticker();
    }

    Endpoint at() {
        return place.orElseThrow();
    }

    /// Where it is, when a serial line leads there.
    Optional<Serial> line() {
        return place.filter(Serial.class::isInstance).map(Serial.class::cast);
    }
}
