package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.CashDrawer;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.TestPage;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.TcpReports;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.device.Guide.Step;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Fault;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.DevicesView;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The screen of the devices. Everybody looks and tries; only a manager chooses, and opens the drawer without a sale.
public final class DevicesPage implements CounterScreen {

    static final String TRY = "/appareils/essayer";
    static final String PAGE = "/appareils/page";
    static final String TRIAL_PAGE = "/appareils/essai";
    static final String DRAWER = "/appareils/tiroir";
    static final String ZERO = "/appareils/zero";
    static final String LINE = "/appareils/ligne";
    static final String PAPER = "/appareils/papier";
    static final String CODES = "/appareils/accents";
    static final String RECOVER = "/appareils/reprendre";
    static final String WITH_DRAWER = "/appareils/avec-tiroir";

    private final CounterDevices devices;
    private final DeviceChoices choices;
    private final Station station;
    private final Texts texts;
    private final Consumer<Optional<BandView>> tell;
    private final InstantSource clock;
    private final List<Known> first;
    private final Guide guide = new Guide();
    private final Workbench bench;
    private final DevicesPicture picture;
    private final AtomicBoolean trying = new AtomicBoolean();
    private Optional<String> heard = Optional.empty();

    /// @param tell draws every page anew, with a band if there is something to say
    public DevicesPage(
            CounterDevices devices,
            DeviceChoices choices,
            Station station,
            Texts texts,
            Consumer<Optional<BandView>> tell,
            InstantSource clock) {
        this.devices = devices;
        this.choices = choices;
        this.station = station;
        this.texts = texts;
        this.tell = tell;
        this.clock = clock;
        this.first = choices.current().all();
        this.bench = new Workbench(devices, texts, () -> tell.accept(Optional.empty()), clock);
        this.picture = new DevicesPicture(devices, bench, guide, texts, clock);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post(TRY, posts.in(this, form -> at(Step.TRIAL, form)))
                .post(ZERO, posts.in(this, _ -> zero()))
                .post(PAGE, posts.in(this, this::page))
                .post("/appareils/retour", posts.in(this, _ -> back()))
                .post(RECOVER, posts.in(this, this::recover))
                .post(DRAWER, managed(posts, _ -> drawer()))
                .post("/appareils/choisir", managed(posts, form -> at(Step.CHOOSING, form)))
                .post("/appareils/utiliser", managed(posts, this::use))
                .post("/appareils/modifier", managed(posts, this::change))
                .post("/appareils/oublier", managed(posts, this::forget))
                .post("/appareils/ajouter", managed(posts, _ -> add()))
                .post("/appareils/ici", managed(posts, this::here))
                .post("/appareils/adresse", managed(posts, this::typed))
                .post(LINE, managed(posts, this::line))
                .post("/appareils/protocole", managed(posts, this::protocol))
                .post("/appareils/classe", managed(posts, this::accuracyClass))
                .post("/appareils/plaque", managed(posts, this::plate))
                .post(PAPER, managed(posts, this::paper))
                .post(CODES, managed(posts, this::codePage))
                .post(WITH_DRAWER, managed(posts, this::withDrawer))
                .post(TRIAL_PAGE, managed(posts, this::trialPage))
                .post("/appareils/enregistrer", managed(posts, this::save));
    }

    private Handler managed(Posts posts, Function<Form, Optional<BandView>> action) {
        return posts.in(this, form -> isManager() ? action.apply(form) : Bands.refused(Refusal.MANAGER_ONLY));
    }

    private boolean isManager() {
        return station.operator()
                .filter(person -> person.role().mayActAs(Role.MANAGER))
                .isPresent();
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.DEVICES;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return new DevicesView(picture.panel(isManager(), heard), isManager());
    }

    @Override
    public Map<String, LiveView> parts() {
        return picture.live(heard);
    }

    @Override
    public void away() {
        bench.clear();
        guide.step = Step.OVERVIEW;
        heard = Optional.empty();
    }

    @Override
    public void leave() {
        away();
    }

