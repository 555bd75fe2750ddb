package fr.lamine.backoffice.stock;

import static fr.lamine.backoffice.platform.Texts.t;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Where;
import fr.lamine.model.catalog.CategoryCode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stock: kilos and labelled pieces of each site by category and area, down to things and movements.
public final class StockPage implements HttpService {

    private final Screen screen;

    public StockPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/stock", this::show)
                .get("/stock/mouvements", this::movements)
                .get("/api/v1/stock", this::api);
    }

    private void show(ServerRequest request, ServerResponse response) {
        StockView view = screen.read(handle -> {
            Names names = Names.of(handle);
            Where where = Where.asked(request, names);
            return StockView.of(names, where.site(), StockDao.balances(handle, where.pattern()));
        });
        screen.show(request, response, "stock/page.jte", Map.of("view", view));
    }

    private void movements(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        record Read(Names names, Where where, MovementList list) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Where where = Where.asked(request, names);
            return new Read(names, where, StockDao.movements(handle, where.pattern(), category, page));
        });
        screen.show(
                request,
                response,
                "stock/movements.jte",
                Map.of(
                        "title", read.where().title(t("movements"), read.names(), category),
                        "names", read.names(),
                        "list", read.list(),
                        "back", Address.to("/stock").with("site", read.where().code()),
                        "here", read.where().at("/stock/mouvements").with("categorie", category)));
    }

    private record Shelf(String site, String area, String category, long grams, long pieces) {}

    private void api(ServerRequest request, ServerResponse response) {
        List<Shelf> shelves = screen.read(handle -> {
            Names names = Names.of(handle);
            return StockDao.balances(handle, Where.asked(request, names).pattern()).stream()
                    .map(b -> new Shelf(
                            b.place().site().code(),
                            b.place().area().name(),
                            b.category().code(),
                            b.mass().grams(),
                            b.pieces()))
                    .toList();
        });
        Screen.json(response, Map.of("shelves", shelves));
    }
}
