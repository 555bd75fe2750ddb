package fr.lamine.backoffice.reconciliation;

import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.platform.Csv;
import fr.lamine.backoffice.sale.MoneyDao;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.stock.MovementList;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.text.French;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rapprochement: every kilo and every euro of a site and a period, and what each figure is made of.
public final class ReconciliationPage implements HttpService {

    private static final int CATEGORIES_SHOWN = 7;

    private final Screen screen;

    public ReconciliationPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/rapprochement", this::show)
                .get("/rapprochement.csv", this::export)
                .get("/rapprochement/lignes", this::lines)
                .get("/api/v1/reconciliation", this::api);
    }

    private void show(ServerRequest request, ServerResponse response) {
        ReconciliationView view = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            Reconciliation mass = ReconciliationDao.read(handle, scope, names);
            return new ReconciliationView(
                    scope,
                    names,
                    new Filter("/rapprochement", scope, names, today(names, scope)),
                    mass,
                    MoneyDao.read(handle, scope),
                    Sankey.layout(Sankey.grouped(mass.bands(), CATEGORIES_SHOWN, t("sankey.others"))),
                    InboxDao.open(handle, scope.site()));
        });
        screen.show(request, response, "reconciliation/page.jte", Map.of("view", view));
    }

    private java.time.LocalDate today(Names names, Scope scope) {
        return screen.today(scope.site().flatMap(names.catalog()::site));
    }

    private void lines(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Figure figure = Screen.asked(
                        request,
                        "colonne",
                        code -> Figure.parse(code).orElseThrow(() -> new IllegalArgumentException(code)))
                .orElse(Figure.IN);
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        Optional<MassProvenance.Kind> provenance = Screen.asked(request, "origine", MassProvenance.Kind::valueOf);
        record Read(Names names, Scope scope, MovementList list) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, LinesDao.read(handle, scope, figure, category, provenance, page));
        });
        Address here = read.scope()
                .at("/rapprochement/lignes")
                .with("colonne", figure.code())
                .with("categorie", category)
                .with("origine", provenance);
        screen.show(
                request,
                response,
                "reconciliation/lines.jte",
                Map.of(
                        "title", title(figure, category, provenance, read.names()),
                        "scope", read.scope(),
                        "names", read.names(),
                        "list", read.list(),
                        "here", here));
    }

    private static String title(
            Figure figure, Optional<CategoryCode> category, Optional<MassProvenance.Kind> provenance, Names names) {
        return word(figure)
                + category.map(c -> " · " + names.category(c)).orElse("")
                + provenance.map(p -> " · " + word(p)).orElse("");
    }

    private void export(ServerRequest request, ServerResponse response) {
        record Read(Names names, Scope scope, Reconciliation mass) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, ReconciliationDao.read(handle, scope, names));
        });
        String name = "rapprochement-" + read.scope().siteCode().toLowerCase(java.util.Locale.ROOT) + "-"
                + read.scope().period().code() + ".csv";
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .send(Csv.of(table(read.mass(), read.scope(), read.names())));
    }

    private static List<List<String>> table(Reconciliation mass, Scope scope, Names names) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(
                t("rec.category"), t("rec.stock-at", French.day(scope.period().dayBefore())) + " (kg)"));
        for (Flow flow : Flow.values()) {
            head.add(word(Figure.of(flow)) + " (kg)");
        }
        head.add(t("rec.stock-at", French.day(scope.period().to())) + " (kg)");
        head.add(word(Figure.GAP) + " (kg)");
        rows.add(head);
        for (CategoryLine line : mass.lines()) {
            List<String> row = new ArrayList<>(List.of(names.category(line.category()), plain(line.start())));
            for (Flow flow : Flow.values()) {
                row.add(plain(line.flow(flow)));
            }
            row.add(plain(line.end()));
            row.add(plain(line.gap()));
            rows.add(row);
        }
        return rows;
    }

    /// A number that a spreadsheet reads: decimal comma, ordinary minus, nothing between thousands.
    private static String plain(Mass mass) {
        return French.kilos(mass).replace(String.valueOf(French.NARROW), "").replace('−', '-');
    }

    /// @param from business day, as `2026-11-01`
    private record Answer(
            String site, String from, String to, List<Line> categories, List<Paid> tenders, long lineCents) {}

    private record Line(String category, long startGrams, Map<String, Long> flowGrams, long endGrams, long gapGrams) {}

    private record Paid(String tender, long cents, long sales) {}

    private void api(ServerRequest request, ServerResponse response) {
        Answer answer = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            var takings = MoneyDao.read(handle, scope);
            return new Answer(
                    scope.siteCode(),
                    scope.period().from().toString(),
                    scope.period().to().toString(),
                    ReconciliationDao.read(handle, scope, names).lines().stream()
                            .map(ReconciliationPage::line)
                            .toList(),
                    takings.paid().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> new Paid(
                                    e.getKey().name(),
                                    e.getValue().money().cents(),
                                    e.getValue().sales()))
                            .toList(),
                    takings.lines().cents());
        });
        Screen.json(response, answer);
    }

    private static Line line(CategoryLine line) {
        Map<String, Long> flows = new java.util.TreeMap<>();
        for (Flow flow : Flow.values()) {
            flows.put(flow.name(), line.flow(flow).grams());
        }
        return new Line(
                line.category().code(),
                line.start().grams(),
                flows,
                line.end().grams(),
                line.gap().grams());
    }
}
