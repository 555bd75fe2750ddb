package fr.lamine.pos.web;

import fr.lamine.model.journal.Json;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;

/// A problem document, RFC 9457.
record Problem(String type, String title, int status, String detail) {

    private static final String DOCUMENT = "application/problem+json";

    static void send(ServerResponse response, Status status, String detail) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, DOCUMENT).send(text(status, detail));
    }

    /// What never becomes a request that a route could see: a broken line, a body beyond all limits.
    static void direct(DirectHandlers.Builder handlers) {
        for (EventType type : EventType.values()) {
            handlers.addHandler(
                    type,
                    (_, event, status, headers, _) -> TransportResponse.builder()
                            .status(status)
                            .headers(headers)
                            .keepAlive(event.keepAlive())
                            .header(HeaderNames.CONTENT_TYPE, DOCUMENT)
                            .entity(text(status, "not understood"))
                            .build());
        }
    }

    private static String text(Status status, String detail) {
        return Json.write(new Problem("about:blank", status.reasonPhrase(), status.code(), detail));
    }
}
