package fr.lamine.pos.web;

import fr.lamine.model.journal.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/// A problem document, RFC 9457.
record Problem(String type, String title, int status, String detail) {

    static void send(ServerResponse response, Status status, String detail) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .send(Json.write(new Problem("about:blank", status.reasonPhrase(), status.code(), detail)));
    }
}
