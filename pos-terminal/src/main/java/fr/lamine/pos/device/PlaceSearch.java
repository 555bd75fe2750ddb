package fr.lamine.pos.device;

import fr.lamine.hardware.transport.DeviceFile;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.SerialPorts;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.UsbDevice;
import fr.lamine.hardware.transport.UsbDevices;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks where a new device could be, again and again while people plug it in: serial lines, USB, printers of the
/// system, addresses known already. It never knocks at other addresses of the network.
final class PlaceSearch implements AutoCloseable {

    private static final long TURN_MILLIS = 1_000;
    private static final long LONGEST_TURNS = 300;
    private static final Path PRINTERS = Path.of("/dev/usb");

    /// @param detail a second line; may be empty
    record Place(Endpoint endpoint, String name, String detail, String icon, boolean emulated) {}

    /// @param notes what was found and cannot be chosen, and why
    record Found(List<Place> places, List<String> notes) {}

    private final Use use;
    private final List<Known> offered;
    private final Texts texts;
    private final DeviceWords words;
    private final Runnable onChange;
    private final Thread thread;
    private volatile Found found;

    private PlaceSearch(Use use, List<Known> offered, Texts texts, Runnable onChange) {
        this.use = use;
        this.offered = offered;
        this.texts = texts;
        this.words = new DeviceWords(texts);
        this.onChange = onChange;
        this.found = new Found(known(), List.of());
        this.thread = Thread.ofPlatform().daemon().name("looking for devices").unstarted(this::run);
    }

    /// @param offered devices whose addresses are known
    static PlaceSearch start(Use use, List<Known> offered, Texts texts, Runnable onChange) {
        PlaceSearch search = new PlaceSearch(use, offered, texts, onChange);
        search.thread.start();
        return search;
    }

    Found found() {
        return found;
    }

    private void run() {
        try {
            for (int turn = 0; turn < LONGEST_TURNS; turn++) {
                Found now = look();
                if (!now.equals(found)) {
                    found = now;
                    onChange.run();
                }
                Thread.sleep(TURN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.getLogger(PlaceSearch.class.getName()).log(Level.ERROR, "looking for devices", e);
        }
    }

    private Found look() {
        List<Place> places = new ArrayList<>(known());
        if (use == Use.CARD) {
            return new Found(List.copyOf(places), List.of());
        }
        List<String> notes = new ArrayList<>();
        usb(places, notes);
        if (use == Use.TICKETS || use == Use.LABELS) {
            systemPrinters(places);
        }
        for (SerialPorts.Found line : SerialPorts.list()) {
            places.add(new Place(
                    Serial.at9600(line.port()),
                    texts.get("device.serial", DeviceWords.shortName(line.port())),
                    line.description(),
                    "plug",
                    false));
        }
        return new Found(List.copyOf(places), List.copyOf(notes));
    }

    private List<Place> known() {
        return offered.stream()
                .filter(each -> !(each.endpoint() instanceof Serial))
                .map(each -> new Place(
                        each.endpoint(), each.name(), words.place(each.endpoint()), "plug-connected", each.emulated()))
                .distinct()
                .toList();
    }

    private void usb(List<Place> places, List<String> notes) {
        try {
            for (UsbDevice device : UsbDevices.list()) {
                String name = name(device);
                if (device.kind() == UsbDevice.Kind.KEYBOARD && use == Use.SCANNER) {
                    notes.add(texts.get("device.isKeyboard", name));
                } else if (serves(device.kind())) {
                    switch (device.access()) {
                        case GRANTED -> places.add(place(device, name));
                        case REFUSED -> notes.add(texts.get("device.usbRefused", name));
                        case IMPOSSIBLE -> notes.add(texts.get("device.usbBusy", name));
                    }
                }
            }
        } catch (IOException none) {
            System.getLogger(PlaceSearch.class.getName()).log(Level.DEBUG, "no USB here", none);
        }
    }

    private Place place(UsbDevice device, String name) {
        Usb.Use side = use == Use.TICKETS || use == Use.LABELS ? Usb.Use.PRINTER : Usb.Use.HID;
        Usb endpoint = new Usb(device.id(), side);
        return new Place(endpoint, name, words.place(endpoint), "plug-connected", false);
    }

    private boolean serves(UsbDevice.Kind kind) {
        return switch (use) {
            case SCALE -> kind == UsbDevice.Kind.SCALE;
            case SCANNER -> kind == UsbDevice.Kind.SCANNER;
            case TICKETS, LABELS -> kind == UsbDevice.Kind.PRINTER;
            case CARD -> false;
        };
    }

    private static String name(UsbDevice device) {
        String name = (device.maker().orElse("") + " " + device.model().orElse("")).strip();
        return name.isEmpty() ? "USB " + device.id() : name;
    }

    private void systemPrinters(List<Place> places) {
        if (!Files.isDirectory(PRINTERS)) {
            return;
        }
        try (Stream<Path> files = Files.list(PRINTERS)) {
            files.filter(file -> file.getFileName().toString().startsWith("lp"))
                    .sorted()
                    .forEach(file -> places.add(new Place(
                            new DeviceFile(file),
                            texts.get("device.systemPrinter", file.getFileName()),
                            file.toString(),
                            "printer",
                            false)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
