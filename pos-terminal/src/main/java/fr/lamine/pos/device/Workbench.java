package fr.lamine.pos.device;

import fr.lamine.hardware.scale.preview.ScaleProbe;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.web.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What is open only while somebody sets a device up: the search, the probe of a scale, a scanner on trial. A device
/// of the counter at the same place is left alone meanwhile, since a wire has room for one.
final class Workbench {

    private final CounterDevices devices;
    private final Texts texts;
    private final Runnable onChange;
    private final InstantSource clock;
    private Optional<PlaceSearch> search = Optional.empty();
    private Optional<ScaleProbe> probe = Optional.empty();
    private Optional<Scanner> scanner = Optional.empty();
    private volatile Optional<String> heard = Optional.empty();

    /// @param onChange told when the search finds something else
    Workbench(CounterDevices devices, Texts texts, Runnable onChange, InstantSource clock) {
        this.devices = devices;
        this.texts = texts;
        this.onChange = onChange;
        this.clock = clock;
    }

    void look(Use use, List<Known> offered) {
        clear();
        search = Optional.of(PlaceSearch.start(use, offered, texts, onChange));
    }

    PlaceSearch.Found found() {
        return search.map(PlaceSearch::found).orElse(new PlaceSearch.Found(List.of(), List.of()));
    }

    void probe(Endpoint place) {
        take(place);
        probe = Optional.of(ScaleProbe.start(devices.wires().trial().tap(place), clock, ScaleProbe.LONGEST));
    }

    Optional<ScaleProbe.Seen> probed() {
        return probe.map(ScaleProbe::seen);
    }

    void listen(Endpoint place) {
        take(place);
        scanner = Optional.of(Scanner.start(
                ScannerSettings.protocol(place), devices.wires().trial().tap(place), clock, this::hear, _ -> {}));
    }

    private void hear(Scan scan) {
        heard = Optional.of(DeviceWords.code(scan));
    }

    Optional<Scanner> scanner() {
        return scanner;
    }

    Optional<String> heard() {
        return heard;
    }

    /// Frees the bench for a device at that place.
    void take(Endpoint place) {
        clear();
        devices.hold(place);
    }

    void clear() {
        search.ifPresent(PlaceSearch::close);
        probe.ifPresent(ScaleProbe::close);
        scanner.ifPresent(Scanner::close);
        search = Optional.empty();
        probe = Optional.empty();
        scanner = Optional.empty();
        heard = Optional.empty();
        devices.release();
    }
}
