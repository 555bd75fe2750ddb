package fr.lamine.pos.device;

import fr.lamine.hardware.cardterminal.CaisseAp;
import fr.lamine.hardware.cardterminal.CardTerminal;
import fr.lamine.hardware.drawer.CashDrawer;
import fr.lamine.hardware.drawer.DrawerState;
import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.label.LabelPrinter;
import fr.lamine.hardware.label.LabelSetup;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterSetup;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Transport;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.device.DeviceStatus.Kind;
import fr.lamine.pos.device.DeviceStatus.State;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.scale.CounterScale;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The open devices of one counter. Other ones can be chosen while it works: what did not change stays open. Safe for
/// use by several threads.
public final class CounterDevices implements AutoCloseable {

    private static final int STICKER_WARNING_DAYS = 30;

    /// By which a card terminal knows the till: it serves this one only.
    private static final String CARD_TILL = "01";

    private record OpenScale(ScaleSettings settings, Scale scale) {}

    private record Told(List<DeviceStatus> states, Optional<DrawerState> drawer) {}

    private record OpenScanner(ScannerSettings settings, Scanner scanner) {}

    private record OpenCard(CardSettings settings, WatchedCardTerminal terminal) {}

    private final InstantSource clock;
    private final DeviceListener listener;
    private final WireLogs wires;
    private final Map<PrinterSettings, WatchedPrinter> printers = new ConcurrentHashMap<>();
    private volatile DeviceSettings settings = DeviceSettings.NONE;
    private volatile Optional<Endpoint> held = Optional.empty();
    private volatile Optional<OpenScale> scale = Optional.empty();
    private volatile Optional<OpenScanner> scanner = Optional.empty();
    private volatile Optional<OpenCard> card = Optional.empty();
    private volatile Optional<Scan> lastScan = Optional.empty();
    private volatile Told told = new Told(List.of(), Optional.empty());

    private CounterDevices(InstantSource clock, DeviceListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.wires = new WireLogs(clock);
    }

    /// Begins to look for every device; none needs to be there.
    public static CounterDevices open(DeviceSettings settings, InstantSource clock, DeviceListener listener) {
        CounterDevices devices = new CounterDevices(clock, listener);
        devices.change(settings);
        return devices;
    }

    /// Works with these devices from now on.
    public synchronized void change(DeviceSettings next) {
        settings = next;
        wires.keep(next.all());
        settle();
    }

    /// Leaves what is at that place to somebody else until [#release()].
    public synchronized void hold(Endpoint place) {
        held = Optional.of(place);
        settle();
    }

    public synchronized void release() {
        held = Optional.empty();
        settle();
    }

    public DeviceSettings settings() {
        return settings;
    }

    public WireLogs wires() {
        return wires;
    }

    /// Closes what is not wanted any more before it opens what is: both may be one device.
    private void settle() {
        Optional<ScaleSettings> wantedScale = settings.scale().filter(this::isFree);
        Optional<ScannerSettings> wantedScanner = settings.scanner().filter(this::isFree);
        List<PrinterSettings> wantedPrinters = wantedPrinters();
        Optional<CardSettings> wantedCard = settings.card().filter(this::isFree);
        Optional<OpenCard> oldCard = card.filter(open -> !wantedCard.equals(Optional.of(open.settings())));
        Optional<OpenScale> oldScale = scale.filter(open -> !wantedScale.equals(Optional.of(open.settings())));
        Optional<OpenScanner> oldScanner = scanner.filter(open -> !wantedScanner.equals(Optional.of(open.settings())));
        if (oldScale.isPresent()) {
            scale = Optional.empty();
            oldScale.get().scale().close();
        }
        if (oldScanner.isPresent()) {
            scanner = Optional.empty();
            oldScanner.get().scanner().close();
        }
        if (oldCard.isPresent()) {
            card = Optional.empty();
            oldCard.get().terminal().close();
        }
        printers.entrySet().removeIf(open -> {
            boolean old = !wantedPrinters.contains(open.getKey());
            if (old) {
                open.getValue().close();
            }
            return old;
        });
        scale = scale.or(() -> wantedScale.map(this::opened));
        scanner = scanner.or(() -> wantedScanner.map(this::opened));
        card = card.or(() -> wantedCard.map(this::opened));
        wantedPrinters.forEach(each -> printers.computeIfAbsent(each, this::watched));
        tellChanges();
    }

