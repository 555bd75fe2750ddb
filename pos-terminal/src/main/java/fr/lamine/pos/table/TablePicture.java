package fr.lamine.pos.table;

import fr.lamine.hardware.emulator.PrintedSheet;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.speech.Pan;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.TableView;
import fr.lamine.pos.web.view.TableView.Codes;
import fr.lamine.pos.web.view.TableView.Display;
import fr.lamine.pos.web.view.TableView.KnobView;
import fr.lamine.pos.web.view.TableView.LabelView;
import fr.lamine.pos.web.view.TableView.LaidView;
import fr.lamine.pos.web.view.TableView.Lamp;
import fr.lamine.pos.web.view.TableView.Light;
import fr.lamine.pos.web.view.TableView.Print;
import fr.lamine.pos.web.view.TableView.ShelfView;
import fr.lamine.pos.web.view.TableView.SlipView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The table as it is shown.
final class TablePicture {

    /// A label as another counter prints it, which this one has never seen.
    private static final String FROM_ELSEWHERE = ItemCode.of(999, 77).digits();

    private static final String TRADE_BOOK = "9782070368228";

    private final Table table;
    private final ReferenceBook book;
    private final Supplier<String> place;
    private final Texts texts;

    TablePicture(Table table, ReferenceBook book, Supplier<String> place, Texts texts) {
        this.table = table;
        this.book = book;
        this.place = place;
        this.texts = texts;
    }

    TableView view() {
        return table.look(
                () -> new TableView(UUID.randomUUID().toString(), place.get(), display(), pan(), codes(), print()));
    }

    private Display display() {
        Pan pan = table.scale().device().display();
        Light light = switch (pan.state()) {
            case STABLE -> Light.STABLE;
            case MOVING -> Light.MOVING;
            case OVERLOAD -> Light.OVERLOAD;
            case UNDER_ZERO -> Light.UNDER_ZERO;
        };
        return new Display(light, pan.kilograms(), pan.net(), pan.grams() == 0 && light == Light.STABLE, wire());
    }

    private String wire() {
        ScaleEmulator device = table.scale().device();
        return device.isPlugged() ? device.lastSaid().map(RawFrame::printable).orElse("") : "";
    }

    private TableView.Pan pan() {
        ScaleSide scale = table.scale();
        return new TableView.Pan(
                scale.device().isPlugged(),
                scale.has(ScaleFault.LIFTED),
                scale.laid().stream()
                        .map(each -> new LaidView(
                                each.id(),
                                texts.word(each.thing()),
                                each.thing().picture(),
                                French.kg(each.mass())))
                        .toList(),
                Stream.of(Thing.values())
                        .filter(Thing::isOnTheShelf)
                        .map(each -> new ShelfView(
                                each.name(), texts.word(each), each.picture(), French.kg(scale.next(each))))
                        .toList(),
                Stream.of(ScaleFault.values())
                        .map(each -> new KnobView(
                                each.name(),
                                texts.word(each),
                                each.icon(),
                                each.isLasting() ? Optional.of(scale.has(each)) : Optional.empty()))
                        .toList(),
                Stream.of(Dialect.values())
                        .map(each -> new ChipView(
                                each.name(),
                                texts.word(each),
                                each.speech().equals(scale.device().speech())))
                        .toList(),
                table.scaleNote());
    }

    private Codes codes() {
        return new Codes(
                table.scanner().isPlugged(),
                table.scanner().labels().stream().map(TablePicture::label).toList(),
                others(),
                table.scannerNote());
    }

    private static LabelView label(ScannerSide.Label label) {
        String shown = ItemCode.isWellFormed(label.code()) ? new ItemCode(label.code()).spaced() : label.code();
        return new LabelView(
                label.sheet().number(),
                label.code(),
                shown,
                address(label.sheet(), true),
                words(label.sheet()),
                label.qr());
    }

    private List<ChoiceView> others() {
        Reference reference = book.current();
        List<ChoiceView> others = new ArrayList<>();
        reference
                .catalog()
                .containers()
                .forEach(each -> others.add(
                        new ChoiceView("C-" + each.code(), each.name(), French.kg(each.tare()), "box", false)));
        reference
                .operators()
                .forEach(each -> others.add(new ChoiceView(
                        "O-" + each.code().code() + "-12345678",
                        each.displayName(),
                        texts.get("table.badge"),
                        "id-badge-2",
                        false)));
        others.add(new ChoiceView(
                FROM_ELSEWHERE, texts.get("table.elsewhere"), texts.get("table.elsewhereIs"), "tag", false));
        others.add(new ChoiceView(TRADE_BOOK, texts.get("table.trade"), texts.get("table.tradeIs"), "book", false));
        return others;
    }

    private Print print() {
        PrinterSide printer = table.printer();
        return new Print(
                !printer.has(PrinterFault.UNPLUGGED),
                lamp(printer),
                printer.hanging()
                        .map(sheet ->
                                new SlipView(address(sheet, !printer.isGrowing()), words(sheet), !printer.isGrowing())),
                printer.isDrawerOpen(),
                Stream.of(PrinterFault.values())
                        .map(each -> new KnobView(
                                each.name(),
                                texts.word(each),
                                each.icon(),
                                each.isLasting() ? Optional.of(printer.has(each)) : Optional.empty()))
                        .toList());
    }

    private static Lamp lamp(PrinterSide printer) {
        if (printer.has(PrinterFault.COVER_OPEN)) {
            return Lamp.COVER_OPEN;
        }
        if (printer.has(PrinterFault.PAPER_OUT)) {
            return Lamp.PAPER_OUT;
        }
        if (printer.hasFailedToCut()) {
            return Lamp.CUTTER;
        }
        return printer.has(PrinterFault.PAPER_LOW) ? Lamp.PAPER_LOW : Lamp.READY;
    }

    /// The picture of a sheet that still grows changes its address with each line.
    private static String address(PrintedSheet sheet, boolean cut) {
        String look = cut ? "" : "?v=" + sheet.picture().getHeight();
        return "/table/papier/" + sheet.number() + ".png" + look;
    }

    private static String words(PrintedSheet sheet) {
        return sheet.text().strip().replaceAll("\\s*\n\\s*", " · ");
    }
}
