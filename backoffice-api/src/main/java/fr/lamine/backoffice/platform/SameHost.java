package fr.lamine.backoffice.platform;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Turns away requests under a host name that is not ours (DNS rebinding) and changes that come from another site's
/// page (cross-site request forgery).
final class SameHost implements Filter {

    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

    private final Set<String> allowedHosts;

    SameHost(Set<String> allowedHosts) {
        this.allowedHosts = Set.copyOf(allowedHosts);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String authority = request.authority();
        if (!allowedHosts.contains(hostOf(authority).toLowerCase(Locale.ROOT))) {
            throw BadRequest.forbidden("Cette adresse n’est pas celle du bureau.");
        }
        if (!READING.contains(request.prologue().method())) {
            requireOwnOrigin(request, authority);
        }
        chain.proceed();
    }

    private static void requireOwnOrigin(RoutingRequest request, String authority) {
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        boolean browser = request.headers().contains(HeaderNames.COOKIE);
        if (origin.isEmpty() ? browser : !authority.equalsIgnoreCase(authorityOf(origin.get()))) {
            throw BadRequest.forbidden("Cette demande vient d’un autre site.");
        }
    }

    private static String authorityOf(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return ""; // not an origin: it equals no host of ours
        }
    }

    private static String hostOf(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
