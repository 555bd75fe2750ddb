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
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.Roll;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The devices as they were chosen on the screen: a file of JSON in the data folder, written whole beside the old one
/// and then put in its place, so that a power cut leaves one of the two.
public final class SavedDevices {

    private static final String NAME = "devices.json";
    private static final int FORMAT = 2;

    /// Before there were card terminals.
    private static final String FIRST = "{\"format\":1,";
    private static final long MOST_BYTES = 100_000;

    private final Path file;

    public SavedDevices(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// @return empty when nothing was chosen yet
    /// @throws Json.Unreadable or an [IllegalArgumentException] when the file is none of ours, or damaged
    public Optional<DeviceSettings> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("too large: " + file);
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(Json.read(today(text), Saved.class).settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String today(String text) {
        return text.startsWith(FIRST)
                ? "{\"format\":" + FORMAT + ",\"cards\":[],\"card\":null," + text.substring(FIRST.length())
                : text;
    }

    public void write(DeviceSettings settings) {
        Path next = file.resolveSibling(NAME + ".new");
        byte[] text = Json.write(Saved.of(settings)).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts an unreadable file aside, so that the devices can be chosen anew and the old ones looked up.
    public void setAside() {
        try {
            Files.move(file, file.resolveSibling(NAME + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Saved(
            int format,
            List<SavedScale> scales,
            List<SavedScanner> scanners,
            List<SavedPrinter> printers,
            List<SavedCard> cards,
            Optional<String> scale,
            Optional<String> scanner,
            Optional<String> card,
            Optional<String> tickets,
            Optional<String> labels) {

        private Saved {
            if (format != FORMAT) {
                throw new IllegalArgumentException("devices in format " + format);
            }
        }

        static Saved of(DeviceSettings settings) {
            return new Saved(
                    FORMAT,
                    settings.scales().stream().map(SavedScale::of).toList(),
                    settings.scanners().stream().map(SavedScanner::of).toList(),
                    settings.printers().stream().map(SavedPrinter::of).toList(),
                    settings.cards().stream().map(SavedCard::of).toList(),
                    Optional.ofNullable(settings.inUse().get(Use.SCALE)),
                    Optional.ofNullable(settings.inUse().get(Use.SCANNER)),
                    Optional.ofNullable(settings.inUse().get(Use.CARD)),
                    Optional.ofNullable(settings.inUse().get(Use.TICKETS)),
                    Optional.ofNullable(settings.inUse().get(Use.LABELS)));
        }

        DeviceSettings settings() {
            Map<Use, String> inUse = new EnumMap<>(Use.class);
            scale.ifPresent(id -> inUse.put(Use.SCALE, id));
            scanner.ifPresent(id -> inUse.put(Use.SCANNER, id));
            card.ifPresent(id -> inUse.put(Use.CARD, id));
            tickets.ifPresent(id -> inUse.put(Use.TICKETS, id));
            labels.ifPresent(id -> inUse.put(Use.LABELS, id));
            return new DeviceSettings(
                    scales.stream().map(SavedScale::settings).toList(),
                    scanners.stream().map(SavedScanner::settings).toList(),
                    printers.stream().map(SavedPrinter::settings).toList(),
                    cards.stream().map(SavedCard::settings).toList(),
                    inUse);
        }
    }

    private record SavedScale(
            String id,
            String name,
            String protocol,
            String address,
            AccuracyClass accuracyClass,
            Mass max,
            Mass min,
            Mass division,
            Optional<LocalDate> stickerExpiry,
            boolean emulated) {

        static SavedScale of(ScaleSettings scale) {
            ScaleIdentity plate = scale.identity();
            return new SavedScale(
                    plate.id(),
                    plate.name(),
                    scale.protocol().configurationName(),
                    Addresses.text(scale.endpoint()),
                    plate.accuracyClass(),
                    plate.max(),
                    plate.min(),
                    plate.division(),
                    plate.stickerExpiry(),
                    plate.emulated());
        }

        ScaleSettings settings() {
            return new ScaleSettings(
                    new ScaleIdentity(id, name, accuracyClass, max, min, division, stickerExpiry, emulated),
                    ScaleProtocol.named(protocol),
                    endpoint(address, Usb.Use.HID));
        }
    }

    private record SavedScanner(String id, String name, String address, boolean emulated) {

        static SavedScanner of(ScannerSettings scanner) {
            return new SavedScanner(
                    scanner.id(), scanner.name(), Addresses.text(scanner.endpoint()), scanner.emulated());
        }

        ScannerSettings settings() {
            return new ScannerSettings(id, name, endpoint(address, Usb.Use.HID), emulated);
        }
    }

    private record SavedCard(String id, String name, String address, boolean emulated) {

        static SavedCard of(CardSettings card) {
            return new SavedCard(card.id(), card.name(), Addresses.text(card.endpoint()), card.emulated());
        }

        CardSettings settings() {
            return new CardSettings(id, name, endpoint(address, Usb.Use.HID), emulated);
        }
    }

    private record SavedPrinter(
            String id,
            String name,
            String address,
            PaperWidth paper,
            CodePage page,
            Optional<DrawerSwitch> drawer,
            Optional<SavedRoll> labels,
            boolean emulated) {

        static SavedPrinter of(PrinterSettings printer) {
            return new SavedPrinter(
                    printer.id(),
                    printer.name(),
                    Addresses.text(printer.endpoint()),
                    printer.paper(),
                    printer.page(),
                    printer.drawer(),
                    printer.labels().map(SavedRoll::of),
                    printer.emulated());
        }

        PrinterSettings settings() {
            return new PrinterSettings(
                    id,
                    name,
                    endpoint(address, Usb.Use.PRINTER),
                    paper,
                    page,
                    drawer,
                    labels.map(SavedRoll::roll),
                    emulated);
        }
    }

    private record SavedRoll(LabelLanguage language, int width, int height, int gap, Resolution resolution) {

        static SavedRoll of(Roll roll) {
            LabelSize size = roll.size();
            return new SavedRoll(roll.language(), size.widthMm(), size.heightMm(), size.gapMm(), size.resolution());
        }

        Roll roll() {
            return new Roll(language, new LabelSize(width, height, gap, resolution));
        }
    }

    private static Endpoint endpoint(String address, Usb.Use use) {
        return Addresses.read(address, use)
                .orElseThrow(() -> new IllegalArgumentException("not a device's address: " + address));
    }
}
