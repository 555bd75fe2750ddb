package fr.lamine.backoffice.intake;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.catalog.CategoryCode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;

/// Collecte: the weighings of a site and a period.
public final class IntakePage implements HttpService {

    private final Screen screen;

    public IntakePage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/collecte", this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Direction direction = Screen.asked(
                        request,
                        "sens",
                        code -> Direction.parse(code).orElseThrow(() -> new IllegalArgumentException(code)))
                .orElse(Direction.IN);
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        record Read(Names names, Scope scope, WeighInList list) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, WeighInListDao.read(handle, scope, direction, category, page));
        });
        Scope scope = read.scope();
        Filter filter = new Filter(
                "/collecte",
                scope,
                read.names(),
                screen.today(scope.site().flatMap(read.names().catalog()::site)),
                Map.of("sens", direction.code()));
        screen.show(
                request,
                response,
                "intake/page.jte",
                Map.of(
                        "filter", filter,
                        "names", read.names(),
                        "direction", direction,
                        "list", read.list(),
                        "here",
                                scope.at("/collecte")
                                        .with("sens", direction.code())
                                        .with("categorie", category)));
    }
}
