package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerState;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.preview.ScaleProbe;
import fr.lamine.hardware.scale.preview.WirePreview;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Serial.Framing;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.Use;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.DevicesPanel;
import fr.lamine.pos.web.view.DevicesPanel.Card;
import fr.lamine.pos.web.view.DevicesPanel.Live;
import fr.lamine.pos.web.view.DevicesPanel.Test;
import fr.lamine.pos.web.view.LiveView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The screen of the devices as it is shown.
final class DevicesPicture {

    private static final List<Serial> LINES = List.of(
            new Serial("-", 9_600, Framing.EIGHT_NONE_ONE),
            new Serial("-", 9_600, Framing.SEVEN_EVEN_ONE),
            new Serial("-", 4_800, Framing.EIGHT_NONE_ONE),
            new Serial("-", 4_800, Framing.SEVEN_EVEN_ONE),
            new Serial("-", 2_400, Framing.SEVEN_EVEN_ONE),
            new Serial("-", 19_200, Framing.EIGHT_NONE_ONE),
            new Serial("-", 115_200, Framing.EIGHT_NONE_ONE));

    private static final List<Serial> PRINTER_LINES = List.of(
            new Serial("-", 9_600, Framing.EIGHT_NONE_ONE),
            new Serial("-", 19_200, Framing.EIGHT_NONE_ONE),
            new Serial("-", 38_400, Framing.EIGHT_NONE_ONE),
            new Serial("-", 115_200, Framing.EIGHT_NONE_ONE));

    private static final String HEARD = "lu";

    private final CounterDevices devices;
    private final Workbench bench;
    private final Guide guide;
    private final Texts texts;
    private final DeviceWords words;
    private final SetupRows choices;
    private final InstantSource clock;

    DevicesPicture(CounterDevices devices, Workbench bench, Guide guide, Texts texts, InstantSource clock) {
        this.devices = devices;
        this.bench = bench;
        this.guide = guide;
        this.texts = texts;
        this.words = new DeviceWords(texts);
        this.choices = new SetupRows(texts);
        this.clock = clock;
    }

    static String icon(Use use) {
        return switch (use) {
            case SCALE -> "scale";
            case SCANNER -> "scan";
            case CARD -> "credit-card";
            case TICKETS -> "printer";
            case LABELS -> "tag";
        };
    }

    DevicesPanel panel(boolean manager, Optional<String> heard) {
        return switch (guide.step) {
            case OVERVIEW -> overview(manager, heard);
            case TRIAL -> trial(heard);
            case CHOOSING -> choosing();
            case WHERE -> where();
            case PROTOCOLS -> protocols();
            case PLATE -> plate();
            case SETUP -> setup();
            case DRAWER -> drawer();
        };
    }

    private DevicesPanel drawer() {
        List<Test> tests = new ArrayList<>();
        if (!guide.learning) {
            tests.add(new Test(DevicesPage.LEARN, texts.get("device.drawerLearn"), "tool"));
        } else if (guide.seenOpen.isEmpty()) {
            tests.add(new Test(DevicesPage.SEEN, texts.get("device.isOpen"), "check"));
        } else {
            tests.add(new Test(DevicesPage.SEEN, texts.get("device.isClosed"), "check"));
        }
        tests.add(new Test(DevicesPage.DRAWER, texts.get("device.drawer"), "cash"));
        String advice = guide.learning
                ? texts.get(guide.seenOpen.isEmpty() ? "device.openIt" : "device.closeIt")
                : texts.get("device.drawerKnown");
        return new DevicesPanel.Trial(
                texts.get("device.hasDrawer"),
                used(Use.TICKETS).map(Known::name).orElse(""),
                "cash",
                drawerLive(),
                advice,
                tests);
    }

    private Live drawerLive() {
        return new Live("etat-tiroir", words.of(devices.drawerState().orElse(DrawerState.UNKNOWN)));
    }

