package fr.lamine.backoffice.terminal;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.terminal.EnrolmentDesk.Prepared;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Terminaux: who was heard of and when, and letting a new one in.
public final class TerminalPage implements HttpService {

    private static final List<String> FIELDS = List.of("terminal", "site", "station", "kind");
    private static final int MAX_FIELD = 40;

    private final Screen screen;
    private final EnrolmentDesk desk;

    public TerminalPage(Screen screen, EnrolmentDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/terminaux", this::list)
                .post("/terminaux/codes", this::prepare)
                .get("/terminaux/{terminal}", this::control);
    }

    /// What a controller is shown of one terminal.
    private void control(ServerRequest request, ServerResponse response) {
        String number = request.path().pathParameters().get("terminal");
        Optional<ControlView> view = number.matches("[0-9]{3}")
                ? screen.read(handle -> ControlView.of(handle, new TerminalId(number)))
                : Optional.empty();
        screen.show(
                request,
                response,
                "terminal/control.jte",
                Map.of("view", view.orElseThrow(() -> BadRequest.notFound("Le bureau ne connaît pas ce poste."))));
    }

    private void list(ServerRequest request, ServerResponse response) {
        show(request, response, "", "", Map.of());
    }

    private void prepare(ServerRequest request, ServerResponse response) {
        Parameters parameters = request.content().as(Parameters.class);
        Map<String, String> form = new HashMap<>();
        FIELDS.forEach(name -> form.put(name, field(parameters, name)));
        OperatorCode manager = AccessGate.user(request).operator();
        Instant now = screen.now();
        Optional<Asked> asked = read(form);
        if (asked.isEmpty()) {
            show(request, response, "", "Donnez un numéro de 001 à 999, un site et un nom de poste court.", form);
            return;
        }
        Asked ask = asked.get();
        Prepared prepared = screen.database()
                .inTransaction(handle ->
                        desk.prepare(handle, ask.terminal(), ask.site(), ask.station(), ask.kind(), manager, now));
        switch (prepared) {
            case Prepared.Code(var code, var _) -> show(request, response, code, "", Map.of());
            case Prepared.Refused(var sentence) -> show(request, response, "", sentence, form);
        }
    }

    private record Asked(TerminalId terminal, SiteCode site, StationCode station, JournalKind kind) {}

    private static Optional<Asked> read(Map<String, String> form) {
        try {
            return Optional.of(new Asked(
                    new TerminalId(form.get("terminal")),
                    new SiteCode(form.get("site")),
                    new StationCode(form.get("station").toUpperCase(Locale.ROOT)),
                    JournalKind.valueOf(form.get("kind"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(
            ServerRequest request, ServerResponse response, String code, String refusal, Map<String, String> form) {
        Instant now = screen.now();
        TerminalView view = screen.read(handle -> new TerminalView(
                Names.of(handle),
                now,
                TerminalListDao.all(handle),
                TerminalListDao.waiting(handle, now),
                code,
                refusal,
                form));
        screen.show(request, response, "terminal/page.jte", Map.of("view", view));
    }

    private static String field(Parameters form, String name) {
        String value = form.first(name).orElse("").strip();
        return value.substring(0, Math.min(value.length(), MAX_FIELD));
    }
}
