package fr.lamine.pos;

import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A whole counter as it runs in the demo, on real files, real drivers and emulated devices, and a browser's hand on
/// its
/// forms.
public final class RunningCounter implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public final Counter counter;
    public final MovableClock clock = new MovableClock();
    public final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String page = "";

    public RunningCounter(Path root) {
        this(root, 0);
    }

    RunningCounter(Path root, int port) {
        this(root, port, JournalKind.DEMO, true);
    }

    /// @param emulated whether its devices are emulated ones; without them it has none
    public RunningCounter(Path root, JournalKind kind, boolean emulated) {
        this(root, 0, kind, emulated);
    }

    private RunningCounter(Path root, int port, JournalKind kind, boolean emulated) {
        var identity = TestCounter.identity(kind == JournalKind.REAL ? 101 : 901, kind);
        new KeyFolder(StoreFolders.under(root).keys()).keep(identity);
        counter = Counter.open(
                new CounterConfig(root, port, Optional.empty(), emulated, Optional.empty(), Optional.empty(), 0),
                identity,
                clock);
        if (counter.book().current().epoch().isEmpty()) {
            receive(1, List.of(TestCounter.SORTER, TestCounter.CASHIER, TestCounter.MANAGER));
        }
        openTill(identity);
        show();
    }

    /// The office sends this one person.
    public void receive(Operator person) {
        receive(2, List.of(person));
    }

    /// The office can hand receipts over in these ways, and says nothing else that is new.
    public void receive(ReceiptWays ways) {
        counter.book()
                .take(
                        new ReferenceAnswer(
                                "e1",
                                counter.book().current().revision(),
                                false,
                                Head.empty(JournalId.of(TerminalId.of(901), 1)),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Head.empty(JournalId.of(TerminalId.OFFICE, 1)),
                                ways),
                        clock.instant());
    }

    public TerminalStore store() {
        return counter.store();
    }

    private void receive(long revision, List<Operator> people) {
        counter.book()
                .take(
                        new ReferenceAnswer(
                                "e1",
                                revision,
                                true,
                                Head.empty(JournalId.of(TerminalId.of(901), 1)),
                                1,
                                Optional.of(StartingCatalog.read()),
                                Optional.of(people),
                                List.of(),
                                Head.empty(JournalId.of(TerminalId.OFFICE, 1))),
                        clock.instant());
    }

    /// As the demonstration leaves it: open, with a float.
    private void openTill(TerminalIdentity identity) {
        if (counter.store().book().session().isEmpty()) {
            Station station = new Station(identity.site(), identity.station(), "0.1.0");
            station.signIn(TestCounter.CASHIER);
            new Closings(new Commands(counter.store(), counter.book()))
                    .open(station, "opening-of-the-till", CashCount.fewest(TestCounter.FLOAT), clock.instant());
        }
    }

    /// The machine's clock, moved on by hand where a test must wait.
    public static final class MovableClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        public void move(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + counter.port() + path);
    }

    public String page() {
        return page;
    }

    /// Something lies still on the scale, and the weigh-in screen shows its grams.
    void put(long grams) {
        scale().put(Mass.grams(grams));
        scale().still();
        until("the scale shows " + grams, () -> show("/pesee").contains(digits(grams)));
    }

    /// The large digits of a weight that is stable.
    static String digits(long grams) {
        return "class=\"digits stable \">%d,%03d<".formatted(grams / 1000, grams % 1000);
    }

    public String show() {
        return show("/");
    }

    public String show(String path) {
        page = send(HttpRequest.newBuilder(at(path)).GET()).body();
        return page;
    }

    /// The one-time token of the last page.
    public String token() {
        Matcher matcher = TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no token on the page: " + page);
        }
        return matcher.group(1);
    }

    /// Posts a form of the last page as htmx does; the answer is the next page.
    public String post(String path, String... fields) {
        return postWith(token(), path, fields);
    }

    public String postWith(String token, String path, String... fields) {
        HttpResponse<String> answer = send(form(path, token, fields).header("HX-Request", "true"));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        page = answer.body();
        return page;
    }

    public HttpRequest.Builder form(String path, String token, String... fields) {
        StringBuilder body = new StringBuilder("token=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(at(path)).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " was answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public void signInCashier() {
        signIn("AWA");
    }

    public void signIn(String operator) {
        post("/connexion/operateur", "operator", operator);
        post("/connexion/pin", "operator", operator, "pin", TestCounter.PIN);
    }

    public ScaleEmulator scale() {
        return counter.demo().orElseThrow().scale();
    }

    public ScannerEmulator scanner() {
        return counter.demo().orElseThrow().scanner();
    }

    public PrinterEmulator printer() {
        return counter.demo().orElseThrow().printer();
    }

    /// Waits until the page says something; the page is asked again and again.
    public String until(String text) {
        until("the page says " + text, () -> show().contains(text));
        return page;
    }

    public void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain: " + what + "\n" + page);
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    public List<Fact> facts() {
        return counter.store().generations().stream()
                .flatMap(this::entries)
                .map(Json::fact)
                .toList();
    }

    public <F extends Fact> List<F> facts(Class<F> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Stream<Entry> entries(int generation) {
        long last = counter.store().headOf(generation).orElseThrow().seq();
        return IntStream.rangeClosed(0, (int) (last - 1) / 100)
                .boxed()
                .flatMap(part -> counter.store().entries(generation, part * 100L, 100).stream());
    }

    @Override
    public void close() {
        counter.close();
        http.close();
    }

    /// Runs until it is stopped, to be looked at.
    public static void main(String[] arguments) throws InterruptedException {
        RunningCounter running = new RunningCounter(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(
                running.at("/") + " " + running.counter.demo().orElseThrow().controlAddresses());
        Thread.currentThread().join();
    }
}
