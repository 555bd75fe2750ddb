package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.LabelSize;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.scanner.ScannerProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.model.fact.JournalKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The devices that a counter knows, and which of them it works with.
///
/// @param inUse for each use the id of its device; a use without one is done without, but labels, which the ticket
///              printer then prints
public record DeviceSettings(
        List<ScaleSettings> scales,
        List<ScannerSettings> scanners,
        List<PrinterSettings> printers,
        List<CardSettings> cards,
        Map<Use, String> inUse) {

    /// Of one kind.
    public static final int MOST = 5;

    public static final DeviceSettings NONE = new DeviceSettings(List.of(), List.of(), List.of(), List.of(), Map.of());

    /// What a station needs a device for.
    public enum Use {
        SCALE,
        SCANNER,
        /// Card payments.
        CARD,
        TICKETS,
        LABELS
    }

    public sealed interface Known {

        /// Given once, never changed, and in every weighing of a scale.
        String id();

        String name();

        Endpoint endpoint();

        boolean emulated();
    }

    public record ScaleSettings(ScaleIdentity identity, ScaleProtocol protocol, Endpoint endpoint) implements Known {
        @Override
        public String id() {
            return identity.id();
        }

        @Override
        public String name() {
            return identity.name();
        }

        @Override
        public boolean emulated() {
            return identity.emulated();
        }
    }

    public record ScannerSettings(String id, String name, Endpoint endpoint, boolean emulated) implements Known {
        public ScannerSettings {
            DeviceNames.check(id, name);
        }

        /// Told by where it is: reports come from HID devices, lines over all else.
        public ScannerProtocol protocol() {
            return protocol(endpoint);
        }

        static ScannerProtocol protocol(Endpoint endpoint) {
            return Addresses.bringsReports(endpoint) ? ScannerProtocol.HID_POS : ScannerProtocol.LINES;
        }
    }

    /// The labels of a printer that prints nothing else.
    public record Roll(LabelLanguage language, LabelSize size) {

        /// Sizes that the page offers; a configuration file may name any other.
        static final List<LabelSize> FORMATS = List.of(
                LabelSize.of(50, 30, Resolution.DPI203),
                LabelSize.of(57, 32, Resolution.DPI203),
                LabelSize.of(60, 40, Resolution.DPI203),
                LabelSize.of(100, 50, Resolution.DPI203));

        /// `57x32`
        static String code(LabelSize size) {
            return size.widthMm() + "x" + size.heightMm();
        }

        static String words(LabelSize size) {
            return size.widthMm() + "\u202f×\u202f" + size.heightMm() + "\u202fmm";
        }

        static Roll first(LabelLanguage language) {
            return new Roll(language, FORMATS.get(1));
        }

        Roll sized(LabelSize wanted) {
            return new Roll(
                    language, new LabelSize(wanted.widthMm(), wanted.heightMm(), size.gapMm(), size.resolution()));
        }

        Roll as(Resolution resolution) {
            return new Roll(language, new LabelSize(size.widthMm(), size.heightMm(), size.gapMm(), resolution));
        }
    }

    /// @param drawer the switch of the cash drawer that hangs on it; empty without a drawer
    /// @param labels of a label printer; it prints no tickets
    public record PrinterSettings(
            String id,
            String name,
            Endpoint endpoint,
            PaperWidth paper,
            CodePage page,
            Optional<DrawerSwitch> drawer,
            Optional<Roll> labels,
            boolean emulated)
            implements Known {
        public PrinterSettings {
            DeviceNames.check(id, name);
        }

        PrinterSettings switchedBy(DrawerSwitch wiring) {
            return new PrinterSettings(id, name, endpoint, paper, page, Optional.of(wiring), labels, emulated);
        }

        /// A printer of tickets.
        public PrinterSettings(
                String id,
                String name,
                Endpoint endpoint,
                PaperWidth paper,
                CodePage page,
                Optional<DrawerSwitch> drawer,
                boolean emulated) {
            this(id, name, endpoint, paper, page, drawer, Optional.empty(), emulated);
        }
    }

    /// A card terminal on the network that speaks Caisse-AP.
    public record CardSettings(String id, String name, Endpoint endpoint, boolean emulated) implements Known {
        public CardSettings {
            DeviceNames.check(id, name);
        }
    }

    public DeviceSettings {
        scales = List.copyOf(scales);
        scanners = List.copyOf(scanners);
        printers = List.copyOf(printers);
        cards = List.copyOf(cards);
        inUse = Map.copyOf(inUse);
        for (List<? extends Known> kind : List.of(scales, scanners, printers, cards)) {
            if (kind.size() > MOST
                    || kind.stream().map(Known::id).distinct().count() < kind.size()
                    || kind.stream().map(Known::name).distinct().count() < kind.size()) {
                throw new IllegalArgumentException("too many devices, or two alike: " + kind);
            }
        }
        for (Map.Entry<Use, String> use : inUse.entrySet()) {
            if (of(use.getKey(), scales, scanners, printers, cards)
                    .noneMatch(known -> known.id().equals(use.getValue()))) {
                throw new IllegalArgumentException("not a device of this counter: " + use);
            }
        }
    }

    /// One device of each kind at most, all in use; labels come out of the ticket printer.
    public static DeviceSettings of(
            Optional<ScaleSettings> scale, Optional<ScannerSettings> scanner, Optional<PrinterSettings> printer) {
        return of(scale, scanner, printer, Optional.empty());
    }

    /// One device for each use at most.
    public static DeviceSettings of(
            Optional<ScaleSettings> scale,
            Optional<ScannerSettings> scanner,
            Optional<PrinterSettings> printer,
            Optional<PrinterSettings> labels) {
        Map<Use, String> inUse = new EnumMap<>(Use.class);
        scale.ifPresent(known -> inUse.put(Use.SCALE, known.id()));
        scanner.ifPresent(known -> inUse.put(Use.SCANNER, known.id()));
        printer.ifPresent(known -> inUse.put(Use.TICKETS, known.id()));
        labels.ifPresent(known -> inUse.put(Use.LABELS, known.id()));
        return new DeviceSettings(
                scale.stream().toList(),
                scanner.stream().toList(),
                Stream.concat(printer.stream(), labels.stream()).toList(),
                List.of(),
                inUse);
    }

    /// With this card terminal in use, if there is one.
    DeviceSettings taking(Optional<CardSettings> card) {
        return card.map(each -> with(each).using(Use.CARD, Optional.of(each.id())))
                .orElse(this);
    }

    private static Stream<? extends Known> of(
            Use use,
            List<ScaleSettings> scales,
            List<ScannerSettings> scanners,
            List<PrinterSettings> printers,
            List<CardSettings> cards) {
        return switch (use) {
            case SCALE -> scales.stream();
            case SCANNER -> scanners.stream();
            case CARD -> cards.stream();
            case TICKETS -> printers.stream().filter(each -> each.labels().isEmpty());
            case LABELS -> printers.stream();
        };
    }

    /// All that could serve for it.
    public List<Known> known(Use use) {
        return of(use, scales, scanners, printers, cards).map(Known.class::cast).toList();
    }

    public List<Known> all() {
        return Stream.of(scales, scanners, printers, cards)
                .flatMap(List::stream)
                .map(Known.class::cast)
                .toList();
    }

    /// The devices in use.
    public Stream<Known> used() {
        return Stream.of(scale(), scanner(), card(), ticketPrinter(), labelPrinter())
                .flatMap(Optional::stream)
                .map(Known.class::cast)
                .distinct();
    }

    public Optional<ScaleSettings> scale() {
        return used(scales, Use.SCALE);
    }

    public Optional<ScannerSettings> scanner() {
        return used(scanners, Use.SCANNER);
    }

    public Optional<PrinterSettings> ticketPrinter() {
        return used(printers, Use.TICKETS);
    }

    public Optional<PrinterSettings> labelPrinter() {
        return used(printers, Use.LABELS).or(this::ticketPrinter);
    }

    public Optional<CardSettings> card() {
        return used(cards, Use.CARD);
    }

    private <D extends Known> Optional<D> used(List<D> known, Use use) {
        return known.stream().filter(each -> each.id().equals(inUse.get(use))).findFirst();
    }

    /// With this device, which takes the place of the one with its id.
    public DeviceSettings with(Known device) {
        return switch (device) {
            case ScaleSettings scale -> new DeviceSettings(put(scales, scale), scanners, printers, cards, inUse);
            case ScannerSettings scanner -> new DeviceSettings(scales, put(scanners, scanner), printers, cards, inUse);
            case PrinterSettings printer -> new DeviceSettings(scales, scanners, put(printers, printer), cards, inUse);
            case CardSettings card -> new DeviceSettings(scales, scanners, printers, put(cards, card), inUse);
        };
    }

    private static <D extends Known> List<D> put(List<D> known, D device) {
        List<D> all = new ArrayList<>(known);
        all.replaceAll(each -> each.id().equals(device.id()) ? device : each);
        if (!all.contains(device)) {
            all.add(device);
        }
        return all;
    }

    /// Without this device, and without its uses.
    public DeviceSettings without(Known device) {
        Map<Use, String> rest = new EnumMap<>(Use.class);
        inUse.forEach((use, id) -> {
            if (!(known(use).contains(device) && id.equals(device.id()))) {
                rest.put(use, id);
            }
        });
        return new DeviceSettings(
                scales.stream().filter(each -> !each.equals(device)).toList(),
                scanners.stream().filter(each -> !each.equals(device)).toList(),
                printers.stream().filter(each -> !each.equals(device)).toList(),
                cards.stream().filter(each -> !each.equals(device)).toList(),
                rest);
    }

    /// @param id empty to do without
    public DeviceSettings using(Use use, Optional<String> id) {
        Map<Use, String> changed = new EnumMap<>(Use.class);
        changed.putAll(inUse);
        changed.remove(use);
        id.ifPresent(each -> changed.put(use, each));
        return new DeviceSettings(scales, scanners, printers, cards, changed);
    }

    public boolean hasEmulated() {
        return all().stream().anyMatch(Known::emulated);
    }

    /// Why the counter must not work with these devices, in French; empty when it may.
    public Optional<String> refusal(JournalKind kind) {
        return switch (kind) {
            case REAL ->
                hasEmulated()
                        ? Optional.of("Un appareil simulé ne peut pas servir à la vraie caisse."
                                + " Retirez-le de la configuration, ou utilisez un poste de formation.")
                        : Optional.empty();
            case TRAINING, DEMO -> Optional.empty();
        };
    }
}
