package fr.lamine.backoffice.sheet;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.item.HistoryDao;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Where;
import fr.lamine.backoffice.sheet.SheetDao.Batch;
import fr.lamine.backoffice.sheet.SheetRules.Read;
import fr.lamine.backoffice.sheet.SheetRules.Refused;
import fr.lamine.backoffice.sheet.SheetRules.Understood;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.ItemState;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Planches: labels on A4 as PDF.
public final class SheetPage implements HttpService {

    private static final String PATH = "/planches";
    private static final int LAST = 20;

    private final Screen screen;

    public SheetPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::page)
                .post(PATH + "/codes", this::give)
                .get(PATH + "/codes/{first}.pdf", this::codes)
                .get(PATH + "/prix.pdf", this::tags)
                .get(PATH + "/articles.pdf", this::items);
    }

    private void page(ServerRequest request, ServerResponse response) {
        Optional<Integer> given = Screen.asked(request, "fait", Integer::valueOf);
        show(request, response, "", given);
    }

    private void show(ServerRequest request, ServerResponse response, String refusal, Optional<Integer> given) {
        record Found(Names names, List<Batch> batches) {}
        Found found = screen.read(handle -> new Found(Names.of(handle), SheetDao.last(handle, LAST)));
        screen.show(
                request,
                response,
                "sheet/page.jte",
                Map.of(
                        "names", found.names(),
                        "batches", found.batches(),
                        "token", UUID.randomUUID().toString(),
                        "given", given,
                        "refusal", refusal));
    }

    private void give(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String token = form.first("token").orElse("");
        if (!token.matches("[0-9a-f-]{36}")) {
            throw BadRequest.malformed("Le formulaire n’est pas complet.");
        }
        Read<SheetLayout> layout =
                SheetRules.layout(name -> form.first(name).orElse("").strip());
        Read<Integer> sheets = SheetRules.sheets(form.first("nombre").orElse("").strip());
        if (layout instanceof Refused<SheetLayout>(var sentence)) {
            show(request, response, sentence, Optional.empty());
            return;
        }
        if (sheets instanceof Refused<Integer>(var sentence)) {
            show(request, response, sentence, Optional.empty());
            return;
        }
        Optional<Integer> first = screen.database()
                .inTransaction(handle -> SheetDao.give(
                        handle,
                        token,
                        value(layout),
                        value(sheets),
                        AccessGate.user(request).operator(),
                        screen.now()));
        if (first.isEmpty()) {
            show(request, response, "Il n’y a plus assez de codes au bureau.", Optional.empty());
            return;
        }
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, PATH + "?fait=" + first.get())
                .send();
    }

    private void codes(ServerRequest request, ServerResponse response) {
        String first = request.path().pathParameters().get("first");
        if (!first.matches("[1-9][0-9]{0,6}")) {
            throw gone();
        }
        record Found(Names names, Batch batch) {}
        Found found = screen.read(handle -> new Found(
                Names.of(handle), SheetDao.find(handle, Integer.parseInt(first)).orElseThrow(SheetPage::gone)));
        String house = found.names().catalog().till().company().name();
        List<SheetLabel> labels = found.batch().codes().stream()
                .<SheetLabel>map(code -> new SheetLabel.Blank(code, house))
                .toList();
        pdf(response, "codes-" + first, SheetPdf.of(found.batch().layout(), labels, 0));
    }

    private static BadRequest gone() {
        return BadRequest.notFound("Cette planche n’est pas connue du bureau.");
    }

    private void tags(ServerRequest request, ServerResponse response) {
        Names names = screen.read(Names::of);
        Read<SheetLayout> layout = layout(request);
        Read<Integer> sheets = SheetRules.sheets(asked(request, "nombre"));
        Read<PriceTag> tag = SheetRules.tag(asked(request, "categorie"), asked(request, "prix"), names.catalog());
        Optional<String> no = no(layout).or(() -> no(sheets)).or(() -> no(tag));
        if (no.isPresent()) {
            show(request, response, no.get(), Optional.empty());
            return;
        }
        String category = names.category(value(tag).category());
        List<SheetLabel> labels =
                Collections.nCopies(value(sheets) * value(layout).labels(), new SheetLabel.Tag(value(tag), category));
        pdf(response, "prix", SheetPdf.of(value(layout), labels, 0));
    }

    private void items(ServerRequest request, ServerResponse response) {
        Read<SheetLayout> layout = layout(request);
        Read<List<ItemCode>> codes = SheetRules.codes(
                request.query().first("codes").asOptional().orElse("").strip());
        Optional<String> no = no(layout).or(() -> no(codes));
        Read<Integer> skipped =
                no.isPresent() ? new Refused<>(no.get()) : SheetRules.skipped(asked(request, "debut"), value(layout));
        if (skipped instanceof Refused<Integer>(var sentence)) {
            show(request, response, sentence, Optional.empty());
            return;
        }
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        record Found(Names names, List<ItemState> items) {}
        Found found = screen.read(handle -> {
            Names names = Names.of(handle);
            Where where = new Where(Where.asked(request, names).site(), Optional.of(Area.SHOP));
            return new Found(
                    names,
                    value(codes).isEmpty()
                            ? HistoryDao.newestOnShelf(handle, where.pattern(), category, SheetRules.MAX_ITEMS)
                            : labelled(handle, value(codes)));
        });
        if (found.items().isEmpty()) {
            show(request, response, "Aucun article étiqueté ne correspond.", Optional.empty());
            return;
        }
        List<SheetLabel> labels = found.items().stream()
                .<SheetLabel>map(item -> new SheetLabel.Item(item, found.names().category(item.category())))
                .toList();
        pdf(response, "articles", SheetPdf.of(value(layout), labels, value(skipped)));
    }

    /// In the order asked for; codes that name nothing are left out.
    private static List<ItemState> labelled(org.jdbi.v3.core.Handle handle, List<ItemCode> codes) {
        List<ItemState> items = new ArrayList<>();
        codes.forEach(code -> HistoryDao.labelled(handle, code).ifPresent(items::add));
        return items;
    }

    private static Read<SheetLayout> layout(ServerRequest request) {
        return SheetRules.layout(name -> asked(request, name));
    }

    private static String asked(ServerRequest request, String name) {
        return Screen.asked(request, name).orElse("");
    }

    private static <T> Optional<String> no(Read<T> read) {
        return read instanceof Refused<T>(var sentence) ? Optional.of(sentence) : Optional.empty();
    }

    private static <T> T value(Read<T> read) {
        return switch (read) {
            case Understood<T>(var value) -> value;
            case Refused<T>(var sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private static void pdf(ServerResponse response, String name, byte[] bytes) {
        response.header(HeaderNames.CONTENT_TYPE, "application/pdf")
                .header(HeaderNames.CONTENT_DISPOSITION, "inline; filename=\"planche-" + name + ".pdf\"")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(bytes);
    }
}
