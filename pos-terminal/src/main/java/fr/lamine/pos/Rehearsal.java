package fr.lamine.pos;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import io.helidon.logging.common.LogConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// A counter that lives some minutes in a folder of its own and is thrown away: what the machine learns of it
/// (`-XX:AOTCacheOutput`) lets the next counter start in a third of the time. The launcher runs it once after each
/// build.
public final class Rehearsal {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final OperatorCode CASHIER = new OperatorCode("AWA");
    private static final String PIN = "2580";

    private final HttpClient http;
    private final String address;
    private String page = "";

    private Rehearsal(HttpClient http, int port) {
        this.http = http;
        this.address = "http://127.0.0.1:" + port;
    }

    /// @param arguments where the database's code for this machine is laid out, if anywhere
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogConfig.configureRuntime();
        if (arguments.length > 0) {
            layOut(Path.of(arguments[0]));
        }
        Path folder = Files.createTempDirectory("lamine-rehearsal-");
        TerminalIdentity identity = new TerminalIdentity(
                TerminalId.of(901),
                StartingCatalog.read().sites().getFirst().code(),
                new StationCode("P1"),
                JournalKind.DEMO,
                "");
        new KeyFolder(StoreFolders.under(folder).keys()).keep(identity);
        CounterConfig config =
                new CounterConfig(folder, 0, Optional.empty(), true, Optional.empty(), Optional.empty(), 0);
        try {
            live(config, identity);
            // the next start finds a journal
            StillCounter.open(folder).close();
        } finally {
            delete(folder);
        }
    }

    private static void live(CounterConfig config, TerminalIdentity identity) throws IOException, InterruptedException {
        try (Counter counter = Counter.open(config, identity, InstantSource.system());
                HttpClient http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            furnish(counter, identity);
            new Rehearsal(http, counter.port()).play();
        }
    }

    /// From within its jar each start would unpack it anew, and a crash would leave the copy behind.
    private static void layOut(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        Files.createDirectories(folder);
        try (InputStream code =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (code != null) {
                Files.copy(code, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// What the office would send, and coins in the drawer.
    private static void furnish(Counter counter, TerminalIdentity identity) {
        String pin = Password.hash(PIN)
                .addRandomSalt()
                .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID))
                .getResult();
        Operator cashier = new Operator(CASHIER, "Awa D.", Role.CASHIER, pin);
        counter.book()
                .take(
                        new ReferenceAnswer(
                                "rehearsal",
                                1,
                                true,
                                Head.empty(JournalId.of(identity.terminal(), 1)),
                                1,
                                Optional.of(StartingCatalog.read()),
                                Optional.of(List.of(cashier)),
                                List.of(),
                                Head.empty(JournalId.of(TerminalId.OFFICE, 1))),
                        Instant.now());
        Station station = new Station(identity.site(), identity.station(), Counter.VERSION);
        station.signIn(cashier);
        new Closings(new Commands(counter.store(), counter.book()))
                .open(station, "opening-of-the-till", CashCount.fewest(Money.cents(15_000)), Instant.now());
    }

    /// Somebody signs in, sells a book, reads the X.
    private void play() throws IOException, InterruptedException {
        get("/");
        post("/connexion/operateur", Map.of("operator", CASHIER.code()));
        post("/connexion/pin", Map.of("operator", CASHIER.code(), "pin", PIN));
        for (int sale = 0; sale < 3; sale++) {
            post("/caisse/categorie", Map.of("category", "livre"));
            post("/caisse/prix", Map.of("amount", "1,00"));
            post("/caisse/encaisser", Map.of());
            post("/caisse/payer/especes", Map.of("amount", "5,00"));
            post("/caisse/suivant", Map.of());
        }
        post("/tiroir/x", Map.of());
        post("/tiroir/retour", Map.of());
        get("/assets/counter.css");
        get("/assets/counter.js");
    }

    private void get(String path) throws IOException, InterruptedException {
        String answer = http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
        page = path.equals("/") ? answer : page;
    }

    private void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no token on the page before " + path);
        }
        StringBuilder body = new StringBuilder("token=" + encoded(token.group(1)));
        new TreeMap<>(fields)
                .forEach((name, value) ->
                        body.append('&').append(name).append('=').append(encoded(value)));
        page = http.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("HX-Request", "true")
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
