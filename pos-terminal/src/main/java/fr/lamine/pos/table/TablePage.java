package fr.lamine.pos.table;

import fr.lamine.hardware.emulator.PrintedSheet;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.text.French;
import fr.lamine.pos.device.DemoDevices;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Beside;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.TableView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The routes of the table. They are there only where devices are emulated.
public final class TablePage implements Beside.Page {

    public static final String PATH = "/table";

    private static final Mass HEAVIEST_TYPED = Mass.grams(200_000);

    private final Table table;
    private final TablePicture picture;
    private final Pages pages;
    private final Texts texts;

    /// @param place site and station, as people call them
    public TablePage(DemoDevices devices, ReferenceBook book, Supplier<String> place, Texts texts) {
        this.table = new Table(devices);
        this.picture = new TablePicture(table, book, place, texts);
        this.pages = new Pages(texts);
        this.texts = texts;
    }

    public HttpService routes(Posts posts) {
        Beside beside = posts.beside();
        return (HttpRules rules) -> rules.get(PATH, beside.page(this))
                .get(PATH + "/flux", beside.live(this))
                .get(PATH + "/papier/{sheet}.png", (Handler) this::sheet)
                .post(PATH + "/poser", does(beside, this::put))
                .post(PATH + "/peser", does(beside, this::putTyped))
                .post(PATH + "/retirer", does(beside, form -> table.scale().take(form.number("id"))))
                .post(PATH + "/vider", does(beside, _ -> table.scale().clear()))
                .post(PATH + "/zero", does(beside, _ -> table.scale().device().pressZero()))
                .post(PATH + "/tare", does(beside, _ -> table.scale().device().pressTare()))
                .post(
                        PATH + "/langue",
                        does(
                                beside,
                                form -> table.scale()
                                        .device()
                                        .speak(form.constant("speech", Dialect.class)
                                                .speech())))
                .post(PATH + "/balance/panne", does(beside, form -> scaleFault(form, true)))
                .post(PATH + "/balance/bien", does(beside, form -> scaleFault(form, false)))
                .post(PATH + "/scanner", does(beside, form -> scan(form.text("code", 400))))
                .post(
                        PATH + "/taper",
                        does(beside, form -> scan(form.text("typed", 400).strip())))
                .post(PATH + "/rafale", does(beside, _ -> burst()))
                .post(PATH + "/lecteur/panne", does(beside, _ -> table.scanner().plug(false)))
                .post(PATH + "/lecteur/bien", does(beside, _ -> table.scanner().plug(true)))
                .post(PATH + "/imprimante/panne", does(beside, form -> printerFault(form, true)))
                .post(PATH + "/imprimante/bien", does(beside, form -> printerFault(form, false)))
                .post(PATH + "/detacher", does(beside, _ -> table.printer().tear()))
                .post(PATH + "/tiroir", does(beside, _ -> table.printer().closeDrawer()));
    }

    private Handler does(Beside beside, Consumer<Form> action) {
        return beside.form(this, form -> table.hand(form.token(), () -> action.accept(form)));
    }

    @Override
    public String address() {
        return PATH;
    }

    @Override
    public String whole() {
        return pages.table(picture.view());
    }

    @Override
    public String inside() {
        return pages.tableInside(picture.view());
    }

    @Override
    public Map<String, String> parts() {
        TableView view = picture.view();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("display", pages.display(view.display()));
        parts.put("pan", pages.pan(view.pan()));
        parts.put("codes", pages.codes(view.codes()));
        parts.put("print", pages.print(view.print()));
        return parts;
    }

    private void put(Form form) {
        Thing thing = form.constant("thing", Thing.class);
        if (!thing.isOnTheShelf()) {
            throw BadRequest.malformed("not on the shelf");
        }
        if (!table.scale().put(thing)) {
            table.ofTheScale(texts.get("table.full"));
        }
    }

    private void putTyped(Form form) {
        Optional<Mass> mass = French.parseKilos(form.text("kilos", 20))
                .filter(Mass::isPositive)
                .filter(typed -> typed.compareTo(HEAVIEST_TYPED) <= 0);
        if (mass.isEmpty()) {
            table.ofTheScale(texts.get("table.badWeight"));
        } else if (!table.scale().putTyped(mass.get())) {
            table.ofTheScale(texts.get("table.full"));
        }
    }

    private void scaleFault(Form form, boolean on) {
        ScaleFault fault = form.constant("fault", ScaleFault.class);
        if (on || fault.isLasting()) {
            table.scale().set(fault, on);
        }
    }

    private void printerFault(Form form, boolean on) {
        PrinterFault fault = form.constant("fault", PrinterFault.class);
        if (on || fault.isLasting()) {
            table.printer().set(fault, on);
        }
    }

    private void scan(String code) {
        if (code.isBlank() || code.chars().anyMatch(Character::isISOControl)) {
            table.ofTheScanner(texts.get("table.noCode"));
        } else if (!table.scanner().scan(code)) {
            table.ofTheScanner(texts.get("table.scannerOff"));
        }
    }

    private void burst() {
        if (table.scanner().labels().isEmpty()) {
            table.ofTheScanner(texts.get("table.noLabels"));
        } else if (!table.scanner().burst()) {
            table.ofTheScanner(texts.get("table.scannerOff"));
        }
    }

    private void sheet(ServerRequest request, ServerResponse response) {
        String number = request.path().pathParameters().get("sheet");
        Optional<PrintedSheet> sheet = number.matches("[1-9][0-9]{0,6}")
                ? table.look(() -> table.printer().sheet(Integer.parseInt(number)))
                : Optional.empty();
        if (sheet.isEmpty()) {
            throw BadRequest.notFound(request.path().path());
        }
        response.header(HeaderNames.CONTENT_TYPE, "image/png")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(Paper.png(sheet.get().picture()));
    }
}
