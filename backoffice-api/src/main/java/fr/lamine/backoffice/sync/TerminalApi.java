package fr.lamine.backoffice.sync;

import fr.lamine.backoffice.hold.HoldDao;
import fr.lamine.backoffice.hold.HoldDesk;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.person.PersonDesk;
import fr.lamine.backoffice.person.PersonDesk.Told;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.reference.ReferenceFeed;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.backoffice.terminal.SessionDesk;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.HoldRelease.Released;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.TerminalSession.Answer;
import fr.lamine.model.sync.VoucherHold;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The routes of terminals. A terminal sends and sees its own journal only.
public final class TerminalApi implements HttpService {

    private static final String BEARER = "Bearer ";
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");
    private static final Instant FIRST_DAY = Instant.parse("0001-01-01T00:00:00Z");

    /// What the document `/openapi.json` tells of.
    static final List<Route> ROUTES = List.of(
            new Route(Method.POST, "/api/v1/enrolment", TerminalApi::enrol),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/challenge", TerminalApi::challenge),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/session", TerminalApi::openSession),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/journal", TerminalApi::take),
            new Route(Method.GET, "/api/v1/terminals/{terminal}/journal/{generation}", TerminalApi::head),
            new Route(Method.GET, "/api/v1/terminals/{terminal}/journal/{generation}/{seq}", TerminalApi::headAt),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/holds/voucher", TerminalApi::holdVoucher),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/holds/line", TerminalApi::holdLine),
            new Route(Method.POST, "/api/v1/terminals/{terminal}/holds/release", TerminalApi::release),
            new Route(Method.GET, "/api/v1/terminals/{terminal}/sale", TerminalApi::sale),
            new Route(Method.GET, "/api/v1/reference", TerminalApi::reference),
            new Route(Method.PUT, "/api/v1/persons/{uuid}", TerminalApi::person));

    record Route(Method method, String path, Work work) {}

    interface Work {
        void answer(TerminalApi api, ServerRequest request, ServerResponse response);
    }

    private final Database database;
    private final Ingest ingest;
    private final EnrolmentDesk enrolment;
    private final SessionDesk sessions;
    private final ReferenceFeed reference;
    private final InstantSource clock;

    public TerminalApi(
            Database database,
            Ingest ingest,
            EnrolmentDesk enrolment,
            SessionDesk sessions,
            ReferenceFeed reference,
            InstantSource clock) {
        this.database = database;
        this.ingest = ingest;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        ROUTES.forEach(route -> rules.route(
                route.method(),
                route.path(),
                (request, response) -> route.work().answer(this, request, response)));
    }

    private void enrol(ServerRequest request, ServerResponse response) {
        Enrolment asked = body(request, Enrolment.class);
        Instant now = clock.instant();
        try {
            answer(
                    response,
                    database.inTransaction(handle -> enrolment.enrol(handle, asked, now))
                            .orElseThrow(() -> BadRequest.forbidden("Ce code n’est pas valable, ou il a déjà servi.")));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("La clé du poste n’est pas lisible.");
        }
    }

    private void challenge(ServerRequest request, ServerResponse response) {
        TerminalId terminal = terminal(request);
        Instant now = clock.instant();
        answer(
                response,
                database.inTransaction(handle -> sessions.challenge(handle, terminal, now))
                        .orElseThrow(() -> BadRequest.notFound("Ce poste est inconnu du bureau.")));
    }

    private void openSession(ServerRequest request, ServerResponse response) {
        TerminalId terminal = terminal(request);
        Answer given = body(request, Answer.class);
        Instant now = clock.instant();
        answer(
                response,
                database.inTransaction(handle -> sessions.open(handle, terminal, given, now))
                        .orElseThrow(TerminalApi::unauthorized));
    }

    private void take(ServerRequest request, ServerResponse response) {
        TerminalId terminal = ownPath(request);
        JournalBatch batch = body(request, JournalBatch.class);
        if (!batch.entries().getFirst().terminal().equals(terminal)) {
            throw BadRequest.malformed("Un poste n’envoie que son propre journal.");
        }
        if (batch.entries().stream()
                .anyMatch(e ->
                        e.recordedAt().isBefore(FIRST_DAY) || e.recordedAt().isAfter(LAST_DAY))) {
            throw BadRequest.malformed("L’heure d’une écriture est hors du calendrier.");
        }
        Instant now = clock.instant();
        answer(response, database.inTransaction(handle -> ingest.take(handle, batch, now)));
    }

    private void head(ServerRequest request, ServerResponse response) {
        JournalId journal = journal(request, ownPath(request));
        answer(response, database.jdbi().withHandle(handle -> JournalDao.head(handle, journal)));
    }

    private void headAt(ServerRequest request, ServerResponse response) {
        JournalId journal = journal(request, ownPath(request));
        long seq = number(request.path().pathParameters().get("seq"));
        answer(
                response,
                database.jdbi()
                        .withHandle(handle -> JournalDao.headAt(handle, journal, seq))
                        .orElseThrow(() -> BadRequest.notFound("Le bureau n’a pas cette écriture.")));
    }

    private void holdVoucher(ServerRequest request, ServerResponse response) {
        TerminalId terminal = ownPath(request);
        VoucherHold asked = body(request, VoucherHold.class);
        Instant now = clock.instant();
        answer(
                response,
                database.inTransaction(handle -> HoldDesk.hold(handle, terminal, asked, now))
                        .orElseThrow(() -> BadRequest.notFound("Le bureau ne connaît pas encore ce bon.")));
    }

    private void holdLine(ServerRequest request, ServerResponse response) {
        TerminalId terminal = ownPath(request);
        LineHold asked = body(request, LineHold.class);
        Instant now = clock.instant();
        answer(
                response,
                database.inTransaction(handle -> HoldDesk.hold(handle, terminal, asked, now))
                        .orElseThrow(TerminalApi::noSale));
    }

    private void release(ServerRequest request, ServerResponse response) {
        TerminalId terminal = ownPath(request);
        HoldRelease said = body(request, HoldRelease.class);
        answer(
                response,
                new Released(database.inTransaction(
                        handle -> HoldDao.release(handle, terminal, said.ticket(), said.subject()))));
    }

    private void sale(ServerRequest request, ServerResponse response) {
        TerminalId terminal = ownPath(request);
        FactId sale = request.query()
                .first("id")
                .asOptional()
                .map(TerminalApi::factId)
                .orElseThrow(() -> BadRequest.malformed("Il manque le numéro de la vente."));
        Instant now = clock.instant();
        answer(
                response,
                database.jdbi()
                        .withHandle(handle -> HoldDesk.sale(handle, terminal, sale, now))
                        .orElseThrow(TerminalApi::noSale));
    }

    private static BadRequest noSale() {
        return BadRequest.notFound("Le bureau ne connaît pas encore cette vente.");
    }

    private static FactId factId(String text) {
        try {
            return FactId.parse(text);
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("Ce numéro de vente n’est pas lisible.");
        }
    }

    private void reference(ServerRequest request, ServerResponse response) {
        TerminalId terminal = session(request);
        Optional<String> epoch = request.query().first("epoch").asOptional();
        long since = request.query()
                .first("since")
                .asOptional()
                .map(TerminalApi::number)
                .orElse(0L);
        answer(
                response,
                database.jdbi()
                        .inTransaction(
                                TransactionIsolationLevel.REPEATABLE_READ,
                                handle -> reference.answer(handle, terminal, epoch, since)));
    }

    private void person(ServerRequest request, ServerResponse response) {
        TerminalId terminal = session(request);
        UUID uuid = uuid(request);
        Person person = body(request, Person.class);
        Instant now = clock.instant();
        Told told = database.inTransaction(handle -> PersonDesk.tell(handle, uuid, person, terminal, now));
        switch (told) {
            case Told.Kept() -> answer(response, new Person.Taken(uuid, true));
            case Told.Erased() -> answer(response, new Person.Taken(uuid, false));
            case Told.Refused(String sentence) -> throw new BadRequest(Status.CONFLICT_409, sentence);
        }
    }

    private static UUID uuid(ServerRequest request) {
        String text = request.path().pathParameters().get("uuid");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw BadRequest.malformed("Le numéro de la personne n’est pas lisible.");
        }
        return UUID.fromString(text);
    }

    /// The terminal of the path, which must be the one whose session it is.
    private TerminalId ownPath(ServerRequest request) {
        TerminalId terminal = session(request);
        if (!terminal.equals(terminal(request))) {
            throw BadRequest.forbidden("Ce journal est celui d’un autre poste.");
        }
        return terminal;
    }

    private TerminalId session(ServerRequest request) {
        Instant now = clock.instant();
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> database.jdbi()
                        .withHandle(handle -> sessions.terminal(handle, header.substring(BEARER.length()), now)))
                .orElseThrow(TerminalApi::unauthorized);
    }

    private static BadRequest unauthorized() {
        return new BadRequest(Status.UNAUTHORIZED_401, "Le poste doit d’abord se présenter.");
    }

    private static TerminalId terminal(ServerRequest request) {
        try {
            return new TerminalId(request.path().pathParameters().get("terminal"));
        } catch (IllegalArgumentException e) {
            throw BadRequest.notFound("Ce poste est inconnu du bureau.");
        }
    }

    private static JournalId journal(ServerRequest request, TerminalId terminal) {
        long generation = number(request.path().pathParameters().get("generation"));
        if (generation < 1 || generation > Integer.MAX_VALUE) {
            throw BadRequest.notFound("Ce journal n’existe pas.");
        }
        return JournalId.of(terminal, (int) generation);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw BadRequest.malformed("Un nombre est attendu.");
        }
        return Long.parseLong(text);
    }

    private static <T> T body(ServerRequest request, Class<T> type) {
        if (!request.content().hasEntity()) {
            throw BadRequest.malformed("L’envoi est vide.");
        }
        try {
            return Json.read(request.content().as(String.class), type);
        } catch (Json.Unreadable e) {
            throw BadRequest.malformed("L’envoi n’est pas lisible : " + e.getMessage());
        }
    }

    private static void answer(ServerResponse response, Object value) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json").send(Json.write(value));
    }
}
