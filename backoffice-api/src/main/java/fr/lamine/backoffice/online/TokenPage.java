package fr.lamine.backoffice.online;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Screen;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;

/// Accès API: who may read listings and bring orders by machine.
public final class TokenPage implements HttpService {

    private static final String PATH = "/en-ligne/acces";

    private final Screen screen;

    public TokenPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::list).post(PATH, this::make).post(PATH + "/retirer", this::revoke);
    }

    private void list(ServerRequest request, ServerResponse response) {
        show(request, response, "", "");
    }

    private void make(ServerRequest request, ServerResponse response) {
        String name = Form.of(request).first("name").orElse("").strip();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .'’-]{0,39}")) {
            show(request, response, "", "Donnez un nom de 40 signes au plus, comme «\u202fSite de vente\u202f».");
            return;
        }
        String by = AccessGate.user(request).operator().code();
        String token = screen.database().inTransaction(h -> TokenDao.make(h, name, by, screen.now()));
        show(request, response, token, "");
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String id = form.first("id").orElse("");
        if (!id.matches("[0-9]{1,18}")) {
            throw BadRequest.malformed("Le formulaire n’est pas complet.");
        }
        screen.database().useTransaction(h -> TokenDao.revoke(h, Long.parseLong(id), screen.now()));
        ListingPage.to(response, PATH);
    }

    private void show(ServerRequest request, ServerResponse response, String fresh, String refusal) {
        record Read(Names names, List<TokenDao.Token> tokens) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), TokenDao.all(handle)));
        screen.show(
                request,
                response,
                "online/tokens.jte",
                Map.of("names", read.names(), "tokens", read.tokens(), "fresh", fresh, "refusal", refusal));
    }
}
