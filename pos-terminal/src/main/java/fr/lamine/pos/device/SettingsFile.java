package fr.lamine.pos.device;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the devices of a counter from its configuration file (YAML); docs/devices.md shows one.
public final class SettingsFile {

    private static final Pattern TCP = Pattern.compile("tcp:([A-Za-z0-9._-]{1,200}):([0-9]{1,5})");
    private static final Pattern SERIAL = Pattern.compile("serial:([^@]{1,200})(?:@([0-9]{2,7}))?");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private SettingsFile() {}

    /// @throws IllegalArgumentException when a value cannot be read
    public static DeviceSettings read(Path file) {
        return read(Config.just(ConfigSources.file(file)));
    }

    static DeviceSettings read(Config config) {
        return new DeviceSettings(
                present(config, "scale").map(SettingsFile::scale),
                present(config, "scanner").map(c -> new ScannerSettings(address(c), emulated(c))),
                present(config, "printer").map(SettingsFile::printer));
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
        return new ScaleSettings(identity, ScaleProtocol.named(text(c, "protocol")), address(c));
    }

    private static PrinterSettings printer(Config c) {
        PaperWidth paper = PaperWidth.valueOf("MM" + c.get("paper").asString().orElse("80"));
        return new PrinterSettings(
                c.get("name").asString().orElse("Imprimante"),
                address(c),
                paper,
                c.get("drawer").asBoolean().orElse(false),
                emulated(c));
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

    private static Endpoint address(Config c) {
        return endpoint(text(c, "address"));
    }

    /// `tcp:192.168.1.20:9100`, `serial:/dev/ttyUSB0`, `serial:COM3@4800`
    static Endpoint endpoint(String address) {
        Matcher tcp = TCP.matcher(address);
        if (tcp.matches()) {
            return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
        }
        Matcher serial = SERIAL.matcher(address);
        if (serial.matches()) {
            int baud = serial.group(2) == null ? 9_600 : Integer.parseInt(serial.group(2));
            return new Serial(serial.group(1), baud, Serial.Framing.EIGHT_NONE_ONE);
        }
        throw new IllegalArgumentException("not a device's address: " + address);
    }
}