    /// Whatever is read is shown, and nothing more.
    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        heard = Optional.of(devices.lastScan()
                .filter(scan -> scan.text().equals(text))
                .map(DeviceWords::code)
                .orElse(text));
        return Optional.empty();
    }

    private Optional<BandView> at(Step step, Form form) {
        guide.use = form.constant("use", Use.class);
        guide.step = step;
        return Optional.empty();
    }

    private Optional<BandView> back() {
        switch (guide.step) {
            case OVERVIEW, TRIAL, CHOOSING -> guide.step = Step.OVERVIEW;
            case WHERE -> guide.step = Step.CHOOSING;
            case PROTOCOLS, SETUP -> leavePlace();
            case PLATE -> {
                if (isOnAWire(guide.draft.at())) {
                    probe();
                } else {
                    leavePlace();
                }
            }
        }
        if (guide.step == Step.OVERVIEW || guide.step == Step.CHOOSING) {
            bench.clear();
        }
        return Optional.empty();
    }

    private void leavePlace() {
        if (guide.draft.id.isPresent()) {
            guide.step = Step.CHOOSING;
        } else {
            look();
        }
    }

    private Optional<BandView> zero() {
        return devices.command(Scale.Command.ZERO) == Scale.Sent.SENT
                ? Optional.empty()
                : Bands.refused(Refusal.COMMAND_NOT_TAKEN);
    }

    private Optional<BandView> use(Form form) {
        Use use = useOf(form);
        Optional<String> id = Optional.of(idOf(form)).filter(each -> !each.isEmpty());
        if (id.isPresent() && known(use, id.get()).isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        return chosen(choices.current().using(use, id), texts.get("device.chosen"));
    }

    private Optional<BandView> forget(Form form) {
        Optional<Known> device = known(useOf(form), idOf(form));
        if (device.isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        return choices.current().inUse().containsValue(device.get().id())
                ? Bands.refused(Refusal.DEVICE_IN_USE)
                : chosen(
                        choices.current().without(device.get()),
                        texts.get("device.forgotten", device.get().name()));
    }

    /// `SCALE/SOL-7`, or `SCALE/` for none.
    private static Use useOf(Form form) {
        String text = form.text("device", 60);
        return Stream.of(Use.values())
                .filter(use -> text.startsWith(use + "/"))
                .findFirst()
                .orElseThrow(() -> BadRequest.malformed("not a device"));
    }

    private static String idOf(Form form) {
        return form.text("device", 60).split("/", 2)[1];
    }

    private Optional<Known> known(Use use, String id) {
        return choices.current().known(use).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private Optional<BandView> chosen(DeviceSettings next, String said) {
        Optional<String> refusal = choices.choose(next);
        if (refusal.isPresent()) {
            return Bands.of(Refusal.DEVICE_EMULATED.with(refusal.get()));
        }
        bench.clear();
        devices.change(next);
        return Optional.of(BandView.ok(Bands.id(), said));
    }

    private Optional<BandView> change(Form form) {
        guide.use = useOf(form);
        Optional<Known> device = known(guide.use, idOf(form));
        if (device.isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        guide.draft = Draft.of(device.get());
        setUp();
        return Optional.empty();
    }

    private Optional<BandView> add() {
        if (choices.current().known(guide.use).size() >= DeviceSettings.MOST) {
            return Bands.refused(Refusal.TOO_MANY_DEVICES);
        }
        guide.draft = new Draft();
        look();
        return Optional.empty();
    }

    private void look() {
        guide.step = Step.WHERE;
        List<Known> offered = Stream.concat(first.stream(), choices.current().known(guide.use).stream())
                .filter(each -> serves(each, guide.use))
                .distinct()
                .toList();
        bench.look(guide.use, offered);
    }

    private static boolean serves(Known device, Use use) {
        return switch (device) {
            case ScaleSettings _ -> use == Use.SCALE;
            case ScannerSettings _ -> use == Use.SCANNER;
            case PrinterSettings _ -> use == Use.TICKETS || use == Use.LABELS;
        };
    }

    private Optional<BandView> here(Form form) {
        String address = form.text("place", Addresses.MOST);
        Optional<PlaceSearch.Place> place = bench.found().places().stream()
                .filter(each -> Addresses.text(each.endpoint()).equals(address))
                .findFirst();
        if (place.isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        guide.draft.place = Optional.of(place.get().endpoint());
        guide.draft.emulated = place.get().emulated();
        setUp();
        return Optional.empty();
    }

    private Optional<BandView> typed(Form form) {
        guide.draft.typedAddress = form.text("address", Addresses.MOST);
        Optional<Endpoint> place = Addresses.typed(guide.draft.typedAddress, guide.use);
        if (place.isEmpty()) {
            return Bands.refused(Refusal.BAD_ADDRESS);
        }
        guide.draft.place = place;
        guide.draft.emulated =
                first.stream().anyMatch(each -> each.emulated() && place.equals(Optional.of(each.endpoint())));
        setUp();
        return Optional.empty();
    }

    private void setUp() {
        Endpoint place = guide.draft.at();
        switch (guide.use) {
            case SCALE -> {
                if (isOnAWire(place)) {
                    probe();
                } else {
                    guide.draft.protocol = Optional.of(ScaleProtocol.USB_HID);
                    guide.step = Step.PLATE;
                    bench.clear();
                }
            }
            case SCANNER -> {
                guide.step = Step.SETUP;
                bench.listen(place);
            }
            case TICKETS, LABELS -> {
                guide.step = Step.SETUP;
                bench.take(place);
            }
        }
    }

    /// A scale on USB says what it is; one on a wire is listened to.
    private static boolean isOnAWire(Endpoint place) {
        return !(place instanceof Usb || place instanceof TcpReports);
    }

    private void probe() {
        guide.step = Step.PROTOCOLS;
        bench.probe(guide.draft.at());
    }

    private Optional<BandView> line(Form form) {
        String code = form.text("line", 20);
        keepName(form);
        Serial wanted = DevicesPicture.lines(guide.use).stream()
                .filter(each -> DevicesPicture.code(each).equals(code))
                .findFirst()
                .orElseThrow(() -> BadRequest.malformed("not a setting of a line"));
        if (!isAt(Step.PROTOCOLS) && !isAt(Step.SETUP) || guide.draft.line().isEmpty()) {
            return Optional.empty();
        }
        guide.draft.place = Optional.of(new Serial(guide.draft.line().get().port(), wanted.baud(), wanted.framing()));
        setUp();
        return Optional.empty();
    }

    private boolean isAt(Step step) {
        return guide.step == step;
    }

    private Optional<BandView> protocol(Form form) {
        if (isAt(Step.PROTOCOLS)) {
            guide.draft.protocol = Optional.of(form.constant("protocol", ScaleProtocol.class));
            guide.step = Step.PLATE;
            bench.clear();
        }
        return Optional.empty();
    }

    private Optional<BandView> accuracyClass(Form form) {
        guide.draft.typed(plateOf(form, form.constant("class", AccuracyClass.class)));
        return Optional.empty();
    }

    private static PlateRules.Typed plateOf(Form form, AccuracyClass accuracyClass) {
        return new PlateRules.Typed(
                form.text("name", DeviceNames.MOST).strip(),
                accuracyClass,
                form.text("max", 12),
                form.text("min", 12),
                form.text("division", 12),
                form.text("sticker", 12));
    }

    private Optional<BandView> plate(Form form) {
        if (!isAt(Step.PLATE)) {
            return Optional.empty();
        }
        Draft draft = guide.draft;
        draft.typed(plateOf(form, draft.accuracyClass));
        return named(id -> switch (PlateRules.read(plateOf(form, draft.accuracyClass), id, draft.emulated)) {
            case PlateRules.No(var refusal) -> Bands.refused(refusal);
            case PlateRules.Good(var identity) ->
                kept(new ScaleSettings(identity, draft.protocol.orElseThrow(), draft.at()));
        });
    }

    private Optional<BandView> save(Form form) {
        keepName(form);
        if (!isAt(Step.SETUP)) {
            return Optional.empty();
        }
        Draft draft = guide.draft;
        return named(id -> kept(
                guide.use == Use.SCANNER
                        ? new ScannerSettings(id, draft.name, draft.at(), draft.emulated)
                        : new PrinterSettings(
                                id,
                                draft.name,
                                draft.at(),
                                draft.paper,
                                draft.page,
                                draft.drawer,
                                draft.labels,
                                draft.emulated)));
    }

    private void keepName(Form form) {
        form.optional("name", DeviceNames.MOST).ifPresent(name -> guide.draft.name = name.strip());
    }

    private Optional<BandView> named(Function<String, Optional<BandView>> saving) {
        String name = guide.draft.name;
        if (name.isEmpty()) {
            return Bands.refused(Refusal.NAME_MISSING);
        }
        List<Known> known = choices.current().known(guide.use == Use.TICKETS ? Use.LABELS : guide.use);
        boolean taken = known.stream()
                .anyMatch(each -> each.name().equals(name) && !guide.draft.id.equals(Optional.of(each.id())));
        if (taken) {
            return Bands.refused(Refusal.NAME_TAKEN);
        }
        Set<String> ids = known.stream().map(Known::id).collect(Collectors.toSet());
        return saving.apply(guide.draft.id.orElseGet(() -> DeviceNames.id(name, ids)));
    }

    /// A new device is wanted now; one that was changed stays as much in use as it was.
    private Optional<BandView> kept(Known device) {
        DeviceSettings with = choices.current().with(device);
        DeviceSettings next = guide.draft.id.isPresent() ? with : with.using(guide.use, Optional.of(device.id()));
        Optional<BandView> said = chosen(next, texts.get("device.saved", device.name()));
        if (choices.current().equals(next)) {
            guide.step = Step.OVERVIEW;
        }
        return said;
    }

    private Optional<BandView> paper(Form form) {
        keepName(form);
        guide.draft.paper = form.constant("paper", PaperWidth.class);
        return Optional.empty();
    }

    private Optional<BandView> codePage(Form form) {
        keepName(form);
        guide.draft.page = form.constant("codes", CodePage.class);
        return Optional.empty();
    }

    private Optional<BandView> withDrawer(Form form) {
        keepName(form);
        guide.draft.drawer = form.text("drawer", 5).equals("true");
        return Optional.empty();
    }

    private Optional<BandView> page(Form form) {
        Use use = form.constant("use", Use.class);
        Optional<Outlet> outlet = use == Use.LABELS
                ? devices.labelOutlet()
                : devices.ticketPrinter().map(Outlet::of);
        return outlet.map(each -> inTheBackground(() -> tested(each), texts.get("device.pagePrinted")))
                .orElseGet(() -> Bands.refused(Refusal.NO_PRINTER));
    }

    private Optional<BandView> recover(Form form) {
        Use use = form.constant("use", Use.class);
        Thread.ofVirtual().name("helping a printer").start(() -> devices.recover(use));
        return Optional.empty();
    }

    private Optional<BandView> trialPage(Form form) {
        keepName(form);
        if (!isAt(Step.SETUP) || guide.use == Use.SCANNER) {
            return Optional.empty();
        }
        Draft draft = guide.draft;
        PrinterSettings tried = new PrinterSettings(
                "ESSAI",
                draft.name.isEmpty() ? texts.word(guide.use) : draft.name,
                draft.at(),
                draft.paper,
                draft.page,
                draft.drawer,
                draft.labels,
                draft.emulated);
        Outlet outlet = CounterDevices.outlet(tried, devices.wires().trial().tap(draft.at()));
        return inTheBackground(() -> tested(outlet), texts.get("device.pagePrinted"));
    }

    private static PrintResult tested(Outlet outlet) {
        Document page = switch (outlet) {
            case Outlet.Roll(var printer) -> TestPage.of(printer.name(), printer.paper());
            case Outlet.Labels _ -> Document.of(Document.Line.plain("Test"));
        };
        return outlet.print(page).orElseThrow();
    }

    private Optional<BandView> drawer() {
        Optional<CashDrawer> drawer = devices.drawer();
        return drawer.map(each -> inTheBackground(each::open, texts.get("device.drawerOpened")))
                .orElseGet(() -> Bands.refused(Refusal.NO_DRAWER));
    }

    /// Paper takes its time, and the screen must not wait for it.
    private Optional<BandView> inTheBackground(Supplier<PrintResult> deed, String done) {
        if (!trying.compareAndSet(false, true)) {
            return Bands.missing(texts.get("device.busy"));
        }
        Thread.ofVirtual().name("trying a printer").start(() -> {
            try {
                tell.accept(Optional.of(outcome(deed.get(), done)));
            } catch (RuntimeException thrown) {
                Fault fault = Fault.log(thrown);
                tell.accept(Optional.of(BandView.fault(
                        fault.id(), texts.get("fault.title") + " " + fault.id(), texts.get("fault.text"))));
            } finally {
                trying.set(false);
            }
        });
        return Optional.empty();
    }

    private BandView outcome(PrintResult result, String done) {
        return DeviceWords.trouble(result)
                .map(sentence -> BandView.stop(Bands.id(), texts.get("device.notDone"), sentence))
                .orElseGet(() -> BandView.ok(Bands.id(), done));
    }
}
