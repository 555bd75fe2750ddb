package fr.lamine.backoffice.discrepancy;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.site.SiteCode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Écarts: what does not match and waits, and what was cleared up.
public final class DiscrepancyPage implements HttpService {

    private static final String CLOSED = "clos";

    private final Screen screen;

    public DiscrepancyPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/ecarts", this::show).get("/api/v1/discrepancies", this::api);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        boolean open = isOpen(request);
        Optional<SiteCode> site = Screen.asked(request, "site", SiteCode::new);
        Optional<Kind> kind = Screen.asked(request, "sorte", Kind::valueOf);
        record Read(Names names, Slice<InboxDao.Row> rows, Map<Kind, Long> counts) {}
        Read read = screen.read(handle -> new Read(
                Names.of(handle), InboxDao.read(handle, open, site, kind, page), InboxDao.byKind(handle, open, site)));
        Address all =
                Address.to("/ecarts").with("etat", open ? "ouverts" : CLOSED).with("site", site);
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "names",
                read.names(),
                "rows",
                read.rows(),
                "counts",
                read.counts(),
                "open",
                open,
                "site",
                site,
                "kind",
                kind,
                "all",
                all,
                "here",
                all.with("sorte", kind)));
        screen.show(request, response, "discrepancy/page.jte", parameters);
    }

    private static boolean isOpen(ServerRequest request) {
        return !Screen.asked(request, "etat").orElse("").equals(CLOSED);
    }

    private void api(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        boolean open = isOpen(request);
        Optional<SiteCode> site = Screen.asked(request, "site", SiteCode::new);
        record Answer(long total, int page, List<InboxDao.Row> discrepancies) {}
        Slice<InboxDao.Row> rows = screen.read(handle -> InboxDao.read(handle, open, site, Optional.empty(), page));
        Screen.json(response, new Answer(rows.total(), rows.page(), rows.rows()));
    }
}
