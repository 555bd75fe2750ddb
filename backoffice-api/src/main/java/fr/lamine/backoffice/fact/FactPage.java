package fr.lamine.backoffice.fact;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.fact.FactId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Faits: one fact, told in French, with the bytes that were signed and their proof.
public final class FactPage implements HttpService {

    private final Screen screen;

    public FactPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/faits/{terminal}/{generation}/{seq}", this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        FactId id = id(request);
        FactView view = screen.read(handle -> {
            StoredEntry stored = EntryDao.find(handle, id)
                    .orElseThrow(() -> BadRequest.notFound("Le bureau n’a pas de fait sous ce numéro."));
            return FactView.of(stored, EntryDao.last(handle, id.journal()), Names.of(handle));
        });
        screen.show(request, response, "fact/page.jte", Map.of("view", view));
    }

    private static FactId id(ServerRequest request) {
        var part = request.path().pathParameters();
        try {
            return FactId.parse(part.get("terminal") + "/" + part.get("generation") + "/" + part.get("seq"));
        } catch (IllegalArgumentException e) {
            throw BadRequest.notFound("Ce numéro n’est pas celui d’un fait.");
        }
    }
}
