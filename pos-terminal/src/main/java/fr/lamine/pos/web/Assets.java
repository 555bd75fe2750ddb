package fr.lamine.pos.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// Styles, scripts, fonts and pictograms, from the program itself.
final class Assets implements HttpService {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "png", "image/png",
            "txt", "text/plain; charset=UTF-8");

    private final String root;
    private final String caching;

    private Assets(String root, String caching) {
        this.root = root;
        this.caching = caching;
    }

    static Assets own() {
        return new Assets("/lamine/assets/", "no-cache");
    }

    /// Their version stands in the path, so they never change.
    static Assets webjars() {
        return new Assets("/META-INF/resources/webjars/", "public, max-age=31536000, immutable");
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{+file}", (Handler) this::send);
    }

    private void send(ServerRequest request, ServerResponse response) throws IOException {
        String file = request.path().pathParameters().get("file");
        Optional<String> type = Optional.ofNullable(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
        if (type.isEmpty() || !file.matches("[A-Za-z0-9._/-]{1,200}") || file.contains("..")) {
            throw BadRequest.notFound(request.path().path());
        }
        try (InputStream in = Assets.class.getResourceAsStream(root + file)) {
            if (in == null) {
                throw BadRequest.notFound(request.path().path());
            }
            response.header(HeaderNames.CONTENT_TYPE, type.get())
                    .header(HeaderNames.CACHE_CONTROL, caching)
                    .send(in.readAllBytes());
        }
    }
}
