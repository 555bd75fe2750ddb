package fr.lamine.backoffice.settlement;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.User;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.discrepancy.InboxDao.Row;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.settlement.SettlementDesk.Settled;
import fr.lamine.model.fact.FactId;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;

/// Écarts / Traiter: one discrepancy, and a line that says what it was.
public final class SettlementPage implements HttpService {

    private static final int MAX_FIELD = 1_000;

    private final Screen screen;
    private final SettlementDesk desk;

    public SettlementPage(Screen screen, SettlementDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/ecarts/traiter", this::ask).post("/ecarts/traiter", this::settle);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Kind kind = Screen.asked(request, "sorte", Kind::valueOf).orElseThrow(SettlementPage::incomplete);
        String subject = Screen.asked(request, "objet").orElseThrow(SettlementPage::incomplete);
        show(request, response, kind, subject, "", "");
    }

    private void settle(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String subject = Form.field(form, "subject", MAX_FIELD);
        String reason = Form.field(form, "reason", MAX_FIELD);
        Kind kind;
        Optional<FactId> shown;
        try {
            kind = Kind.valueOf(Form.field(form, "kind", MAX_FIELD));
            shown = Optional.of(Form.field(form, "shown", MAX_FIELD))
                    .filter(text -> !text.isEmpty())
                    .map(FactId::parse);
        } catch (IllegalArgumentException e) {
            throw incomplete();
        }
        User manager = AccessGate.user(request);
        Settled settled = screen.database()
                .inTransaction(h -> desk.settle(h, kind, subject, shown, reason, manager.operator(), screen.now()));
        switch (settled) {
            case Settled.Done _ ->
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/ecarts")
                        .send();
            case Settled.Refused(String sentence) -> show(request, response, kind, subject, reason, sentence);
        }
    }

    private void show(
            ServerRequest request, ServerResponse response, Kind kind, String subject, String reason, String refusal) {
        record Read(Names names, Optional<Row> row) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), InboxDao.find(handle, kind, subject)));
        if (read.row().isEmpty()) {
            throw BadRequest.notFound("Cet écart n’est plus ouvert.");
        }
        screen.show(
                request,
                response,
                "settlement/page.jte",
                Map.of("names", read.names(), "row", read.row().get(), "reason", reason, "refusal", refusal));
    }

    private static BadRequest incomplete() {
        return BadRequest.malformed("L’adresse de la page n’est pas complète.");
    }
}