    private boolean isFree(Known device) {
        return !held.equals(Optional.of(device.endpoint()));
    }

    private List<PrinterSettings> wantedPrinters() {
        List<PrinterSettings> wanted = new ArrayList<>();
        settings.ticketPrinter().filter(this::isFree).ifPresent(wanted::add);
        settings.labelPrinter()
                .filter(this::isFree)
                .filter(each -> !wanted.contains(each))
                .ifPresent(wanted::add);
        return wanted;
    }

    private OpenScale opened(ScaleSettings wanted) {
        Scale driver =
                wanted.protocol().driver(wanted.identity(), wires.of(wanted).tap(wanted.endpoint()), clock);
        driver.onReading(this::weighed);
        driver.start();
        return new OpenScale(wanted, driver);
    }

    private OpenScanner opened(ScannerSettings wanted) {
        return new OpenScanner(
                wanted,
                Scanner.start(
                        wanted.protocol(),
                        wires.of(wanted).tap(wanted.endpoint()),
                        clock,
                        this::scanned,
                        _ -> tellChanges()));
    }

    /// Without a log of its wire, where the number of a card would stand.
    private OpenCard opened(CardSettings wanted) {
        WatchedCardTerminal terminal =
                new WatchedCardTerminal(wanted.name(), new CaisseAp(wanted.endpoint(), CARD_TILL), this::tellChanges);
        terminal.start();
        return new OpenCard(wanted, terminal);
    }

    private WatchedPrinter watched(PrinterSettings wanted) {
        WatchedPrinter watched = new WatchedPrinter(
                wanted.name(), outlet(wanted, wires.of(wanted).tap(wanted.endpoint())), this::tellChanges);
        watched.start();
        return watched;
    }

    static Outlet outlet(PrinterSettings wanted, Endpoint endpoint) {
        return wanted.labels()
                .map(roll -> Outlet.of(new LabelPrinter(
                        new LabelSetup(wanted.name(), endpoint, roll.language(), roll.size(), wanted.emulated()))))
                .orElseGet(() -> Outlet.of(new Printer(new PrinterSetup(
                        wanted.name(), endpoint, wanted.paper(), wanted.page(), true, wanted.emulated()))));
    }

    private static Optional<Printer> printer(WatchedPrinter watched) {
        return switch (watched.outlet()) {
            case Outlet.Roll(var printer) -> Optional.of(printer);
            case Outlet.Labels _ -> Optional.empty();
        };
    }

    public Optional<CounterScale> scale() {
        return scale.map(open -> CounterScale.of(open.scale()));
    }

    /// Takes card payments, where one is set up.
    public Optional<CardTerminal> cardTerminal() {
        return card.map(OpenCard::terminal);
    }

    /// How the link to it was when it was last tried; empty where none is set up, and before the first time.
    public Optional<Boolean> cardTerminalThere() {
        return card.flatMap(open -> open.terminal().last());
    }

    /// Sends the scale in use a command.
    public Scale.Sent command(Scale.Command command) {
        return scale.map(open -> switch (command) {
                    case ZERO -> open.scale().zero();
                    case TARE -> open.scale().tare();
                })
                .orElse(Scale.Sent.NOT_CONNECTED);
    }

    public Optional<Printer> ticketPrinter() {
        return settings.ticketPrinter().flatMap(this::watching).flatMap(CounterDevices::printer);
    }

    public Optional<Outlet> labelOutlet() {
        return settings.labelPrinter().flatMap(this::watching).map(WatchedPrinter::outlet);
    }