    Map<String, LiveView> live(Optional<String> heard) {
        Map<String, LiveView> live = new LinkedHashMap<>();
        switch (guide.step) {
            case OVERVIEW ->
                Stream.of(Use.values()).map(use -> state(use, heard)).forEach(put(live));
            case TRIAL -> put(live).accept(state(guide.use, heard));
            case PROTOCOLS -> {
                put(live).accept(phase());
                previews().map(DevicesPanel.Preview::live).forEach(put(live));
            }
            case SETUP -> trialScanner().ifPresent(put(live));
            case DRAWER -> put(live).accept(drawerLive());
            case CHOOSING, WHERE, PLATE -> {}
        }
        return live;
    }

    private static Consumer<Live> put(Map<String, LiveView> live) {
        return each -> live.put(each.event(), each.view());
    }

    private DevicesPanel overview(boolean manager, Optional<String> heard) {
        return new DevicesPanel.Overview(
                Stream.of(Use.values()).map(use -> card(use, manager, heard)).toList());
    }

    private Card card(Use use, boolean manager, Optional<String> heard) {
        return new Card(
                use.name(),
                texts.word(use),
                used(use).map(Known::name).orElse(""),
                icon(use),
                state(use, heard),
                tests(use, manager));
    }

    private Optional<Known> used(Use use) {
        DeviceSettings settings = devices.settings();
        return switch (use) {
            case SCALE -> settings.scale().map(Known.class::cast);
            case SCANNER -> settings.scanner().map(Known.class::cast);
            case CARD -> settings.card().map(Known.class::cast);
            case TICKETS -> settings.ticketPrinter().map(Known.class::cast);
            case LABELS ->
                settings.inUse().containsKey(Use.LABELS)
                        ? settings.labelPrinter().map(Known.class::cast)
                        : Optional.empty();
        };
    }

    private List<Test> tests(Use use, boolean manager) {
        return switch (use) {
            case SCALE, SCANNER -> List.of(new Test(DevicesPage.TRY, texts.get("device.try"), icon(use)));
            case CARD ->
                devices.cardTerminal().isPresent()
                        ? List.of(new Test(DevicesPage.PAGE, texts.get("device.try"), "plug-connected"))
                        : List.of();
            case TICKETS, LABELS -> {
                List<Test> tests = new ArrayList<>();
                if (devices.printerState(use)
                        .filter(PrinterState::needsRecovery)
                        .isPresent()) {
                    tests.add(new Test(DevicesPage.RECOVER, texts.get("device.recover"), "check"));
                } else if (devices.printerState(use).isPresent()) {
                    tests.add(new Test(DevicesPage.PAGE, texts.get("device.page"), "receipt"));
                }
                if (manager && use == Use.TICKETS && devices.drawer().isPresent()) {
                    tests.add(new Test(DevicesPage.CONTACT, texts.get("device.drawerShort"), "cash"));
                }
                yield tests;
            }
        };
    }

    private Live state(Use use, Optional<String> heard) {
        LiveView view = switch (use) {
            case SCALE ->
                devices.scale()
                        .map(scale -> words.of(scale.reading().apply(clock.instant())))
                        .orElseGet(words::none);
            case SCANNER -> words.of(devices.scannerState(), heard);
            case CARD -> words.card(devices.cardTerminal().isPresent(), devices.cardTerminalThere());
            case TICKETS ->
                devices.printerState(Use.TICKETS)
                        .map(state -> words.of(state, devices.drawerState()))
                        .orElseGet(words::none);
            case LABELS ->
                used(Use.LABELS).isPresent()
                        ? devices.printerState(Use.LABELS).map(words::of).orElseGet(words::none)
                        : devices.ticketPrinter().isPresent() ? words.likeTickets() : words.none();
        };
        return new Live("etat-" + use, view);
    }

    private DevicesPanel trial(Optional<String> heard) {
        List<Test> tests = new ArrayList<>();
        if (guide.use == Use.SCALE) {
            devices.settings()
                    .scale()
                    .map(scale -> scale.protocol().commands())
                    .ifPresent(commands -> Stream.of(Scale.Command.values())
                            .filter(commands::contains)
                            .map(this::order)
                            .forEach(tests::add));
        }
        return new DevicesPanel.Trial(
                texts.word(guide.use),
                used(guide.use)
                        .map(each -> each.name() + " · " + words.place(each.endpoint()))
                        .orElse(""),
                icon(guide.use),
                state(guide.use, heard),
                guide.use == Use.SCALE ? texts.get("device.tryScale") : texts.get("device.tryScanner"),
                tests);
    }

