package fr.lamine.pos.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The browsers that work at this counter. For now all of them look at its one station.
final class Sessions {

    private static final String COOKIE = "lamine";
    private static final int MOST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Desk> desks = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Desk desk;

    Sessions(Desk desk) {
        this.desk = desk;
    }

    /// The desk of this browser; empty when it never opened a page here.
    Optional<Desk> of(ServerRequest request) {
        return request.headers().cookies().first(COOKIE).asOptional().map(desks::get);
    }

    /// The desk of this browser, which is told to come back with its session if it had none.
    Desk open(ServerRequest request, ServerResponse response) {
        return of(request).orElseGet(() -> begin(response));
    }

    private Desk begin(ServerResponse response) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        synchronized (desks) {
            desks.put(id, desk);
            if (desks.size() > MOST) {
                desks.remove(desks.keySet().iterator().next());
            }
        }
        response.headers()
                .add(
                        HeaderNames.SET_COOKIE,
                        SetCookie.builder(COOKIE, id)
                                .httpOnly(true)
                                .path("/")
                                .sameSite(SetCookie.SameSite.STRICT)
                                .build()
                                .text());
        return desk;
    }
}
