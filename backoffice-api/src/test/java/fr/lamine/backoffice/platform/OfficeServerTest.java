package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.SignInPage;
import fr.lamine.backoffice.access.User;
import fr.lamine.model.sync.Role;
import io.helidon.webserver.http.HttpService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class OfficeServerTest {

    private final HttpClient browser = HttpClient.newHttpClient();
    private OfficeServer server;

    @BeforeEach
    void open(Database database) {
        Access access = new Access(database, InstantSource.system());
        access.put(new User("awa", "Awa D.", Role.SORTER), "juste-mot");
        Pages pages = new Pages();
        HttpService broken = rules -> rules.get("/aujourdhui", (_, _) -> {
                    throw new IllegalStateException("secret inside");
                })
                .post(
                        "/api/v1/enrolment",
                        (request, response) ->
                                response.send(Integer.toString(request.content().as(byte[].class).length)));
        OfficeConfig config = new OfficeConfig(
                "127.0.0.1",
                0,
                Path.of("unused"),
                Optional.empty(),
                java.util.Set.of("127.0.0.1", "localhost"),
                false,
                false);
        server = OfficeServer.start(
                config,
                database,
                pages,
                List.of(new AccessGate(access)),
                List.of(new SignInPage(access, pages), broken));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aStrangerIsLedToTheDoor() throws Exception {
        HttpResponse<String> answer = get("/", Optional.empty());
        assertEquals(303, answer.statusCode());
        assertEquals("/connexion", answer.headers().firstValue("location").orElse(""));
        assertEquals(401, get("/api/v1/stock", Optional.empty()).statusCode());
    }

    @Test
    void theDoorOpensWithThePasswordAndOnlyAsFarAsTheRoleGoes() throws Exception {
        HttpResponse<String> refused = signIn("faux", origin());
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("mot de passe"), refused.body());
        String cookie = cookie(signIn("juste-mot", origin()));
        assertEquals(403, get("/rapprochement", Optional.of(cookie)).statusCode());
    }

    @Test
    void aPasswordIsChangedOnItsPage() throws Exception {
        String cookie = cookie(signIn("juste-mot", origin()));
        assertTrue(get("/mot-de-passe", Optional.of(cookie)).body().contains("name=\"again\""));
        HttpResponse<String> mistyped = change(cookie, "current=juste-mot&fresh=un-autre-mot&again=un-autre-mod");
        assertEquals(403, mistyped.statusCode());
        HttpResponse<String> changed = change(cookie, "current=juste-mot&fresh=un-autre-mot&again=un-autre-mot");
        assertEquals(200, changed.statusCode());
        assertTrue(changed.body().contains("est enregistré"), changed.body());
        assertEquals(200, get("/mot-de-passe", Optional.of(cookie(changed))).statusCode());
        assertEquals(303, get("/mot-de-passe", Optional.of(cookie)).statusCode(), "the old session goes on");
    }

    private HttpResponse<String> change(String cookie, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(uri("/mot-de-passe"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin())
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFaultShowsItsNumberAndNothingOfItsInside() throws Exception {
        HttpResponse<String> answer = get("/aujourdhui", Optional.of(cookie(signIn("juste-mot", origin()))));
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().matches("(?s).*<b>[0-9A-F]{6}</b>.*"), answer.body());
        assertFalse(answer.body().contains("secret inside"), answer.body());
    }

    @Test
    void aPageOfAnotherSiteMayChangeNothing() throws Exception {
        assertEquals(403, signIn("juste-mot", "http://evil.example").statusCode());
        assertEquals(403, signIn("juste-mot", "null").statusCode());
    }

    @Test
    void aForeignHostNameIsTurnedAway() throws Exception {
        assertTrue(raw("GET /connexion HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 403"));
        assertTrue(raw("GET /connexion HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n")
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        String head = "POST /api/v1/enrolment HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nContent-Length: "
                + (OfficeServer.MAX_BODY_BYTES + 1) + "\r\n\r\n";
        assertTrue(raw(head).startsWith("HTTP/1.1 413"));
    }

    @Test
    void whatIsNoRequestAtAllIsAnsweredWithAProblemDocument() throws Exception {
        String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
        for (var bad : Map.of(
                        "POST /api/v1/enrolment HTTP/1.1\r\n" + host + "Content-Length: "
                                + (OfficeServer.MAX_BODY_BYTES + 1) + "\r\n\r\n",
                        413,
                        "GET /connexion HTTP/9.9\r\n" + host + "\r\n",
                        400,
                        "GET /connexion HTTP/1.1\r\nno colon here\r\n\r\n",
                        400,
                        "GET /a b c HTTP/1.1\r\n" + host + "\r\n",
                        400)
                .entrySet()) {
            String answer = whole(bad.getKey());
            assertTrue(answer.startsWith("HTTP/1.1 " + bad.getValue()), bad.getKey() + answer);
            assertTrue(answer.contains("application/problem+json"), bad.getKey() + answer);
            assertTrue(answer.contains("\"status\":" + bad.getValue()), bad.getKey() + answer);
        }
    }

    /// Up to the end of the problem document.
    private String whole(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
                if (read == '}') {
                    break;
                }
            }
            return answer.toString();
        }
    }

    @Test
    void aFormIsSmallWhetherItSaysItsLengthOrNot() throws Exception {
        byte[] large = new byte[(int) BodyLimit.SMALL_BYTES + 1];
        assertEquals(413, post("/connexion", HttpRequest.BodyPublishers.ofByteArray(large)));
        assertEquals(
                413,
                post("/connexion", HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    }

    @Test
    void whatIsNoFormIsABadRequestAndNoFault() throws Exception {
        HttpRequest json = HttpRequest.newBuilder(uri("/connexion"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"))
                .build();
        assertEquals(
                400, browser.send(json, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(400, post("/connexion", HttpRequest.BodyPublishers.noBody()));
        assertEquals(400, post("/connexion", HttpRequest.BodyPublishers.ofString("login=%zz")));
    }

    @Test
    void programsAreAnsweredWithAProblemDocument() throws Exception {
        HttpResponse<String> answer = get("/api/v1/stock", Optional.empty());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse(""));
        assertTrue(answer.body().contains("\"status\":401"), answer.body());
    }

    @Test
    void aFileIsServedOnceAndThenKnown() throws Exception {
        HttpResponse<String> file = get("/assets/tokens.css", Optional.empty());
        assertEquals(200, file.statusCode());
        HttpRequest again = HttpRequest.newBuilder(uri("/assets/tokens.css"))
                .header("If-None-Match", file.headers().firstValue("etag").orElseThrow())
                .build();
        HttpResponse<String> known = browser.send(again, HttpResponse.BodyHandlers.ofString());
        assertEquals(304, known.statusCode());
        assertEquals("", known.body());
    }

    @Test
    void nothingButTheFilesIsServedAsAFile() throws Exception {
        for (String path : List.of(
                "/assets/../../db/migration/V1__journal.sql",
                "/assets/%2e%2e/%2e%2e/db/migration/V1__journal.sql",
                "/assets/..%2f..%2fdb/migration/V1__journal.sql")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(answer.matches("HTTP/1.1 (303|40[0-9])"), path + " " + answer);
        }
    }

    private int post(String path, HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(body)
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void anAddressThatIsTakenIsSaidInAPlainSentence(Database database) {
        OfficeConfig same = OfficeConfig.read(List.of("--port", Integer.toString(server.port())));
        UncheckedIOException refused = assertThrows(
                UncheckedIOException.class,
                () -> OfficeServer.start(same, database, new Pages(), List.of(), List.of()));
        assertTrue(
                refused.getCause().getMessage().contains("port " + server.port()),
                refused.getCause().getMessage());
    }

    @Test
    void itSaysHowItIsAndCountsWhatItDoes() throws Exception {
        HttpResponse<String> health = get("/health", Optional.empty());
        assertEquals(200, health.statusCode());
        assertTrue(health.body().contains("database"), health.body());
        assertEquals(200, get("/metrics", Optional.empty()).statusCode());
    }

    @Test
    void everyPageForbidsForeignAndInlineContent() throws Exception {
        String policy = get("/connexion", Optional.empty())
                .headers()
                .firstValue("content-security-policy")
                .orElse("");
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    private HttpResponse<String> signIn(String password, String origin) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(uri("/connexion"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString("login=awa&password=" + password))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
    }

    private HttpResponse<String> get(String path, Optional<String> cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        cookie.ifPresent(c -> request.header("Cookie", c));
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(origin() + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes(12);
            return new String(first, StandardCharsets.US_ASCII);
        }
    }
}
