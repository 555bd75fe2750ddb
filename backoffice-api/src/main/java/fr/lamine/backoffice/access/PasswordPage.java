package fr.lamine.backoffice.access;

import fr.lamine.backoffice.access.Access.PasswordChange;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.platform.Pages;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Where a person gives herself a password (*mot de passe*); the first administrator comes here first.
final class PasswordPage implements HttpService {

    private final Access access;
    private final Pages pages;

    PasswordPage(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/mot-de-passe", this::show).post("/mot-de-passe", this::change);
    }

    private void show(ServerRequest request, ServerResponse response) {
        page(request, response, "", false);
    }

    private void change(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String fresh = SignInPage.field(form, "fresh");
        if (!fresh.equals(SignInPage.field(form, "again"))) {
            refuse(request, response, "Les deux nouveaux mots de passe ne sont pas les mêmes.");
            return;
        }
        switch (access.changePassword(AccessGate.user(request), SignInPage.field(form, "current"), fresh)) {
            case PasswordChange.Changed(var session) -> {
                response.headers().addCookie(SignInPage.cookie(session.token(), Access.SESSION));
                page(request, response, "", true);
            }
            case PasswordChange.TooWeak() ->
                refuse(
                        request,
                        response,
                        "Le nouveau mot de passe doit avoir au moins " + PasswordChange.LEAST_LENGTH
                                + " caractères et être différent de l’ancien.");
            case PasswordChange.Wrong(var pause) ->
                refuse(request, response, "L’ancien mot de passe n’est pas le bon." + SignInPage.pause(pause));
            case PasswordChange.Waiting(var pause) ->
                refuse(request, response, "Trop d’essais." + SignInPage.pause(pause));
        }
    }

    private void refuse(ServerRequest request, ServerResponse response, String sentence) {
        response.status(Status.FORBIDDEN_403);
        page(request, response, sentence, false);
    }

    private void page(ServerRequest request, ServerResponse response, String refusal, boolean done) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(pages.render(
                        "access/password.jte",
                        Map.of("login", AccessGate.user(request).login(), "refusal", refusal, "done", done)));
    }
}
