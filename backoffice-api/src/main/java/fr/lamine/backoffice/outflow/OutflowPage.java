package fr.lamine.backoffice.outflow;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sorties: what left a site in a period, by way and by who took it.
public final class OutflowPage implements HttpService {

    private static final String PATH = "/sorties";

    private final Screen screen;

    public OutflowPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Way way = Screen.asked(
                        request,
                        "devenir",
                        code -> Way.parse(code).orElseThrow(() -> new IllegalArgumentException(code)))
                .orElse(Way.ALL);
        Optional<String> counterpart = Screen.asked(request, "repreneur", OutflowPage::code);
        record Read(Names names, Scope scope, OutflowList list) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Scope scope = screen.scope(request, names);
            return new Read(names, scope, OutflowDao.read(handle, scope, way, counterpart, page));
        });
        Scope scope = read.scope();
        Map<String, String> kept = new HashMap<>(Map.of("devenir", way.code()));
        counterpart.ifPresent(code -> kept.put("repreneur", code));
        Filter filter = new Filter(
                PATH,
                scope,
                read.names(),
                screen.today(scope.site().flatMap(read.names().catalog()::site)),
                kept);
        Address here = scope.at(PATH).with("devenir", way.code());
        screen.show(
                request,
                response,
                "outflow/page.jte",
                Map.of(
                        "filter",
                        filter,
                        "names",
                        read.names(),
                        "way",
                        way,
                        "counterpart",
                        counterpart,
                        "list",
                        read.list(),
                        "here",
                        here.with("repreneur", counterpart)));
    }

    private static String code(String text) {
        if (!text.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a counterpart");
        }
        return text;
    }
}
