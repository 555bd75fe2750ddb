package fr.lamine.backoffice.platform;

import fr.lamine.model.journal.Json;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is answered when a request cannot be served: bad requests as they are, faults under a number that stands in the
/// log once.
public final class Problems {

    private static final String DOCUMENT = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /// @param fault number of a fault in the log, empty for a bad request
    public record Problem(String type, String title, int status, String detail, String fault) {}

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    void routing(HttpRouting.Builder routing) {
        routing.error(
                BadRequest.class, (request, response, e) -> answer(request, response, e.status(), e.getMessage(), ""));
        routing.error(HttpException.class, this::answer);
        routing.error(Throwable.class, this::fault);
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
                            .entity(Json.write(problem(status, sentence(status), "")))
                            .build());
        }
    }

    private void answer(ServerRequest request, ServerResponse response, HttpException e) {
        if (e.status().code() < Status.BAD_REQUEST_400.code()) {
            response.status(e.status()).send(); // no problem at all: "not modified"
        } else {
            answer(request, response, e.status(), sentence(e.status()), "");
        }
    }

    private void fault(ServerRequest request, ServerResponse response, Throwable e) {
        String id = HexFormat.of().withUpperCase().toHexDigits((short)
                        ThreadLocalRandom.current().nextInt())
                + HexFormat.of().withUpperCase().toHexDigits((byte)
                        ThreadLocalRandom.current().nextInt());
        LOG.error(
                "fault {} at {} {}",
                id,
                request.prologue().method().text(),
                request.path().path(),
                e);
        answer(
                request,
                response,
                Status.INTERNAL_SERVER_ERROR_500,
                "Une erreur est survenue. Ce qui était enregistré le reste.",
                id);
    }

    private void answer(ServerRequest request, ServerResponse response, Status status, String sentence, String fault) {
        Problem problem = problem(status, sentence, fault);
        response.status(status);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (request.path().path().startsWith("/api/")) {
            response.header(HeaderNames.CONTENT_TYPE, DOCUMENT).send(Json.write(problem));
        } else {
            response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                    .send(pages.render("layout/problem.jte", Map.of("problem", problem)));
        }
    }

    private static Problem problem(Status status, String sentence, String fault) {
        return new Problem("about:blank", status.reasonPhrase(), status.code(), sentence, fault);
    }

    private static String sentence(Status status) {
        return switch (status.code()) {
            case 404 -> "Cette page n’existe pas.";
            case 413 -> "L’envoi est trop gros.";
            case 503 -> "Le bureau est trop occupé. Réessayez dans un instant.";
            default -> "La demande n’a pas été comprise.";
        };
    }
}
