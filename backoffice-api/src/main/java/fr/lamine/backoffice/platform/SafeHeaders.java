package fr.lamine.backoffice.platform;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Map;

/// Headers of every answer: nothing but our own files is loaded, nobody frames us, nothing personal is kept by caches.
final class SafeHeaders implements Filter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<HeaderName, String> ALWAYS = Map.of(
            HeaderNames.create("Content-Security-Policy"), POLICY,
            HeaderNames.create("X-Content-Type-Options"), "nosniff",
            HeaderNames.create("Referrer-Policy"), "same-origin",
            HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        ALWAYS.forEach((name, value) -> response.header(name, value));
        response.header(HeaderNames.CACHE_CONTROL, caching(request.path().path()));
        chain.proceed();
    }

    /// The paths of webjars carry their version; our own files are asked for again, and mostly answered "not modified".
    private static String caching(String path) {
        if (path.startsWith("/webjars/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/assets/") ? "no-cache" : "no-store";
    }
}
