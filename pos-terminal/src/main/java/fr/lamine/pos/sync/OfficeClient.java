package fr.lamine.pos.sync;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.HoldRelease.Released;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.TerminalSession;
import fr.lamine.model.sync.TerminalSession.Challenge;
import fr.lamine.model.sync.TerminalSession.Opened;
import fr.lamine.model.sync.VoucherHold;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/// The office as this terminal speaks to it. One request at a time, each with a bounded wait and a bounded answer.
public final class OfficeClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final URI office;
    private final TerminalId terminal;
    private final HttpClient http;
    private final Duration patience;
    private volatile Optional<String> token = Optional.empty();

    /// @param office address of the office, such as `http://192.168.1.10:8080`
    public OfficeClient(URI office, TerminalId terminal) {
        this(office, terminal, CONNECT, ANSWER);
    }

    /// @param patience for each request, while somebody waits
    public OfficeClient(URI office, TerminalId terminal, Duration patience) {
        this(office, terminal, patience, patience);
    }

    private OfficeClient(URI office, TerminalId terminal, Duration connect, Duration patience) {
        this.office = office;
        this.terminal = terminal;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// Opens a session by signing the office's challenge.
    Heard<Opened> signIn(SigningKey key) throws InterruptedException {
        token = Optional.empty();
        return switch (this.<Challenge>post(own("/challenge"), "", Challenge.class)) {
            case Heard.Answer<Challenge>(Challenge given) -> answer(given.challenge(), key);
            case Heard.NotThere<Challenge> _, Heard.NotSignedIn<Challenge> _ -> new Heard.NotSignedIn<>();
            case Heard.Misunderstood<Challenge>(String why) -> new Heard.Misunderstood<>(why);
            case Heard.Silence<Challenge>(String why) -> new Heard.Silence<>(why);
        };
    }

    private Heard<Opened> answer(String challenge, SigningKey key) throws InterruptedException {
        var answer = new TerminalSession.Answer(
                challenge, key.verifyingKey().keyId(), key.sign(TerminalSession.signedText(terminal, challenge)));
        Heard<Opened> heard = post(own("/session"), Json.write(answer), Opened.class);
        if (heard instanceof Heard.Answer<Opened>(Opened opened)) {
            token = Optional.of(opened.token());
        }
        return heard;
    }

    Heard<Head> head(int generation) throws InterruptedException {
        return get(own("/journal/" + generation), Head.class);
    }

    Heard<Head> entry(int generation, long seq) throws InterruptedException {
        return get(own("/journal/" + generation + "/" + seq), Head.class);
    }

    Heard<JournalAnswer> send(JournalBatch batch) throws InterruptedException {
        return post(own("/journal"), Json.write(batch), JournalAnswer.class);
    }

    Heard<Person.Taken> tell(UUID uuid, Person person) throws InterruptedException {
        return exchange(
                request("/api/v1/persons/" + uuid)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Json.write(person))),
                Person.Taken.class);
    }

    Heard<ReferenceAnswer> reference(String epoch, long since) throws InterruptedException {
        String known = epoch.isEmpty() ? "" : "epoch=" + URLEncoder.encode(epoch, StandardCharsets.UTF_8) + "&";
        return get("/api/v1/reference?" + known + "since=" + since, ReferenceAnswer.class);
    }

    Heard<VoucherHeld> hold(VoucherHold asked) throws InterruptedException {
        return post(own("/holds/voucher"), Json.write(asked), VoucherHeld.class);
    }

    Heard<LineHeld> hold(LineHold asked) throws InterruptedException {
        return post(own("/holds/line"), Json.write(asked), LineHeld.class);
    }

    Heard<Released> release(HoldRelease said) throws InterruptedException {
        return post(own("/holds/release"), Json.write(said), Released.class);
    }

    Heard<SoldElsewhere> sale(FactId id) throws InterruptedException {
        return get(own("/sale?id=" + URLEncoder.encode(id.toString(), StandardCharsets.UTF_8)), SoldElsewhere.class);
    }

    private String own(String path) {
        return "/api/v1/terminals/" + terminal + path;
    }

    private <T> Heard<T> get(String path, Class<T> type) throws InterruptedException {
        return exchange(request(path).GET(), type);
    }

    private <T> Heard<T> post(String path, String body, Class<T> type) throws InterruptedException {
        return exchange(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), type);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(office.resolve(path)).timeout(patience);
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return request;
    }

    private <T> Heard<T> exchange(HttpRequest.Builder request, Class<T> type) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(
                    request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
            return heard(response, type);
        } catch (IOException e) {
            return new Heard.Silence<>(String.valueOf(e.getMessage()));
        }
    }

    private static <T> Heard<T> heard(HttpResponse<String> response, Class<T> type) {
        int status = response.statusCode();
        if (status == 200) {
            try {
                return new Heard.Answer<>(Json.read(response.body(), type));
            } catch (Json.Unreadable e) {
                return new Heard.Misunderstood<>(e.getMessage());
            }
        }
        return switch (status) {
            case 401 -> new Heard.NotSignedIn<>();
            case 404 -> new Heard.NotThere<>();
            case 408, 429 -> new Heard.Silence<>("status " + status);
            default ->
                status >= 400 && status < 500
                        ? new Heard.Misunderstood<>("status " + status)
                        : new Heard.Silence<>("status " + status);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
