package fr.lamine.backoffice.access;

import fr.lamine.backoffice.access.Access.SignIn;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.platform.Pages;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The door of the office (*connexion*).
public final class SignInPage implements HttpService {

    private static final int MAX_LENGTH = 200;

    private final Access access;
    private final Pages pages;

    public SignInPage(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/connexion", this::show).post("/connexion", this::signIn).post("/deconnexion", this::signOut);
        new PasswordPage(access, pages).routing(rules);
    }

    private void show(ServerRequest request, ServerResponse response) {
        page(response, "", "");
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String login = field(form, "login").strip().toLowerCase(Locale.ROOT);
        switch (access.signIn(login, field(form, "password"))) {
            case SignIn.Opened(var token, var _) -> {
                response.headers().addCookie(cookie(token, Access.SESSION));
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/")
                        .send();
            }
            case SignIn.Wrong(var wait) ->
                refuse(response, login, "L’identifiant ou le mot de passe n’est pas le bon.", wait);
            case SignIn.Waiting(var pause) -> refuse(response, login, "Trop d’essais.", pause);
        }
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        request.headers().cookies().first(AccessGate.COOKIE).asOptional().ifPresent(access::signOut);
        response.headers().addCookie(cookie("", Duration.ZERO));
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/connexion")
                .send();
    }

    private void refuse(ServerResponse response, String login, String sentence, Duration wait) {
        response.status(Status.FORBIDDEN_403);
        page(response, login, sentence + pause(wait));
    }

    static String pause(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return seconds == 0 ? "" : " Attendez " + seconds + " secondes avant de réessayer.";
    }

    private void page(ServerResponse response, String login, String refusal) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(pages.render("access/sign-in.jte", Map.of("login", login, "refusal", refusal)));
    }

    static String field(Parameters form, String name) {
        String value = form.first(name).orElse("");
        return value.substring(0, Math.min(value.length(), MAX_LENGTH));
    }

    static SetCookie cookie(String token, Duration age) {
        return SetCookie.builder(AccessGate.COOKIE, token)
                .path("/")
                .httpOnly(true)
                .sameSite(SetCookie.SameSite.STRICT)
                .maxAge(age)
                .build();
    }
}
