package fr.lamine.pos.device;

import fr.lamine.hardware.cardterminal.CaisseAp;
import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.LabelSize;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Serial.Flow;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.device.Guide.Step;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets a device up, new or known: where it is, what it speaks, how it is made, its name. Saved only at the end.
final class SettingUp {

    static final String TRIAL_PAGE = "/appareils/essai";
    static final String LINE = "/appareils/ligne";
    static final String FLOW = "/appareils/controle-de-flux";
    static final String PAPER = "/appareils/papier";
    static final String CODES = "/appareils/accents";
    static final String WITH_DRAWER = "/appareils/avec-tiroir";
    static final String LANGUAGE = "/appareils/langue";
    static final String FORMAT = "/appareils/format";
    static final String RESOLUTION = "/appareils/finesse";

    private final CounterDevices devices;
    private final DeviceChoices choices;
    private final List<Known> first;
    private final Guide guide;
    private final Workbench bench;
    private final Trials trials;
    private final Texts texts;

    SettingUp(CounterDevices devices, DeviceChoices choices, Guide guide, Workbench bench, Trials trials, Texts texts) {
        this.devices = devices;
        this.choices = choices;
        this.first = choices.current().all();
        this.guide = guide;
        this.bench = bench;
        this.trials = trials;
        this.texts = texts;
    }

    /// @param managed lets only managers in
    void routes(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> managed) {
        rules.post("/appareils/ajouter", managed.apply(_ -> add()))
                .post("/appareils/ici", managed.apply(this::here))
                .post("/appareils/adresse", managed.apply(this::typed))
                .post(LINE, managed.apply(this::line))
                .post(FLOW, managed.apply(this::flow))
                .post("/appareils/protocole", managed.apply(this::protocol))
                .post("/appareils/classe", managed.apply(this::accuracyClass))
                .post("/appareils/plaque", managed.apply(this::plate))
                .post(PAPER, managed.apply(this::paper))
                .post(CODES, managed.apply(this::codePage))
                .post(WITH_DRAWER, managed.apply(this::withDrawer))
                .post(LANGUAGE, managed.apply(this::language))
                .post(FORMAT, managed.apply(this::format))
                .post(RESOLUTION, managed.apply(this::resolution))
                .post(TRIAL_PAGE, managed.apply(this::trialPage))
                .post("/appareils/enregistrer", managed.apply(this::save));
    }

    /// One step, from where a device is set up.
    void back() {
        if (isAt(Step.PLATE) && !Addresses.bringsReports(guide.draft.at())) {
            probe();
        } else if (guide.draft.id.isPresent()) {
            guide.step = Step.CHOOSING;
        } else {
            look();
        }
    }

    Optional<BandView> change(Known device) {
        guide.draft = Draft.of(device);
        setUp();
        return Optional.empty();
    }

    /// Works with these from now on.
    Optional<BandView> chosen(DeviceSettings next, String said) {
        Optional<String> refusal = choices.choose(next);
        if (refusal.isPresent()) {
            return Bands.of(Refusal.DEVICE_EMULATED.with(refusal.get()));
        }
        bench.clear();
        devices.change(next);
        return Optional.of(BandView.ok(Bands.id(), said));
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
            case CardSettings _ -> use == Use.CARD;
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
                if (Addresses.bringsReports(place)) {
                    guide.draft.protocol = Optional.of(ScaleProtocol.USB_HID);
                    guide.step = Step.PLATE;
                    bench.clear();
                } else {
                    probe();
                }
            }
            case SCANNER -> {
                guide.step = Step.SETUP;
                bench.listen(place);
            }
            case CARD, TICKETS, LABELS -> {
                guide.step = Step.SETUP;
                bench.take(place);
            }
        }
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
        Serial line = guide.draft.line().get();
        guide.draft.place = Optional.of(new Serial(line.port(), wanted.baud(), wanted.framing(), line.flow()));
        setUp();
        return Optional.empty();
    }

    private Optional<BandView> flow(Form form) {
        keepName(form);
        Flow flow = form.constant("flow", Flow.class);
        if (isAt(Step.SETUP) && guide.use != Use.SCANNER && guide.draft.line().isPresent()) {
            Serial line = guide.draft.line().get();
            guide.draft.place = Optional.of(new Serial(line.port(), line.baud(), line.framing(), flow));
            setUp();
        }
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
                switch (guide.use) {
                    case SCALE -> throw new IllegalStateException("a scale is saved with its plate");
                    case SCANNER -> new ScannerSettings(id, draft.name, draft.at(), draft.emulated);
                    case CARD -> new CardSettings(id, draft.name, draft.at(), draft.emulated);
                    case TICKETS, LABELS ->
                        new PrinterSettings(
                                id,
                                draft.name,
                                draft.at(),
                                draft.paper,
                                draft.page,
                                draft.drawer,
                                draft.labels,
                                draft.emulated);
                }));
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
        guide.draft.drawer = form.text("drawer", 5).equals("true")
                ? guide.draft.drawer.or(() -> Optional.of(DrawerSwitch.NONE))
                : Optional.empty();
        return Optional.empty();
    }

    private Optional<BandView> language(Form form) {
        keepName(form);
        LabelLanguage language = form.constant("language", LabelLanguage.class);
        guide.draft.labels = language == LabelLanguage.ESC_POS
                ? Optional.empty()
                : Optional.of(guide.draft
                        .labels
                        .map(roll -> new DeviceSettings.Roll(language, roll.size()))
                        .orElseGet(() -> DeviceSettings.Roll.first(language)));
        return Optional.empty();
    }

    private Optional<BandView> format(Form form) {
        keepName(form);
        String code = form.text("format", 10);
        LabelSize wanted = DeviceSettings.Roll.FORMATS.stream()
                .filter(each -> DeviceSettings.Roll.code(each).equals(code))
                .findFirst()
                .orElseThrow(() -> BadRequest.malformed("not a size of labels"));
        guide.draft.labels = guide.draft.labels.map(roll -> roll.sized(wanted));
        return Optional.empty();
    }

    private Optional<BandView> resolution(Form form) {
        keepName(form);
        Resolution wanted = form.constant("resolution", Resolution.class);
        guide.draft.labels = guide.draft.labels.map(roll -> roll.as(wanted));
        return Optional.empty();
    }

    private Optional<BandView> trialPage(Form form) {
        keepName(form);
        if (!isAt(Step.SETUP) || guide.use == Use.SCANNER) {
            return Optional.empty();
        }
        Draft draft = guide.draft;
        if (guide.use == Use.CARD) {
            return trials.link(new CaisseAp(draft.at(), "01"));
        }
        PrinterSettings tried = new PrinterSettings(
                "ESSAI",
                draft.name.isEmpty() ? texts.word(guide.use) : draft.name,
                draft.at(),
                draft.paper,
                draft.page,
                draft.drawer,
                draft.labels,
                draft.emulated);
        return trials.page(CounterDevices.outlet(tried, devices.wires().trial().tap(draft.at())));
    }
}
