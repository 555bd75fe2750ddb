package fr.lamine.pos;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.pos.closing.ClosingPage;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.control.Archives;
import fr.lamine.pos.control.ControlPage;
import fr.lamine.pos.control.Watch;
import fr.lamine.pos.count.CountPage;
import fr.lamine.pos.count.Counts;
import fr.lamine.pos.device.CounterDevices;
import fr.lamine.pos.device.DemoDevices;
import fr.lamine.pos.device.DeviceChoices;
import fr.lamine.pos.device.DeviceListener;
import fr.lamine.pos.device.DevicesPage;
import fr.lamine.pos.device.FramesPage;
import fr.lamine.pos.device.SavedDevices;
import fr.lamine.pos.device.SettingsFile;
import fr.lamine.pos.labelling.LabellingPage;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.labelling.OwnLabels;
import fr.lamine.pos.lookup.LookUpPage;
import fr.lamine.pos.operator.SignInPage;
import fr.lamine.pos.operator.SignIns;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintListener;
import fr.lamine.pos.printing.PrintQuestions;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.printing.PrintRole;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.ChainAudit;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.sync.Elsewhere;
import fr.lamine.pos.sync.OfficeClient;
import fr.lamine.pos.sync.SyncLoop;
import fr.lamine.pos.table.TablePage;
import fr.lamine.pos.till.CustomerPage;
import fr.lamine.pos.till.TenderSetup;
import fr.lamine.pos.till.Till;
import fr.lamine.pos.till.TillPage;
import fr.lamine.pos.transfer.TransferPage;
import fr.lamine.pos.transfer.Transfers;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.CounterServer;
import fr.lamine.pos.web.Desk;
import fr.lamine.pos.web.Fault;
import fr.lamine.pos.web.Surroundings;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.AskView;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.DeviceView;
import fr.lamine.pos.weighin.WeighInPage;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One running counter. It opens from the ground up and closes from the top down.
public final class Counter implements AutoCloseable {

    static final String VERSION = "0.1.0";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Texts texts = Texts.french();
    private final InstantSource clock;
    private final TerminalStore store;
    private final ReferenceBook book;
    private final Station station;
    private final Watch watch;
    private final ChainAudit audit;
    private final Optional<DemoDevices> demo;
    private final Desk desk;
    private final CounterServer server;
    private volatile Optional<DeviceChoices> choices = Optional.empty();
    private volatile Optional<CounterDevices> devices = Optional.empty();
    private volatile Optional<PrintQuestions> questions = Optional.empty();
    private volatile Optional<CounterServer> screens = Optional.empty();
    private volatile Optional<SyncLoop> sync = Optional.empty();

