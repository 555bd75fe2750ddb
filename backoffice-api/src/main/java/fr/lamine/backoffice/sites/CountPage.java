package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.User;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.sites.CountDesk.Said;
import fr.lamine.model.fact.FactId;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Inventaires: what was counted, what differs from the books, and a manager's word for it.
public final class CountPage implements HttpService {

    private static final int MAX_FIELD = 1_000;

    private final Screen screen;
    private final CountDesk desk;

    public CountPage(Screen screen, CountDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/inventaires", this::list)
                .get("/inventaires/{journal}/{generation}/{seq}", this::one)
                .post("/inventaires/{journal}/{generation}/{seq}", this::post);
    }

    private void list(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        record Read(Names names, Slice<CountView.Row> rows, long waiting) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            return new Read(names, CountListDao.list(handle, names, page), CountListDao.waiting(handle));
        });
        screen.show(
                request,
                response,
                "count/page.jte",
                Map.of(
                        "names", read.names(),
                        "rows", read.rows(),
                        "waiting", read.waiting(),
                        "here", Address.to("/inventaires")));
    }

    private void one(ServerRequest request, ServerResponse response) {
        show(request, response, id(request), "", "");
    }

    private void post(ServerRequest request, ServerResponse response) {
        FactId id = id(request);
        Parameters form = Form.of(request);
        String reason = Form.field(form, "reason", MAX_FIELD);
        User manager = AccessGate.user(request);
        Said said = screen.database()
                .inTransaction(h -> desk.post(
                        h, id, Form.field(form, "shown", MAX_FIELD), reason, manager.operator(), screen.now()));
        switch (said) {
            case Said.Done _ ->
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/inventaires/" + id)
                        .send();
            case Said.Refused(String sentence) -> show(request, response, id, reason, sentence);
        }
    }

    private void show(ServerRequest request, ServerResponse response, FactId id, String reason, String refusal) {
        CountView view = screen.read(handle -> CountListDao.find(handle, Names.of(handle), id))
                .orElseThrow(() -> BadRequest.notFound("Cet inventaire est inconnu du bureau."));
        screen.show(request, response, "count/one.jte", Map.of("view", view, "reason", reason, "refusal", refusal));
    }

    private static FactId id(ServerRequest request) {
        var part = request.path().pathParameters();
        try {
            return FactId.parse(part.get("journal") + "/" + part.get("generation") + "/" + part.get("seq"));
        } catch (IllegalArgumentException e) {
            throw BadRequest.notFound("Cet inventaire est inconnu du bureau.");
        }
    }
}