    private Optional<WatchedPrinter> watching(PrinterSettings wanted) {
        return Optional.ofNullable(printers.get(wanted));
    }

    public Optional<CashDrawer> drawer() {
        return settings.ticketPrinter()
                .flatMap(wanted -> wanted.drawer()
                        .flatMap(wiring -> watching(wanted)
                                .flatMap(CounterDevices::printer)
                                .map(printer -> new CashDrawer(printer, wiring))));
    }

    /// How the drawer was when its printer was last asked; empty when there is none, or none with a known switch.
    public Optional<DrawerState> drawerState() {
        return settings.ticketPrinter()
                .flatMap(wanted -> wanted.drawer()
                        .filter(wiring -> wiring != DrawerSwitch.NONE)
                        .flatMap(wiring -> watching(wanted)
                                .map(watched -> wiring.state(watched.last().drawerPin()))));
    }

    /// How a printer in use was when it was last asked; empty when none is there for that.
    public Optional<PrinterState> printerState(Use use) {
        return switch (use) {
            case TICKETS -> lastState(settings.ticketPrinter());
            case LABELS -> lastState(settings.labelPrinter());
            case SCALE, SCANNER, CARD -> Optional.empty();
        };
    }

    private Optional<PrinterState> lastState(Optional<PrinterSettings> printer) {
        return printer.flatMap(this::watching).map(watched -> watched.last().state());
    }

    public Optional<Transport.State> scannerState() {
        return scanner.map(open -> open.scanner().state());
    }

    /// What the scanner in use read last.
    public Optional<Scan> lastScan() {
        return lastScan;
    }

    /// Somebody has cleared what stopped that printer: it may go on.
    public void recover(Use use) {
        (use == Use.LABELS ? settings.labelPrinter() : settings.ticketPrinter())
                .flatMap(this::watching)
                .ifPresent(watched -> {
                    printer(watched).ifPresent(Printer::recover);
                    watched.askSoon();
                });
    }

    /// Asks the printers soon, rather than at their next turn.
    public void askPrinters() {
        printers.values().forEach(WatchedPrinter::askSoon);
    }

    public List<DeviceStatus> states() {
        List<DeviceStatus> states = new ArrayList<>();
        scale.ifPresent(open -> states.add(new DeviceStatus(Kind.SCALE, state(open.scale(), clock.instant()))));
        printerState(Use.TICKETS).ifPresent(state -> states.add(new DeviceStatus(Kind.PRINTER, state(state))));
        if (settings.inUse().containsKey(Use.LABELS)) {
            printerState(Use.LABELS).ifPresent(state -> states.add(new DeviceStatus(Kind.LABEL_PRINTER, state(state))));
        }
        scannerState().ifPresent(state -> states.add(new DeviceStatus(Kind.SCANNER, state(state))));
        cardTerminalThere()
                .ifPresent(there -> states.add(new DeviceStatus(Kind.CARD_TERMINAL, there ? State.READY : State.LOST)));
        if (drawer().isPresent()) {
            printerState(Use.TICKETS)
                    .ifPresent(state -> states.add(
                            new DeviceStatus(Kind.DRAWER, state(state) == State.LOST ? State.LOST : State.READY)));
        }
        return List.copyOf(states);
    }

    private void weighed(ScaleReading reading) {
        listener.weighed(reading);
        tellChanges();
    }

    private void scanned(Scan scan) {
        lastScan = Optional.of(scan);
        listener.scanned(scan);
    }

    private void tellChanges() {
        Told now = new Told(states(), drawerState());
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
            case PAPER_NEAR_END, PAPER_OUT, COVER_OPEN, TOO_HOT, BUTTON_HELD -> State.ATTENTION;
            case UNREACHABLE, BROKEN, CUTTER_JAMMED, ERROR, OFFLINE -> State.LOST;
        };
    }

    @Override
    public void close() {
        change(DeviceSettings.NONE);
    }
}
