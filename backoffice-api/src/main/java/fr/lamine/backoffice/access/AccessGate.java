package fr.lamine.backoffice.access;

import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.model.sync.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/// Lets a request through to a page when the person who sends it may see it. What terminals ask is let through here:
/// they show their own key, as machines that sell online show their token.
public final class AccessGate implements Filter {

    static final String COOKIE = "lamine";

    /// Open to everybody; the first that matches counts, then [#RULES], then managers only.
    private static final List<String> OPEN = List.of(
            "/assets/",
            "/webjars/",
            "/t/",
            "/connexion",
            "/health",
            "/metrics",
            "/openapi.json",
            "/api/v1/enrolment",
            "/api/v1/terminals/",
            "/api/v1/reference",
            "/api/v1/persons/",
            "/api/v1/listings",
            "/api/v1/orders");

    private record Rule(String path, Role needed) {}

    private static final List<Rule> RULES = List.of(
            new Rule("/", Role.SORTER),
            new Rule("/aujourdhui", Role.SORTER),
            new Rule("/deconnexion", Role.SORTER),
            new Rule("/mot-de-passe", Role.SORTER),
            new Rule("/en-ligne/acces", Role.ADMIN),
            new Rule("/reglages/caisse", Role.MANAGER),
            new Rule("/reglages", Role.ADMIN));

    private final Access access;

    public AccessGate(Access access) {
        this.access = access;
    }

    /// The person behind a request that came through the gate.
    ///
    /// @throws BadRequest when the route is open and nobody is signed in
    public static User user(ServerRequest request) {
        return request.context()
                .get(User.class)
                .orElseThrow(() -> new BadRequest(Status.UNAUTHORIZED_401, "Connectez-vous d’abord."));
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.path().path();
        Optional<User> user =
                request.headers().cookies().first(COOKIE).asOptional().flatMap(access::userOf);
        user.ifPresent(u -> request.context().register(u));
        if (isOpen(path) || user.isPresent() && user.get().role().mayActAs(needed(path))) {
            chain.proceed();
        } else if (user.isPresent()) {
            throw BadRequest.forbidden("Cette page est réservée aux responsables.");
        } else if (path.startsWith("/api/")) {
            throw new BadRequest(Status.UNAUTHORIZED_401, "Connectez-vous d’abord.");
        } else {
            response.status(Status.SEE_OTHER_303)
                    .header(HeaderNames.LOCATION, "/connexion")
                    .send();
        }
    }

    static boolean isOpen(String path) {
        return OPEN.stream()
                .anyMatch(open -> path.equals(open) || path.startsWith(open.endsWith("/") ? open : open + "/"));
    }

    static Role needed(String path) {
        return RULES.stream()
                .filter(rule ->
                        path.equals(rule.path()) || !rule.path().equals("/") && path.startsWith(rule.path() + "/"))
                .map(Rule::needed)
                .findFirst()
                .orElse(Role.MANAGER);
    }
}
