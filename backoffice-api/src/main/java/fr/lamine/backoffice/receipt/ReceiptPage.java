package fr.lamine.backoffice.receipt;

import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.model.receipt.ReceiptToken;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// The receipt on the customer's own telephone: open to whoever knows its address. An address that nobody was given and
/// one whose sale is still on its way are answered alike, so that asking tells nothing.
public final class ReceiptPage implements HttpService {

    private static final HeaderName ROBOTS = HeaderNames.create("X-Robots-Tag");
    private static final int VISITS = 300;
    private static final int GUESTS = 20_000;

    private final Database database;
    private final Pages pages;
    private final InstantSource clock;
    private final Visitors visitors = new Visitors(VISITS, GUESTS);

    public ReceiptPage(Database database, Pages pages, InstantSource clock) {
        this.database = database;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/t/{token}", this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        if (!visitors.mayEnter(request.remotePeer().host(), clock.instant())) {
            throw new BadRequest(Status.TOO_MANY_REQUESTS_429, "Trop de demandes. Revenez dans une minute.");
        }
        Optional<ReceiptToken> token =
                ReceiptToken.parse(request.path().pathParameters().get("token"));
        Optional<Electronic> receipt = token.flatMap(t -> database.jdbi()
                .withHandle(handle -> Electronic.of(handle, t.terminal(), t.generation(), t.seq(), t.start())));
        response.status(receipt.isPresent() ? Status.OK_200 : Status.NOT_FOUND_404)
                .header(ROBOTS, "noindex, nofollow")
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(
                        receipt.isPresent()
                                ? pages.render(
                                        "receipt/page.jte",
                                        Map.of("receipt", receipt.get().lines()))
                                : pages.render("receipt/soon.jte", Map.of()));
    }
}
