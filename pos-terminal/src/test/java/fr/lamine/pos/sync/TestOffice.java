package fr.lamine.pos.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.TerminalSession;
import fr.lamine.pos.TestCounter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The office model behind real HTTP, with moods: answers queued in [#moods] are given instead of the right one.
final class TestOffice implements AutoCloseable {

    record Mood(int status, String body) {}

    final OfficeModel model = new OfficeModel(TerminalId.of(901));
    final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    final Map<UUID, Person> persons = new ConcurrentHashMap<>();
    /// Persons whom it does not take.
    volatile Set<UUID> refuses = Set.of();
    /// So many first answers about persons never arrive.
    volatile int loses;
    /// How far the journal was whenever a person was told.
    final List<Long> headsWhenTold = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String token = "";
    private int sessions;

    TestOffice(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    int sessions() {
        return sessions;
    }

    void forgetSessions() {
        token = "";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Mood mood = moods.poll();
        Mood answer = mood != null ? mood : right(exchange, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Mood right(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath().replace("/api/v1/terminals/901", "");
        if (path.equals("/challenge")) {
            return ok(new TerminalSession.Challenge("a-challenge"));
        }
        if (path.equals("/session")) {
            var given = Json.read(body, TerminalSession.Answer.class);
            if (!model.knowsKeyOf(1, given.keyId()) || !given.challenge().equals("a-challenge")) {
                return new Mood(401, "");
            }
            sessions++;
            token = "token-" + sessions;
            return ok(new TerminalSession.Opened(token, 60));
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (token.isEmpty() || !("Bearer " + token).equals(authorization)) {
            return new Mood(401, "");
        }
        if (path.equals("/journal")) {
            return ok(model.take(Json.read(body, JournalBatch.class).entries()));
        }
        if (path.startsWith("/api/v1/persons/")) {
            UUID uuid = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
            headsWhenTold.add(model.head(1).seq());
            if (refuses.contains(uuid)) {
                return new Mood(409, "");
            }
            persons.put(uuid, Json.read(body, Person.class));
            return headsWhenTold.size() <= loses ? new Mood(500, "") : ok(new Person.Taken(uuid, true));
        }
        if (path.startsWith("/api/v1/reference")) {
            return ok(reference(exchange.getRequestURI().getQuery()));
        }
        String[] part = path.split("/");
        if (part.length == 3) {
            return ok(model.head(Integer.parseInt(part[2])));
        }
        Optional<Head> entry = model.entryAt(Integer.parseInt(part[2]), Long.parseLong(part[3]));
        return entry.map(TestOffice::ok).orElseGet(() -> new Mood(404, ""));
    }

    private ReferenceAnswer reference(String query) {
        boolean whole = !query.contains("epoch=" + model.epoch() + "&");
        return new ReferenceAnswer(
                model.epoch(),
                7,
                whole,
                model.head(1),
                3,
                whole ? Optional.of(StartingCatalog.read()) : Optional.empty(),
                whole ? Optional.of(List.of(TestCounter.SORTER, TestCounter.CASHIER)) : Optional.empty(),
                List.of(),
                Head.empty(JournalId.of(TerminalId.OFFICE, 1)));
    }

    private static Mood ok(Object value) {
        return new Mood(200, Json.write(value));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
