package fr.lamine.pos.device;

import fr.lamine.hardware.printer.PinLevel;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.device.Guide.Step;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The screen of the devices. Everybody looks and tries; only a manager chooses, and opens the drawer without a sale.
public final class DevicesPage implements CounterScreen {

    static final String TRY = "/appareils/essayer";
    static final String PAGE = "/appareils/page";
    static final String DRAWER = "/appareils/tiroir";
    static final String CONTACT = "/appareils/contact";
    static final String LEARN = "/appareils/contact/apprendre";
    static final String SEEN = "/appareils/contact/vu";
    static final String ZERO = "/appareils/zero";
    static final String TARE = "/appareils/tare";
    static final String RECOVER = "/appareils/reprendre";

    private final CounterDevices devices;
    private final DeviceChoices choices;
    private final Station station;
    private final Texts texts;
    private final Guide guide = new Guide();
    private final Workbench bench;
    private final DevicesPicture picture;
    private final Trials trials;
    private final SettingUp setting;
    private final DrawerContact contact;
    private final Function<String, Answer> drawerOpening;
    private Optional<String> heard = Optional.empty();

    /// @param drawerOpening records that the drawer opens without a sale, and opens it; takes the token of a form
    /// @param tell          draws every page anew, with a band if there is something to say
    public DevicesPage(
            CounterDevices devices,
            DeviceChoices choices,
            Station station,
            Function<String, Answer> drawerOpening,
            Texts texts,
            Consumer<Optional<BandView>> tell,
            InstantSource clock) {
        this.devices = devices;
        this.choices = choices;
        this.station = station;
        this.texts = texts;
        this.bench = new Workbench(devices, texts, () -> tell.accept(Optional.empty()), clock);
        this.picture = new DevicesPicture(devices, bench, guide, texts, clock);
        this.trials = new Trials(texts, tell);
        this.setting = new SettingUp(devices, choices, guide, bench, trials, texts);
        this.contact = new DrawerContact(devices, guide, texts, setting::chosen);
        this.drawerOpening = drawerOpening;
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> {
            rules.post(TRY, posts.in(this, form -> at(Step.TRIAL, form)))
                    .post(ZERO, posts.in(this, _ -> command(Scale.Command.ZERO, Optional.empty())))
                    .post(
                            TARE,
                            posts.in(
                                    this,
                                    _ -> command(
                                            Scale.Command.TARE,
                                            Optional.of(BandView.ok(Bands.id(), texts.get("device.tared"))))))
                    .post(PAGE, posts.in(this, this::page))
                    .post("/appareils/retour", posts.in(this, _ -> back()))
                    .post(RECOVER, posts.in(this, this::recover))
                    .post(DRAWER, managed(posts, this::drawer))
                    .post(CONTACT, managed(posts, _ -> contact.show()))
                    .post(LEARN, managed(posts, _ -> contact.learn()))
                    .post(SEEN, posts.in(this, _ -> isManager() ? contact.pin() : Optional.empty(), this::seen))
                    .post("/appareils/choisir", managed(posts, form -> at(Step.CHOOSING, form)))
                    .post("/appareils/utiliser", managed(posts, this::use))
                    .post("/appareils/modifier", managed(posts, this::change))
                    .post("/appareils/oublier", managed(posts, this::forget));
            setting.routes(rules, action -> managed(posts, action));
        };
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
            case OVERVIEW, TRIAL, CHOOSING, DRAWER -> guide.step = Step.OVERVIEW;
            case WHERE -> guide.step = Step.CHOOSING;
            case PROTOCOLS, SETUP, PLATE -> setting.back();
        }
        if (guide.step == Step.OVERVIEW || guide.step == Step.CHOOSING) {
            bench.clear();
        }
        return Optional.empty();
    }

    private Optional<BandView> command(Scale.Command command, Optional<BandView> said) {
        return devices.command(command) == Scale.Sent.SENT ? said : Bands.refused(Refusal.COMMAND_NOT_TAKEN);
    }

    private Optional<BandView> use(Form form) {
        Use use = useOf(form);
        Optional<String> id = Optional.of(idOf(form)).filter(each -> !each.isEmpty());
        if (id.isPresent() && known(use, id.get()).isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        return setting.chosen(choices.current().using(use, id), texts.get("device.chosen"));
    }

    private Optional<BandView> forget(Form form) {
        Optional<Known> device = known(useOf(form), idOf(form));
        if (device.isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        return choices.current().inUse().containsValue(device.get().id())
                ? Bands.refused(Refusal.DEVICE_IN_USE)
                : setting.chosen(
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

    private Optional<BandView> change(Form form) {
        guide.use = useOf(form);
        Optional<Known> device = known(guide.use, idOf(form));
        if (device.isEmpty()) {
            return Bands.refused(Refusal.DEVICE_GONE);
        }
        return setting.change(device.get());
    }

    private Optional<BandView> page(Form form) {
        Use use = form.constant("use", Use.class);
        if (use == Use.CARD) {
            return devices.cardTerminal().map(trials::link).orElseGet(() -> Bands.refused(Refusal.NO_CARD_TERMINAL));
        }
        Optional<Outlet> outlet = use == Use.LABELS
                ? devices.labelOutlet()
                : devices.ticketPrinter().map(Outlet::of);
        return outlet.map(each -> trials.page(each)).orElseGet(() -> Bands.refused(Refusal.NO_PRINTER));
    }

    private Optional<BandView> recover(Form form) {
        Use use = form.constant("use", Use.class);
        Thread.ofVirtual().name("helping a printer").start(() -> devices.recover(use));
        return Optional.empty();
    }

    private Optional<BandView> seen(Form form, Optional<PinLevel> pin) {
        return isManager() ? contact.seen(pin) : Bands.refused(Refusal.MANAGER_ONLY);
    }

    private Optional<BandView> drawer(Form form) {
        return devices.drawer().isPresent()
                ? Bands.of(drawerOpening.apply(form.token()))
                : Bands.refused(Refusal.NO_DRAWER);
    }
}