    private Test order(Scale.Command command) {
        return switch (command) {
            case ZERO -> new Test(DevicesPage.ZERO, texts.get("device.zero"), "arrow-back-up");
            case TARE -> new Test(DevicesPage.TARE, texts.get("device.tare"), "box");
        };
    }

    private DevicesPanel choosing() {
        DeviceSettings settings = devices.settings();
        Optional<String> inUse = Optional.ofNullable(settings.inUse().get(guide.use));
        List<Known> known = settings.known(guide.use);
        return new DevicesPanel.Choosing(
                guide.use.name(),
                texts.word(guide.use),
                icon(guide.use),
                known.stream()
                        .map(each -> new DevicesPanel.KnownView(
                                each.id(),
                                each.name(),
                                words.place(each.endpoint()),
                                inUse.equals(Optional.of(each.id()))))
                        .toList(),
                inUse.isEmpty()
                        ? ""
                        : guide.use == Use.LABELS ? texts.get("device.asTickets") : texts.get("device.without"),
                known.size() >= DeviceSettings.MOST,
                switch (guide.use) {
                    case SCALE -> texts.get("device.addScale");
                    case SCANNER -> texts.get("device.addScanner");
                    case CARD -> texts.get("device.addCard");
                    case TICKETS, LABELS -> texts.get("device.addPrinter");
                });
    }

    private DevicesPanel where() {
        PlaceSearch.Found found = bench.found();
        return new DevicesPanel.Where(
                switch (guide.use) {
                    case SCALE -> texts.get("device.whereScale");
                    case SCANNER -> texts.get("device.whereScanner");
                    case CARD -> texts.get("device.whereCard");
                    case TICKETS, LABELS -> texts.get("device.wherePrinter");
                },
                icon(guide.use),
                found.places().isEmpty()
                        ? texts.get(guide.use == Use.CARD ? "device.cardAddress" : "device.nothingFound")
                        : texts.get("device.found"),
                found.places().stream()
                        .map(each -> new ChoiceView(
                                Addresses.text(each.endpoint()), each.name(), each.detail(), each.icon(), false))
                        .toList(),
                found.notes(),
                switch (guide.use) {
                    case TICKETS, LABELS -> texts.get("device.typedPrinter");
                    case CARD -> texts.get("device.typedCard");
                    case SCALE, SCANNER -> texts.get("device.typedWire");
                },
                guide.draft.typedAddress);
    }

    private DevicesPanel protocols() {
        return new DevicesPanel.Protocols(
                words.place(guide.draft.at()), phase(), lines(), previews().toList());
    }

    private List<ChipView> lines() {
        return guide.draft.line().stream()
                .flatMap(line -> lines(guide.use).stream()
                        .map(each -> new ChipView(
                                code(each),
                                words(each),
                                each.baud() == line.baud() && each.framing() == line.framing())))
                .toList();
    }

    /// How serial lines are set, the usual first.
    static List<Serial> lines(Use use) {
        return use == Use.TICKETS || use == Use.LABELS ? PRINTER_LINES : LINES;
    }

    /// `9600 7E1`; printers all speak 8N1.
    private String words(Serial line) {
        return guide.use == Use.SCALE || guide.use == Use.SCANNER
                ? line.baud() + " " + Addresses.name(line.framing())
                : Integer.toString(line.baud());
    }

    /// `9600/8N1`
    static String code(Serial line) {
        return line.baud() + "/" + Addresses.name(line.framing());
    }

    private Live phase() {
        LiveView view = bench.probed().map(this::phase).orElseGet(() -> LiveView.wait(texts.get("device.opening"), ""));
        return new Live(HEARD, view);
    }

