package fr.lamine.backoffice.sync;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeServer;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.backoffice.reference.EpochFile;
import fr.lamine.backoffice.reference.ReferenceFeed;
import fr.lamine.backoffice.terminal.EnrolmentDesk.Prepared;
import fr.lamine.backoffice.terminal.SessionDesk;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.HoldRelease.Released;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalAnswer.Result;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.TerminalSession;
import fr.lamine.model.sync.TerminalSession.Answer;
import fr.lamine.model.sync.TerminalSession.Challenge;
import fr.lamine.model.sync.TerminalSession.Opened;
import fr.lamine.model.sync.VoucherHold;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OfficeTestDatabase.class)
final class TerminalApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private TestOffice office;
    private OfficeServer server;

    @BeforeEach
    void openTheOffice(Database database, @TempDir Path folder) {
        office = new TestOffice(database, JournalKind.REAL);
        InstantSource clock = InstantSource.fixed(NOON);
        TerminalApi api = new TerminalApi(
                database,
                office.ingest,
                office.enrolment,
                new SessionDesk(),
                new ReferenceFeed(office.journal, new EpochFile(folder.resolve("epoch"))),
                clock);
        OfficeConfig config =
                new OfficeConfig("127.0.0.1", 0, folder, Optional.empty(), Set.of("127.0.0.1"), false, false);
        server = OfficeServer.start(
                config,
                database,
                new Pages(),
                List.of(new AccessGate(new Access(database, clock))),
                List.of(api, new OpenApi()));
    }

    @AfterEach
    void closeTheOffice() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Says how much is to come and sends none of it, so that the answer cannot be lost with an unread body.
    private String announce(String path, String token, long length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, server.port(), token, length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private <T> T ok(HttpResponse<String> response, Class<T> type) {
        assertEquals(200, response.statusCode(), response.body());
        return Json.read(response.body(), type);
    }

    private void assertProblem(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse(""));
        assertTrue(response.body().contains("\"status\":" + status), response.body());
    }

    private String enrolmentCode(TestTerminal terminal) {
        Prepared prepared = office.database.inTransaction(h -> office.enrolment.prepare(
                h, terminal.id, ARCUEIL, new StationCode("P1"), JournalKind.REAL, TestOffice.MANAGER, NOON));
        return ((Prepared.Code) prepared).code();
    }

    private HttpResponse<String> enrol(TestTerminal terminal, String code) throws Exception {
        Enrolment enrolment = new Enrolment(code, terminal.key.verifyingKey().text());
        return send("POST", "/api/v1/enrolment", "", Json.write(enrolment));
    }

    private HttpResponse<String> answer(TestTerminal terminal, SigningKey key) throws Exception {
        String path = "/api/v1/terminals/" + terminal.id;
        String challenge =
                ok(send("POST", path + "/challenge", "", ""), Challenge.class).challenge();
        Answer answer = new Answer(
                challenge, key.verifyingKey().keyId(), key.sign(TerminalSession.signedText(terminal.id, challenge)));
        return send("POST", path + "/session", "", Json.write(answer));
    }

    private String signIn(TestTerminal terminal) throws Exception {
        enrol(terminal, enrolmentCode(terminal));
        return ok(answer(terminal, terminal.key), Opened.class).token();
    }

    @Test
    void aTerminalIsEnrolledSignsInSendsItsJournalAndReadsWhereItStands() throws Exception {
        Enrolment.Enrolled enrolled = ok(enrol(till, enrolmentCode(till)), Enrolment.Enrolled.class);
        assertEquals(till.id, enrolled.terminal());
        assertEquals(office.journal.key().verifyingKey().text(), enrolled.officePublicKey());
        String token = ok(answer(till, till.key), Opened.class).token();
        assertEquals(
                Head.empty(till.head().journal()),
                ok(send("GET", "/api/v1/terminals/101/journal/1", token, ""), Head.class));
        till.add(TestFacts.weighIn(ARCUEIL, NOON, DISHES, 12_340, Area.SORTING));
        JournalAnswer answer =
                ok(send("POST", "/api/v1/terminals/101/journal", token, Json.write(till.from(0))), JournalAnswer.class);
        assertEquals(Result.TAKEN, answer.result());
        assertEquals(till.head(), ok(send("GET", "/api/v1/terminals/101/journal/1", token, ""), Head.class));
        assertEquals(
                till.entries.getFirst().hash(),
                ok(send("GET", "/api/v1/terminals/101/journal/1/1", token, ""), Head.class)
                        .hash());
        assertProblem(404, send("GET", "/api/v1/terminals/101/journal/1/3", token, ""));
    }

    @Test
    void anEnrolmentCodeServesOnceAndAWrongOneNever() throws Exception {
        String code = enrolmentCode(till);
        assertProblem(403, enrol(till, "AAAA-BBBB-CCCC-DDDD"));
        assertEquals(200, enrol(till, code).statusCode());
        assertProblem(403, enrol(new TestTerminal("102", ARCUEIL, JournalKind.REAL), code));
        assertProblem(400, send("POST", "/api/v1/enrolment", "", "{\"code\":\"AAAA-BBBB\",\"publicKey\":\"AAAA\"}"));
    }

    @Test
    void onlyTheTerminalsOwnKeyOpensASessionAndAChallengeServesOnce() throws Exception {
        enrol(till, enrolmentCode(till));
        assertProblem(401, answer(till, SigningKey.generate()));
        String path = "/api/v1/terminals/101";
        String challenge =
                ok(send("POST", path + "/challenge", "", ""), Challenge.class).challenge();
        Answer answer = new Answer(
                challenge,
                till.key.verifyingKey().keyId(),
                till.key.sign(TerminalSession.signedText(till.id, challenge)));
        assertEquals(
                200, send("POST", path + "/session", "", Json.write(answer)).statusCode());
        assertProblem(401, send("POST", path + "/session", "", Json.write(answer)));
        assertProblem(404, send("POST", "/api/v1/terminals/102/challenge", "", ""));
        assertProblem(404, send("POST", "/api/v1/terminals/OFFICE/challenge", "", ""));
    }

    @Test
    void withoutASessionNothingIsTakenAndWithOneOnlyTheOwnJournal() throws Exception {
        String token = signIn(till);
        String batch = Json.write(till.from(0));
        assertProblem(401, send("POST", "/api/v1/terminals/101/journal", "", batch));
        assertProblem(401, send("POST", "/api/v1/terminals/101/journal", "wrong", batch));
        assertProblem(401, send("GET", "/api/v1/reference?since=0", "", ""));
        assertProblem(403, send("POST", "/api/v1/terminals/102/journal", token, batch));
        TestTerminal other = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(NOON);
        assertProblem(400, send("POST", "/api/v1/terminals/101/journal", token, Json.write(other.from(0))));
    }

    @Test
    void brokenJsonIsABadRequestAndAnOversizedBodyIsTooLarge() throws Exception {
        String token = signIn(till);
        String good = Json.write(till.from(0));
        for (String bad :
                List.of("", "[]", "{", "{\"entries\":[]}", good.substring(1), good.replace("\"seq\":1", "\"seq\":0"))) {
            assertProblem(400, send("POST", "/api/v1/terminals/101/journal", token, bad));
        }
        assertEquals("HTTP/1.1 413", announce("/api/v1/terminals/101/journal", token, OfficeServer.MAX_BODY_BYTES + 1));
        assertEquals(0, office.count("SELECT count(*) FROM journal_entry WHERE terminal = '101'"));
        assertEquals(
                200, send("POST", "/api/v1/terminals/101/journal", token, good).statusCode());
    }

    @Test
    void aTerminalHearsOfWhatChangedSinceItsLastRevision() throws Exception {
        String token = signIn(till);
        ReferenceAnswer first = ok(send("GET", "/api/v1/reference?since=0", token, ""), ReferenceAnswer.class);
        assertTrue(first.whole());
        assertTrue(first.catalog().isPresent() && first.operators().isPresent());
        assertEquals(List.of(), first.items());
        ItemCode code = ItemCode.of(101, 1);
        till.add(TestFacts.label(ARCUEIL, NOON, code, DISHES, 3, 1_000, 200));
        till.sell(NOON.plusSeconds(60), Tender.CASH, TestFacts.labelled(code, DISHES, 2, 333, 200));
        office.take(till.from(0));
        String since = "/api/v1/reference?epoch=" + first.epoch() + "&since=" + first.revision();
        ReferenceAnswer next = ok(send("GET", since, token, ""), ReferenceAnswer.class);
        assertEquals(false, next.whole());
        assertTrue(next.catalog().isEmpty() && next.operators().isEmpty());
        assertEquals(1, next.items().size());
        assertEquals(2, next.items().getFirst().sold());
        assertEquals(till.head(), next.applied());
        ReferenceAnswer other = ok(
                send("GET", "/api/v1/reference?epoch=other&since=" + next.revision(), token, ""),
                ReferenceAnswer.class);
        assertTrue(other.whole());
        assertEquals(next.items(), other.items());
    }

    @Test
    void aTerminalHoldsReleasesAndLooksUpUnderItsOwnNameOnly() throws Exception {
        String token = signIn(till);
        FactId sale = till.sell(NOON, Tender.CASH, TestFacts.unlabelled(DISHES, 2, 600, 300))
                .id();
        office.take(till.from(0));
        String holds = "/api/v1/terminals/101/holds";
        StationCode station = new StationCode("P1");
        LineHold line = new LineHold(sale, 0, station, "ticket-of-101", NOON, 3);
        assertEquals(
                2,
                ok(send("POST", holds + "/line", token, Json.write(line)), LineHeld.class)
                        .pieces());
        assertProblem(
                404,
                send(
                        "POST",
                        holds + "/line",
                        token,
                        Json.write(new LineHold(FactId.parse("102/1/9"), 0, station, "ticket-of-101", NOON, 1))));
        VoucherHold voucher = new VoucherHold("102-1", station, "ticket-of-101", NOON, Money.cents(100));
        assertProblem(404, send("POST", holds + "/voucher", token, Json.write(voucher)));
        assertProblem(400, send("POST", holds + "/voucher", token, Json.write(line)));
        assertProblem(403, send("POST", "/api/v1/terminals/102/holds/voucher", token, Json.write(voucher)));
        assertProblem(401, send("POST", holds + "/voucher", "", Json.write(voucher)));
        String release = Json.write(new HoldRelease("ticket-of-101", HoldRelease.subject(new SoldLine(sale, 0))));
        assertEquals(
                1,
                ok(send("POST", holds + "/release", token, release), Released.class)
                        .holds());
        assertEquals(
                0,
                ok(send("POST", holds + "/release", token, release), Released.class)
                        .holds());
        SoldElsewhere known = ok(send("GET", "/api/v1/terminals/101/sale?id=" + sale, token, ""), SoldElsewhere.class);
        assertEquals(600, known.sale().total().cents());
        assertProblem(404, send("GET", "/api/v1/terminals/101/sale?id=101/1/99", token, ""));
        assertProblem(404, send("GET", "/api/v1/terminals/101/sale?id=101/1/1", token, ""));
        assertProblem(400, send("GET", "/api/v1/terminals/101/sale?id=101", token, ""));
        assertProblem(400, send("GET", "/api/v1/terminals/101/sale", token, ""));
    }

    @Test
    void theDocumentOfTheApiIsThereForEverybody() throws Exception {
        HttpResponse<String> document = send("GET", "/openapi.json", "", "");
        assertEquals(200, document.statusCode());
        assertTrue(document.body().contains("\"openapi\": \"3.1.0\""));
    }

    @Test
    void aTerminalTellsOfPersonsAndErasedOnesStayErased() throws Exception {
        String token = signIn(till);
        Entry entry = till.entries.getFirst();
        String uuid = "00000000-0000-4000-8000-000000000001";
        String path = "/api/v1/persons/" + uuid;
        String drawer = Json.write(new Person(Person.Kind.CHEQUE_DRAWER, "Tireur d’essai", entry.id(), entry.hash()));
        assertProblem(401, send("PUT", path, "", drawer));
        for (int time = 0; time < 2; time++) {
            assertEquals(
                    new Person.Taken(UUID.fromString(uuid), true),
                    ok(send("PUT", path, token, drawer), Person.Taken.class));
        }
        assertEquals(1, office.count("SELECT count(*) FROM person WHERE words = 'Tireur d’essai'"));
        assertProblem(409, send("PUT", path, token, drawer.replace("Tireur", "Voleur")));
        assertProblem(409, send("PUT", path, token, drawer.replace("101/1/1", "102/1/1")));
        assertProblem(400, send("PUT", "/api/v1/persons/x", token, drawer));
        for (String wrong : List.of(
                drawer.replace("Tireur d’essai", ""),
                drawer.replace("Tireur d’essai", "x".repeat(61)),
                drawer.replace("CHEQUE_DRAWER", "RECEIPT_ADDRESS"),
                drawer.replace("CHEQUE_DRAWER", "NEIGHBOUR"),
                drawer.replace("101/1/1", "101"),
                "{}")) {
            assertProblem(400, send("PUT", "/api/v1/persons/00000000-0000-4000-8000-000000000002", token, wrong));
        }
        office.database.useTransaction(
                h -> h.execute("UPDATE person SET words = NULL, erased_at = now(), erased_by = 'LEA'"));
        assertEquals(
                new Person.Taken(UUID.fromString(uuid), false),
                ok(send("PUT", path, token, drawer), Person.Taken.class));
        assertEquals(0, office.count("SELECT count(*) FROM person WHERE words IS NOT NULL"));
    }
}
