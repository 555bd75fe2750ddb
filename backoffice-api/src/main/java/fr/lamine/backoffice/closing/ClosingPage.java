package fr.lamine.backoffice.closing;

import fr.lamine.backoffice.accounting.Entries;
import fr.lamine.backoffice.accounting.Entries.Piece;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.till.ClosingKind;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Clôtures: the Z of each till, each of them alone, and the accounting entries they yield.
public final class ClosingPage implements HttpService {

    private static final String PATH = "/clotures";
    private static final String ENTRIES = PATH + "/ecritures";
    private static final int MAX_DAYS = 366;

    private final Screen screen;

    public ClosingPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::show)
                .get(ENTRIES, this::entries)
                .get(ENTRIES + ".csv", this::export)
                .get(PATH + "/{terminal}/{generation}/{seq}", this::one);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        ClosingKind kind = Screen.asked(request, "sorte", ClosingKind::valueOf).orElse(ClosingKind.DAY);
        record Read(Names names, Scope scope, ClosingList list) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, ClosingListDao.read(handle, scope, kind, page));
        });
        screen.show(
                request,
                response,
                "closing/page.jte",
                Map.of(
                        "filter",
                        filter(PATH, read.scope(), read.names(), Map.of("sorte", kind.name())),
                        "names",
                        read.names(),
                        "list",
                        read.list(),
                        "kind",
                        kind,
                        "here",
                        read.scope().at(PATH).with("sorte", kind)));
    }

    private Filter filter(String path, Scope scope, Names names, Map<String, String> kept) {
        return new Filter(path, scope, names, screen.today(scope.site().flatMap(names.catalog()::site)), kept);
    }

    private void one(ServerRequest request, ServerResponse response) {
        FactId id = id(request);
        ClosingView view = screen.read(handle -> view(handle, id));
        screen.show(request, response, "closing/one.jte", Map.of("view", view));
    }

    private static ClosingView view(Handle handle, FactId id) {
        Names names = Names.of(handle);
        Closing closing = EntryDao.find(handle, id)
                .flatMap(StoredEntry::fact)
                .filter(Closing.class::isInstance)
                .map(Closing.class::cast)
                .orElseThrow(ClosingPage::noClosing);
        Optional<Piece> piece = closing.kind() == ClosingKind.DAY
                ? Optional.of(ClosingListDao.piece(handle, id, closing, names))
                : Optional.empty();
        return new ClosingView(
                id,
                closing,
                names,
                OwnSums.over(handle, id, closing),
                ClosingListDao.threshold(handle, closing.context().referenceRevision()),
                piece);
    }

    private void entries(ServerRequest request, ServerResponse response) {
        record Read(Names names, Scope scope, Entries entries) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = bounded(screen.scope(request, names));
            return new Read(names, scope, ClosingListDao.entries(handle, scope, names));
        });
        screen.show(
                request,
                response,
                "closing/entries.jte",
                Map.of(
                        "filter",
                        filter(ENTRIES, read.scope(), read.names(), Map.of()),
                        "entries",
                        read.entries(),
                        "download",
                        read.scope().at(ENTRIES + ".csv")));
    }

    private void export(ServerRequest request, ServerResponse response) {
        record Read(Scope scope, Entries entries) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = bounded(screen.scope(request, names));
            return new Read(scope, ClosingListDao.entries(handle, scope, names));
        });
        String name = "ecritures-" + read.scope().siteCode() + "-"
                + read.scope().period().code() + ".csv";
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .send(read.entries().csv());
    }

    private static Scope bounded(Scope scope) {
        if (scope.period().from().plusDays(MAX_DAYS).isBefore(scope.period().to())) {
            throw BadRequest.malformed("Les écritures se demandent pour un an au plus.");
        }
        return scope;
    }

    private static FactId id(ServerRequest request) {
        var part = request.path().pathParameters();
        try {
            return FactId.parse(part.get("terminal") + "/" + part.get("generation") + "/" + part.get("seq"));
        } catch (IllegalArgumentException e) {
            throw noClosing();
        }
    }

    private static BadRequest noClosing() {
        return BadRequest.notFound("Le bureau n’a pas de clôture sous ce numéro.");
    }
}
