package fr.lamine.backoffice.sync;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The document that tells of the routes of terminals; a test holds it to them.
public final class OpenApi implements HttpService {

    static final String RESOURCE = "/lamine/openapi.json";

    private final byte[] document = read();

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/openapi.json",
                (_, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json")
                        .send(document));
    }

    static byte[] read() {
        try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the build: " + RESOURCE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