    private Counter(CounterConfig config, StoreFolders folders, TerminalIdentity identity, InstantSource clock) {
        this.clock = clock;
        try {
            store = keep(TerminalStore.open(folders, identity));
            book = new ReferenceBook(store);
            station = new Station(identity.site(), identity.station(), VERSION);
            watch = keep(new Watch(store, at -> station.machineContext(book.current(), at), clock));
            store.startBeside(() -> station.machineContext(book.current(), clock.instant()), watch::started);
            audit = new ChainAudit(store, () -> station.machineContext(book.current(), clock.instant()), watch::found);
            demo = config.demo() ? Optional.of(keep(DemoDevices.start(config.controls()))) : Optional.empty();
            choices = Optional.of(DeviceChoices.at(
                    identity.kind(),
                    demo.map(DemoDevices::settings),
                    new SavedDevices(folders.data()),
                    config.config().map(SettingsFile::read)));
            desk = new Desk(
                    station,
                    book,
                    new Surroundings(
                            this::connection,
                            this::deviceViews,
                            this::asked,
                            this::trouble,
                            VERSION,
                            demo.map(_ -> TablePage.PATH)),
                    texts,
                    clock);
            CounterDevices counterDevices =
                    keep(CounterDevices.open(choices.get().current(), clock, new Ears()));
            devices = Optional.of(counterDevices);
            PrintQueue queue = new PrintQueue(store);
            PrintWorker tickets = keep(printing(
                    queue,
                    PrintRole.TICKET,
                    () -> counterDevices.ticketPrinter().map(Outlet::of)));
            PrintWorker labels = keep(printing(queue, PrintRole.LABEL, counterDevices::labelOutlet));
            store.onRecorded(tickets::wake);
            store.onRecorded(labels::wake);
            Path archives = folders.data().resolveSibling("archives");
            server = keep(server(config, archives, tickets, labels));
            screens = Optional.of(server);
            tickets.start();
            labels.start();
            server.start();
            store.awaitStart();
            Thread warmingUp = Thread.ofPlatform().daemon().name("warm up").start(this::warmUp);
            opened.push(() -> {
                server.endRehearsal();
                warmingUp.join();
            });
            audit.start();
            sync = config.office().map(this::sync);
            sync.ifPresent(loop -> watch.look(() -> loop.status().reachable()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// @throws IllegalArgumentException with a plain French sentence when these devices must not be used
    /// @throws IllegalStateException    when another process works with this folder
    public static Counter open(CounterConfig config, TerminalIdentity identity, InstantSource clock) {
        return new Counter(config, StoreFolders.under(config.data()), identity, clock);
    }

    private PrintWorker printing(PrintQueue queue, PrintRole role, Supplier<Optional<Outlet>> printer) {
        return new PrintWorker(
                queue,
                store.identity().station(),
                EnumSet.of(role),
                printer,
                new Papers(store, book)::of,
                new PrintEars(),
                clock);
    }

    private ControlPage control(Path folder) {
        Archives archives = new Archives(store, station, book);
        return new ControlPage(store, archives, audit, station, folder, desk::place, texts, clock);
    }

    private void warmUp() {
        new SignIns(store, book).warmUp();
        OwnLabels.warmUp();
        server.rehearse();
    }

    private CounterServer server(CounterConfig config, Path archives, PrintWorker tickets, PrintWorker labels) {
        Commands commands = new Commands(store, book);
        SignIns signIns = new SignIns(store, book);
        SignInPage signIn = new SignInPage(signIns, book, station, desk, clock);
        Closings closings = new Closings(commands);
        List<CounterScreen> modes = List.of(
                new WeighInPage(commands, book, station, this::scale, texts, clock),
                new LabellingPage(
                        new Labels(commands), book, station, this::scale, new OwnLabels(store, book), texts, clock),
                new TillPage(
                        new Till(commands),
                        signIns,
                        book,
                        station,
                        tickets,
                        elsewhere(config),
                        new TenderSetup(
                                () -> devices.flatMap(CounterDevices::cardTerminal),
                                TenderSetup.takesLocalCurrency(config.config()),
                                desk::came),
                        this::scale,
                        texts,
                        clock),
                new DevicesPage(
                        devices.orElseThrow(),
                        choices.orElseThrow(),
                        station,
                        token -> closings.openDrawer(station, token, texts.get("device.drawerReason"), clock.instant()),
                        texts,
                        desk::tell,
                        clock),
                new ClosingPage(closings, signIns, book, station, tickets, texts, clock),
                new LookUpPage(store, new Labels(commands), book, station, texts, clock),
                new TransferPage(
                        new Transfers(commands), book, station, store.identity().kind(), this::scale, texts, clock),
                new CountPage(
                        new Counts(commands), book, station, store.identity().kind(), this::scale, texts, clock));
        Runnable wake = () -> {
            tickets.wake();
            labels.wake();
        };
        PrintQuestions asking = new PrintQuestions(store, tickets.queue(), wake, book, station, texts, clock);
        questions = Optional.of(asking);
        desk.furnish(signIn::view, signIn::badge, modes);
        return new CounterServer(config.port(), desk, texts, posts -> {
            List<HttpService> services = new ArrayList<>();
            services.add(signIn.routes(posts));
            services.add(asking.routes(posts));
            services.add(control(archives).routes(posts));
            services.add(new CustomerPage(
                            new Till(commands),
                            station,
                            desk::place,
                            store.identity().kind() != JournalKind.REAL,
                            texts,
                            clock)
                    .routes(posts));
            modes.forEach(mode -> services.add(mode.routes(posts)));
            services.add(new FramesPage(
                            devices.orElseThrow(),
                            station,
                            desk::place,
                            () -> book.current().zone(station.site()),
                            texts)
                    .routes(posts));
            demo.ifPresent(emulated -> services.add(new TablePage(emulated, book, desk::place, texts).routes(posts)));
            return services;
        });
    }

    private Optional<CounterScale> scale() {
        return devices.flatMap(CounterDevices::scale);
    }

    private Elsewhere elsewhere(CounterConfig config) {
        Optional<OfficeClient> client = config.office()
                .map(office -> new OfficeClient(office, store.identity().terminal(), Elsewhere.PATIENCE));
        return keep(new Elsewhere(
                        store,
                        client,
                        () -> sync.filter(loop -> loop.status().reachable()).isPresent(),
                        clock))
                .start();
    }

    private SyncLoop sync(URI office) {
        OfficeClient client = new OfficeClient(office, store.identity().terminal());
        SyncLoop loop = keep(new SyncLoop(store, book, client, station, clock, SyncLoop.Pace.USUAL));
        loop.onChange(() -> screens.ifPresent(CounterServer::weighed));
        loop.onNews(() -> desk.tell(Optional.empty()));
        loop.onEnding(watch::found);
        return loop.start();
    }

    private ConnectionView connection() {
        return sync.map(SyncLoop::status)
                .map(status -> new ConnectionView(
                        status.reachable(),
                        Math.toIntExact(status.unsent()),
                        status.unsentSince()
                                .map(since -> Ages.words(Duration.between(since, clock.instant())))
                                .orElse("")))
                .orElseGet(ConnectionView::upToDate);
    }

    private Optional<String> trouble() {
        return store.trouble()
                .or(() -> choices.flatMap(DeviceChoices::trouble))
                .or(() -> sync.flatMap(loop -> loop.status().trouble()));
    }

    private List<DeviceView> deviceViews() {
        return devices.map(CounterDevices::states).orElse(List.of()).stream()
                .map(status -> new DeviceView(
                        switch (status.kind()) {
                            case SCALE -> DeviceView.Kind.SCALE;
                            case PRINTER -> DeviceView.Kind.PRINTER;
                            case LABEL_PRINTER -> DeviceView.Kind.LABEL_PRINTER;
                            case SCANNER -> DeviceView.Kind.SCANNER;
                            case CARD_TERMINAL -> DeviceView.Kind.CARD_TERMINAL;
                            case DRAWER -> DeviceView.Kind.DRAWER;
                        },
                        switch (status.state()) {
                            case READY -> DeviceView.State.READY;
                            case ATTENTION -> DeviceView.State.ATTENTION;
                            case LOST -> DeviceView.State.LOST;
                        }))
                .toList();
    }

    private Optional<AskView> asked() {
        return questions.flatMap(PrintQuestions::view);
    }

    /// What the queue says goes to the screen.
    private final class PrintEars implements PrintListener {

        @Override
        public void ended(PrintJob job, PrintResult result) {
            devices.ifPresent(CounterDevices::askPrinters);
            desk.tell(PrintNews.band(job, result, texts));
        }

        @Override
        public void changed() {
            desk.tell(Optional.empty());
        }

        @Override
        public void doesNotFit(PrintJob job) {
            desk.tell(Optional.of(BandView.stop(Bands.id(), texts.get("print.label"), texts.get("print.doesNotFit"))));
        }

        @Override
        public void failed(RuntimeException thrown) {
            Fault fault = Fault.log(thrown);
            desk.tell(Optional.of(
                    BandView.fault(fault.id(), texts.get("fault.title") + " " + fault.id(), texts.get("print.fault"))));
        }
    }

    /// What the devices say goes to the screen.
    private final class Ears implements DeviceListener {

        @Override
        public void scanned(Scan scan) {
            desk.scanned(scan.text());
        }

        @Override
        public void weighed(ScaleReading reading) {
            screens.ifPresent(CounterServer::weighed);
        }

        @Override
        public void changed() {
            desk.tell(Optional.empty());
        }
    }

    public int port() {
        return server.port();
    }

    public TerminalStore store() {
        return store;
    }

    public ReferenceBook book() {
        return book;
    }

    /// The emulated devices, in a demo.
    public Optional<DemoDevices> demo() {
        return demo;
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("the counter could not be closed", e);
            }
        }
    }
}