    private LiveView phase(ScaleProbe.Seen seen) {
        String tail =
                seen.tail().length() > 60 ? seen.tail().substring(seen.tail().length() - 60) : seen.tail();
        String heard = seen.bytes() == 0 ? texts.get("device.putSomething") : texts.get("device.tail", tail);
        return switch (seen.phase()) {
            case OPENING -> LiveView.wait(texts.get("device.opening"), "");
            case LISTENING -> LiveView.wait(texts.get("device.listening"), heard);
            case ASKING -> LiveView.wait(texts.get("device.asking"), heard);
            case OVER -> LiveView.away(texts.get("device.over"), texts.get("device.overNote"));
            case UNREACHABLE -> LiveView.away(texts.get("device.away"), texts.get("device.scaleAway"));
        };
    }

    private Stream<DevicesPanel.Preview> previews() {
        Map<ScaleProtocol, WirePreview.Line> lines = new LinkedHashMap<>();
        bench.probed().ifPresent(seen -> seen.lines().forEach(line -> lines.put(line.protocol(), line)));
        return Stream.of(ScaleProtocol.values())
                .filter(protocol -> protocol.line().isPresent())
                .map(protocol -> new DevicesPanel.Preview(
                        protocol.name(),
                        protocol.frenchName(),
                        guide.draft.protocol.equals(Optional.of(protocol)),
                        new Live(HEARD + "-" + protocol, preview(Optional.ofNullable(lines.get(protocol))))));
    }

    private LiveView preview(Optional<WirePreview.Line> line) {
        return line.flatMap(WirePreview.Line::reading)
                .map(words::of)
                .map(view -> new LiveView(view.tone(), view.words(), view.big(), ""))
                .orElseGet(() -> LiveView.away(
                        line.filter(each -> each.unreadable() > 0).isPresent()
                                ? texts.get("device.notItsWords")
                                : texts.get("device.nothingHeard"),
                        ""));
    }

    private DevicesPanel plate() {
        Draft draft = guide.draft;
        return new DevicesPanel.Plate(
                draft.name,
                Stream.of(AccuracyClass.values())
                        .map(each -> new ChipView(
                                each.name(),
                                each == AccuracyClass.NONE ? texts.get("device.noClass") : each.name(),
                                each == draft.accuracyClass))
                        .toList(),
                draft.max,
                draft.min,
                draft.division,
                draft.sticker,
                draft.protocol.map(ScaleProtocol::frenchName).orElse("") + " · " + words.place(draft.at()));
    }

    private DevicesPanel setup() {
        Draft draft = guide.draft;
        boolean scanner = guide.use == Use.SCANNER;
        boolean card = guide.use == Use.CARD;
        List<List<DevicesPanel.Row>> rows = new ArrayList<>();
        if (!card && !lines().isEmpty()) {
            DevicesPanel.Row line = new DevicesPanel.Row(texts.get("device.line"), "line", SettingUp.LINE, lines());
            rows.add(scanner ? List.of(line) : List.of(line, choices.flow(draft)));
        }
        if (guide.use == Use.LABELS) {
            rows.add(List.of(choices.language(draft)));
        }
        if (!scanner && !card) {
            rows.add(draft.labels.map(choices::roll).orElseGet(() -> choices.paper(draft)));
            if (guide.use == Use.TICKETS) {
                rows.add(List.of(choices.drawer(draft)));
            }
        }
        return new DevicesPanel.Setup(
                texts.word(guide.use),
                icon(guide.use),
                words.place(draft.at()),
                texts.get(
                        scanner
                                ? "device.tryScanner"
                                : card
                                        ? "device.tryCard"
                                        : draft.labels.isPresent() ? "device.tryLabels" : "device.tryPrinter"),
                trialScanner(),
                rows,
                scanner
                        ? Optional.empty()
                        : Optional.of(new Test(
                                SettingUp.TRIAL_PAGE,
                                texts.get(card ? "device.link" : "device.page"),
                                card ? "plug-connected" : "receipt")),
                draft.name);
    }

    private Optional<Live> trialScanner() {
        return guide.use == Use.SCANNER && guide.step == Guide.Step.SETUP
                ? Optional.of(new Live(HEARD, words.of(bench.scanner().map(Scanner::state), bench.heard())))
                : Optional.empty();
    }
}
