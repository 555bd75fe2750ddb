package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.LabelSize;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.Roll;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the devices of a counter from its configuration file (YAML); docs/devices.md shows one.
public final class SettingsFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private SettingsFile() {}

    /// @throws IllegalArgumentException when a value cannot be read
    public static DeviceSettings read(Path file) {
        return read(Config.just(ConfigSources.file(file)));
    }

    static DeviceSettings read(Config config) {
        return DeviceSettings.of(
                        present(config, "scale").map(SettingsFile::scale),
                        present(config, "scanner").map(SettingsFile::scanner),
                        present(config, "printer").map(SettingsFile::printer),
                        present(config, "label-printer").map(SettingsFile::labelPrinter))
                .taking(present(config, "card-terminal").map(SettingsFile::card));
    }

    private static Optional<Config> present(Config config, String key) {
        return Optional.of(config.get(key)).filter(Config::exists);
    }

    private static ScaleSettings scale(Config c) {
        ScaleIdentity identity = new ScaleIdentity(
                text(c, "id"),
                text(c, "name"),
                AccuracyClass.valueOf(c.get("class").asString().orElse("NONE")),
                Mass.grams(Long.parseLong(text(c, "max-grams"))),
                Mass.grams(Long.parseLong(text(c, "min-grams"))),
                Mass.grams(Long.parseLong(text(c, "division-grams"))),
                c.get("sticker-expiry").asString().map(SettingsFile::day),
                emulated(c));
        return new ScaleSettings(identity, ScaleProtocol.named(text(c, "protocol")), address(c, Usb.Use.HID));
    }

    private static ScannerSettings scanner(Config c) {
        return new ScannerSettings(
                c.get("id").asString().orElse("LECTEUR-1"),
                c.get("name").asString().orElse("Lecteur"),
                address(c, Usb.Use.HID),
                emulated(c));
    }

    private static CardSettings card(Config c) {
        return new CardSettings(
                c.get("id").asString().orElse("CARTE-1"),
                c.get("name").asString().orElse("Terminal de carte"),
                address(c, Usb.Use.HID),
                emulated(c));
    }

    private static PrinterSettings printer(Config c) {
        PaperWidth paper = PaperWidth.valueOf("MM" + c.get("paper").asString().orElse("80"));
        return new PrinterSettings(
                c.get("id").asString().orElse("IMPRIMANTE-1"),
                c.get("name").asString().orElse("Imprimante"),
                address(c, Usb.Use.PRINTER),
                paper,
                page(c),
                drawer(c),
                emulated(c));
    }

    private static PrinterSettings labelPrinter(Config c) {
        LabelSize size = new LabelSize(
                Integer.parseInt(text(c, "width-mm")),
                Integer.parseInt(text(c, "height-mm")),
                c.get("gap-mm").asInt().orElse(2),
                Resolution.valueOf("DPI" + c.get("dpi").asString().orElse("203")));
        return new PrinterSettings(
                c.get("id").asString().orElse("ETIQUETTES-1"),
                c.get("name").asString().orElse("Étiquettes"),
                address(c, Usb.Use.PRINTER),
                PaperWidth.MM80,
                CodePage.WPC1252,
                Optional.empty(),
                Optional.of(new Roll(language(text(c, "language")), size)),
                emulated(c));
    }

    private static Optional<DrawerSwitch> drawer(Config c) {
        return c.get("drawer").asBoolean().orElse(false)
                ? Optional.of(
                        switch (c.get("drawer-switch").asString().orElse("none")) {
                            case "none" -> DrawerSwitch.NONE;
                            case "high-when-open" -> DrawerSwitch.HIGH_WHEN_OPEN;
                            case "low-when-open" -> DrawerSwitch.LOW_WHEN_OPEN;
                            case String other ->
                                throw new IllegalArgumentException("no switch of a drawer that we know: " + other);
                        })
                : Optional.empty();
    }

    private static LabelLanguage language(String name) {
        return switch (name) {
            case "zpl" -> LabelLanguage.ZPL;
            case "tspl" -> LabelLanguage.TSPL;
            case "escpos" -> LabelLanguage.ESC_POS;
            default -> throw new IllegalArgumentException("no language of labels that we know: " + name);
        };
    }

    private static CodePage page(Config c) {
        int number = c.get("code-page").asInt().orElse(CodePage.WPC1252.number());
        return CodePage.numbered(number)
                .orElseThrow(() -> new IllegalArgumentException("no code page that we know: " + number));
    }

    /// `31/03/2027`: YAML makes something else of the ISO form.
    private static LocalDate day(String text) {
        if (!text.matches("[0-9]{2}/[0-9]{2}/[0-9]{4}")) {
            throw new IllegalArgumentException("write the date of the sticker like 31/03/2027, not " + text);
        }
        return LocalDate.parse(text, DAY);
    }

    private static boolean emulated(Config c) {
        return c.get("emulated").asBoolean().orElse(false);
    }

    private static String text(Config c, String key) {
        return c.get(key)
                .asString()
                .asOptional()
                .orElseThrow(
                        () -> new IllegalArgumentException("missing in the configuration: " + c.key() + "." + key));
    }

    private static Endpoint address(Config c, Usb.Use use) {
        String address = text(c, "address");
        return Addresses.read(address, use)
                .orElseThrow(() -> new IllegalArgumentException("not a device's address: " + address));
    }
}
