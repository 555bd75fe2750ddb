package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.CashDrawer;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.transport.Transport;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceStatus.Kind;
import fr.lamine.pos.device.DeviceStatus.State;
import fr.lamine.pos.scale.CounterScale;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The open devices of one counter. Safe for use by several threads.
public final class CounterDevices implements AutoCloseable {

    private static final int STICKER_WARNING_DAYS = 30;

    private final InstantSource clock;
    private final DeviceListener listener;
    private final Optional<Scale> scale;
    private final Optional<WatchedPrinter> printer;
    private final boolean drawer;
    private volatile Optional<Scanner> scanner = Optional.empty();
    private volatile List<DeviceStatus> told = List.of();

    private CounterDevices(DeviceSettings settings, InstantSource clock, DeviceListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.drawer = settings.printer().map(PrinterSettings::drawer).orElse(false);
        this.scale = settings.scale().map(s -> scale(s, clock));
        this.printer = settings.printer()
                .map(p -> new WatchedPrinter(
                        new Printer(p.name(), p.endpoint(), p.paper(), p.emulated()), this::tellChanges));
    }

    /// Begins to look for every device; none needs to be there.
    public static CounterDevices open(DeviceSettings settings, InstantSource clock, DeviceListener listener) {
        CounterDevices devices = new CounterDevices(settings, clock, listener);
        devices.start(settings);
        return devices;
    }

    private void start(DeviceSettings settings) {
        scanner =
                settings.scanner().map(s -> Scanner.start(s.endpoint(), clock, listener::scanned, _ -> tellChanges()));
        scale.ifPresent(s -> {
            s.onReading(this::weighed);
            s.start();
        });
        printer.ifPresent(WatchedPrinter::start);
    }

    private static Scale scale(ScaleSettings settings, InstantSource clock) {
        return settings.protocol().driver(settings.identity(), settings.endpoint(), clock);
    }

    public Optional<CounterScale> scale() {
        return scale.map(CounterScale::of);
    }

    public Optional<Printer> printer() {
        return printer.map(WatchedPrinter::printer);
    }

    public Optional<CashDrawer> drawer() {
        return drawer ? printer().map(CashDrawer::new) : Optional.empty();
    }

    /// How the printer was when it was last asked.
    public Optional<PrinterState> printerState() {
        return printer.map(WatchedPrinter::last);
    }

    /// Asks the printer soon, rather than at its next turn.
    public void askPrinter() {
        printer.ifPresent(WatchedPrinter::askSoon);
    }

    public List<DeviceStatus> states() {
        List<DeviceStatus> states = new ArrayList<>();
        scale.ifPresent(s -> states.add(new DeviceStatus(Kind.SCALE, state(s, clock.instant()))));
        printer.ifPresent(p -> states.add(new DeviceStatus(Kind.PRINTER, state(p.last()))));
        scanner.ifPresent(s -> states.add(new DeviceStatus(Kind.SCANNER, state(s.state()))));
        if (drawer) {
            printer.ifPresent(p -> states.add(
                    new DeviceStatus(Kind.DRAWER, state(p.last()) == State.LOST ? State.LOST : State.READY)));
        }
        return List.copyOf(states);
    }

    private void weighed(ScaleReading reading) {
        listener.weighed(reading);
        tellChanges();
    }

    private void tellChanges() {
        List<DeviceStatus> now = states();
        if (!now.equals(told)) {
            told = now;
            listener.changed();
        }
    }

    private static State state(Scale scale, Instant now) {
        if (scale.current(now) instanceof ScaleReading.NotReady) {
            return State.LOST;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return scale.identity()
                        .stickerExpiry()
                        .filter(last -> last.isBefore(today.plusDays(STICKER_WARNING_DAYS)))
                        .isPresent()
                ? State.ATTENTION
                : State.READY;
    }

    private static State state(Transport.State state) {
        return switch (state) {
            case OPEN -> State.READY;
            case SEARCHING, LOST, CLOSED -> State.LOST;
        };
    }

    private static State state(PrinterState state) {
        return switch (state) {
            case READY, SILENT -> State.READY;
            case PAPER_NEAR_END, PAPER_OUT, COVER_OPEN -> State.ATTENTION;
            case UNREACHABLE, ERROR, OFFLINE -> State.LOST;
        };
    }

    @Override
    public void close() {
        scanner.ifPresent(Scanner::close);
        scale.ifPresent(Scale::close);
        printer.ifPresent(WatchedPrinter::close);
    }
}
