package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.closing.ClosingListDao;
import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.till.ClosingKind;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ventes: the tickets of a site and a period, and each ticket.
public final class SalePage implements HttpService {

    private final Screen screen;

    public SalePage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/ventes", this::show)
                .get("/ventes/retraits", this::pickUps)
                .get("/ventes/{terminal}/{generation}/{seq}", this::ticket);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<Tender> tender = Screen.asked(request, "paiement", Tender::valueOf);
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        record Read(Names names, Scope scope, TicketList list, ClosingListDao.Sum closed) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(
                    names,
                    scope,
                    TicketDao.read(handle, scope, tender, category, page),
                    ClosingListDao.sum(handle, scope, ClosingKind.DAY));
        });
        Scope scope = read.scope();
        Map<String, String> kept = new HashMap<>();
        tender.ifPresent(t -> kept.put("paiement", t.name()));
        category.ifPresent(c -> kept.put("categorie", c.code()));
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "filter",
                new Filter(
                        "/ventes",
                        scope,
                        read.names(),
                        screen.today(scope.site().flatMap(read.names().catalog()::site)),
                        kept),
                "names",
                read.names(),
                "list",
                read.list(),
                "tender",
                tender,
                "category",
                category,
                "closed",
                read.closed(),
                "here",
                scope.at("/ventes").with("paiement", tender).with("categorie", category)));
        screen.show(request, response, "sale/page.jte", parameters);
    }

    /// What waits to be collected, whenever it was paid.
    private void pickUps(ServerRequest request, ServerResponse response) {
        record Read(Names names, Scope scope, List<PickUpRow> waiting) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, PickUpDao.waiting(handle, scope.site()));
        });
        screen.show(request, response, "sale/pickups.jte", Map.of("names", read.names(), "waiting", read.waiting()));
    }

    private void ticket(ServerRequest request, ServerResponse response) {
        FactId id = id(request);
        record Read(Names names, StoredEntry entry) {}
        Read read = screen.read(
                handle -> new Read(Names.of(handle), EntryDao.find(handle, id).orElseThrow(SalePage::noTicket)));
        Sale sale = read.entry()
                .fact()
                .filter(Sale.class::isInstance)
                .map(Sale.class::cast)
                .orElseThrow(SalePage::noTicket);
        screen.show(request, response, "sale/ticket.jte", Map.of("id", id, "sale", sale, "names", read.names()));
    }

    private static FactId id(ServerRequest request) {
        var part = request.path().pathParameters();
        try {
            return FactId.parse(part.get("terminal") + "/" + part.get("generation") + "/" + part.get("seq"));
        } catch (IllegalArgumentException e) {
            throw noTicket();
        }
    }

    private static BadRequest noTicket() {
        return BadRequest.notFound("Le bureau n’a pas de ticket sous ce numéro.");
    }
}
