package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.User;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.sites.TransferDesk.Fate;
import fr.lamine.backoffice.sites.TransferDesk.Said;
import fr.lamine.model.fact.SiteFact;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Transferts: what is on its way, what came, and what became of the rest.
public final class TransferPage implements HttpService {

    private static final int MAX_FIELD = 1_000;

    private final Screen screen;
    private final TransferDesk desk;

    public TransferPage(Screen screen, TransferDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/transferts", this::list)
                .get("/transferts/{code}", this::one)
                .post("/transferts/{code}/regler", this::settle);
    }

    private void list(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        record Read(Names names, Slice<TransferView.Row> rows, long unfinished) {}
        Read read = screen.read(handle ->
                new Read(Names.of(handle), TransferListDao.list(handle, page), TransferListDao.unfinished(handle)));
        screen.show(
                request,
                response,
                "transfer/page.jte",
                Map.of(
                        "names", read.names(),
                        "rows", read.rows(),
                        "unfinished", read.unfinished(),
                        "now", screen.now(),
                        "here", Address.to("/transferts")));
    }

    private void one(ServerRequest request, ServerResponse response) {
        show(request, response, code(request), "", "");
    }

    private void settle(ServerRequest request, ServerResponse response) {
        String code = code(request);
        Parameters form = Form.of(request);
        String reason = Form.field(form, "reason", MAX_FIELD);
        Fate fate;
        try {
            fate = Fate.valueOf(Form.field(form, "fate", MAX_FIELD));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("L’adresse de la page n’est pas complète.");
        }
        User manager = AccessGate.user(request);
        Said said = screen.database()
                .inTransaction(h -> desk.settle(
                        h, code, fate, Form.field(form, "shown", MAX_FIELD), reason, manager.operator(), screen.now()));
        switch (said) {
            case Said.Done _ ->
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/transferts/" + code)
                        .send();
            case Said.Refused(String sentence) -> show(request, response, code, reason, sentence);
        }
    }

    private void show(ServerRequest request, ServerResponse response, String code, String reason, String refusal) {
        TransferView view = screen.read(handle -> TransferListDao.find(handle, Names.of(handle), code))
                .orElseThrow(() -> BadRequest.notFound("Ce transfert est inconnu du bureau."));
        screen.show(
                request,
                response,
                "transfer/one.jte",
                Map.of("view", view, "now", screen.now(), "reason", reason, "refusal", refusal));
    }

    private static String code(ServerRequest request) {
        String code = request.path().pathParameters().get("code");
        if (!SiteFact.isTransfer(code)) {
            throw BadRequest.notFound("Ce code n’est pas celui d’un transfert.");
        }
        return code;
    }
}
