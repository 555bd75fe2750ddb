package fr.lamine.pos.device;

import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.transport.Serial.Flow;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.DevicesPanel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is chosen of a printer or a line while it is set up: rows of chips.
final class SetupRows {

    private final Texts texts;

    SetupRows(Texts texts) {
        this.texts = texts;
    }

    DevicesPanel.Row flow(Draft draft) {
        return new DevicesPanel.Row(
                texts.get("device.flow"),
                "flow",
                SettingUp.FLOW,
                Stream.of(Flow.values())
                        .map(each -> new ChipView(
                                each.name(),
                                texts.word(each),
                                draft.line().filter(line -> line.flow() == each).isPresent()))
                        .toList());
    }

    List<DevicesPanel.Row> paper(Draft draft) {
        return List.of(
                new DevicesPanel.Row(
                        texts.get("device.codes"),
                        "codes",
                        SettingUp.CODES,
                        Stream.of(CodePage.values())
                                .map(each ->
                                        new ChipView(each.name(), Integer.toString(each.number()), each == draft.page))
                                .toList()),
                new DevicesPanel.Row(
                        texts.get("device.paper"),
                        "paper",
                        SettingUp.PAPER,
                        Stream.of(PaperWidth.values())
                                .map(each -> new ChipView(each.name(), millimetres(each), each == draft.paper))
                                .toList()));
    }

    DevicesPanel.Row drawer(Draft draft) {
        return new DevicesPanel.Row(
                texts.get("device.hasDrawer"),
                "drawer",
                SettingUp.WITH_DRAWER,
                List.of(
                        new ChipView("true", texts.get("device.yes"), draft.drawer.isPresent()),
                        new ChipView("false", texts.get("device.no"), draft.drawer.isEmpty())));
    }

    /// A roll of tickets speaks ESC/POS and is set like a ticket printer.
    DevicesPanel.Row language(Draft draft) {
        Optional<LabelLanguage> spoken = draft.labels.map(DeviceSettings.Roll::language);
        return new DevicesPanel.Row(
                texts.get("device.language"),
                "language",
                SettingUp.LANGUAGE,
                List.of(
                        new ChipView("ESC_POS", texts.get("device.ticketRoll"), spoken.isEmpty()),
                        new ChipView("ZPL", "ZPL (Zebra)", spoken.equals(Optional.of(LabelLanguage.ZPL))),
                        new ChipView("TSPL", "TSPL (TSC)", spoken.equals(Optional.of(LabelLanguage.TSPL)))));
    }

    List<DevicesPanel.Row> roll(DeviceSettings.Roll roll) {
        return List.of(
                new DevicesPanel.Row(
                        texts.get("device.format"),
                        "format",
                        SettingUp.FORMAT,
                        DeviceSettings.Roll.FORMATS.stream()
                                .map(each -> new ChipView(
                                        DeviceSettings.Roll.code(each),
                                        DeviceSettings.Roll.words(each),
                                        DeviceSettings.Roll.code(each).equals(DeviceSettings.Roll.code(roll.size()))))
                                .toList()),
                new DevicesPanel.Row(
                        texts.get("device.resolution"),
                        "resolution",
                        SettingUp.RESOLUTION,
                        Stream.of(Resolution.values())
                                .map(each -> new ChipView(
                                        each.name(),
                                        each.dpi() + "\u202fdpi",
                                        each == roll.size().resolution()))
                                .toList()));
    }

    private static String millimetres(PaperWidth paper) {
        return switch (paper) {
            case MM58 -> "58\u202fmm";
            case MM80 -> "80\u202fmm";
        };
    }
}
