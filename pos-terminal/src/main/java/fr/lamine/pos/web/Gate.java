package fr.lamine.pos.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;
import java.util.Set;

/// What every request passes: pages get the headers that hold them in, requests that another site made are turned away.
final class Gate implements Filter {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName CSP = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName NOSNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(CSP, POLICY);
        response.header(NOSNIFF, "nosniff");
        response.header(REFERRER, "no-referrer");
        Optional<String> foreign = foreign(request);
        if (foreign.isPresent()) {
            Problem.send(response, Status.FORBIDDEN_403, foreign.get());
            return;
        }
        chain.proceed();
    }

    private static Optional<String> foreign(RoutingRequest request) {
        int port = request.localPeer().port();
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        if (!hosts.contains(host)) {
            return Optional.of("this host is not served here");
        }
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (origin.isPresent() && !origin.get().equals("http://" + host)) {
            return Optional.of("requests of other sites are refused");
        }
        boolean reads = request.prologue().method().text().equals("GET");
        Optional<String> site = request.headers().first(FETCH_SITE);
        if (!reads && site.isPresent() && !site.get().equals("same-origin")) {
            return Optional.of("requests of other sites are refused");
        }
        return Optional.empty();
    }
}
