package fr.lamine.day;

import fr.lamine.backoffice.Office;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeConfig.External;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.Counter;
import fr.lamine.pos.CounterConfig;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.till.Till;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One office and one counter as the demonstration starts them, on free ports, without its weeks of trade. The office's
/// database is the embedded one, or one of its own on the PostgreSQL that `LAMINE_TEST_JDBC_URL` names.
final class OneHouse implements AutoCloseable {

    private final Path root;
    private final Optional<External> database;
    private final Counter counter;
    private Optional<Office> office = Optional.empty();
    private int officePort;

    final DeviceHand scale;
    final DeviceHand scanner;
    final DeviceHand printer;

    OneHouse() throws IOException, InterruptedException {
        this(true);
    }

    /// A house whose till nobody has opened yet.
    static OneHouse inTheMorning() throws IOException, InterruptedException {
        return new OneHouse(false);
    }

    private OneHouse(boolean open) throws IOException, InterruptedException {
        root = Files.createTempDirectory("lamine-day-");
        // PostgreSQL may run as another account, which must be able to enter
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        database = ownDatabase();
        openOffice();
        TerminalIdentity identity = enrol();
        counter = Counter.open(
                new CounterConfig(
                        root.resolve("counter"),
                        0,
                        Optional.of(URI.create(office(""))),
                        true,
                        Optional.of(localCurrencyIsTaken()),
                        Optional.empty(),
                        0),
                identity,
                InstantSource.system());
        if (open) {
            openTill(identity);
        }
        Map<String, String> controls = counter.demo().orElseThrow().controlAddresses();
        scale = new DeviceHand(controls.get("scale-control"));
        scanner = new DeviceHand(controls.get("scanner-control"));
        printer = new DeviceHand(controls.get("printer-control"));
    }

    private Path localCurrencyIsTaken() throws IOException {
        return Files.writeString(root.resolve("counter.properties"), "local-currency = true\n");
    }

    /// The emulated scale, past its control port.
    ScaleEmulator scaleItself() {
        return counter.demo().orElseThrow().scale();
    }

    /// As the demonstration leaves it: open, with a float.
    private void openTill(TerminalIdentity identity) {
        new Closings(new Commands(counter.store(), counter.book()))
                .open(cashier(identity), "opening-of-the-till", CashCount.fewest(Money.cents(15_000)), Instant.now());
    }

    private static Station cashier(TerminalIdentity identity) {
        Station station = new Station(identity.site(), identity.station(), "0.1.0");
        station.signIn(new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, ""));
        return station;
    }

    /// A ticket with a gift, by card and in cash, then the closing of the day, seven euros short.
    void tradeAndClose() {
        Station station = cashier(counter.store().identity());
        Commands commands = new Commands(counter.store(), counter.book());
        Till till = new Till(commands);
        Instant now = Instant.now();
        Money price = Money.cents(300);
        till.addCategory(station, "a-book-on-the-ticket", new CategoryCode("livre"), Optional.of(price), 4, now);
        till.addExtra(
                station,
                "a-gift-on-the-ticket",
                new ExtraLine(ExtraLine.Kind.GIFT, "Arrondi", Money.cents(50), Optional.empty()),
                now);
        till.pay(
                station,
                "payment-of-the-ticket",
                List.of(new TenderLine(Tender.CARD, Money.cents(1_000)), new TenderLine(Tender.CASH, Money.cents(250))),
                now);
        new Closings(commands)
                .closeDay(
                        station,
                        "closing-of-the-day",
                        CashCount.fewest(Money.cents(14_550)),
                        Money.cents(14_000),
                        Optional.empty(),
                        true,
                        now);
    }

    String office(String path) {
        return "http://127.0.0.1:" + officePort + path;
    }

    String counter(String path) {
        return "http://127.0.0.1:" + counter.port() + path;
    }

    TerminalStore store() {
        return counter.store();
    }

    ReferenceBook book() {
        return counter.book();
    }

    void openOffice() {
        try {
            Office opened = Office.open(
                    new OfficeConfig(
                            "127.0.0.1",
                            officePort,
                            root.resolve("office"),
                            database,
                            Set.of("127.0.0.1", "localhost"),
                            true,
                            false),
                    InstantSource.system());
            office = Optional.of(opened);
            officePort = opened.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void closeOffice() {
        office.ifPresent(Office::close);
        office = Optional.empty();
    }

    /// As a new counter does at its first start, by the code that the office left for it.
    private TerminalIdentity enrol() throws IOException, InterruptedException {
        String code = Files.readAllLines(root.resolve("office/demo/enrolment.txt")).stream()
                .filter(line -> line.startsWith("901 "))
                .map(line -> line.split(" ")[2])
                .findFirst()
                .orElseThrow();
        KeyFolder keys =
                new KeyFolder(StoreFolders.under(root.resolve("counter")).keys());
        String publicKey = keys.keyOrNew(1).verifyingKey().text();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(office("/api/v1/enrolment")))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(Json.write(new Enrolment(code, publicKey))))
                            .build(),
                    BodyHandlers.ofString());
            TerminalIdentity identity = TerminalIdentity.of(Json.read(answer.body(), Enrolled.class));
            keys.keep(identity);
            return identity;
        }
    }

    private static Optional<External> ownDatabase() {
        String url = System.getenv("LAMINE_TEST_JDBC_URL");
        if (url == null) {
            return Optional.empty();
        }
        String name = databaseName();
        execute("CREATE DATABASE " + name);
        return Optional.of(new External(
                url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                System.getenv("LAMINE_TEST_JDBC_USER"),
                System.getenv("LAMINE_TEST_JDBC_PASSWORD")));
    }

    private static String databaseName() {
        return "lamine_day_" + ProcessHandle.current().pid();
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        System.getenv("LAMINE_TEST_JDBC_URL"),
                        System.getenv("LAMINE_TEST_JDBC_USER"),
                        System.getenv("LAMINE_TEST_JDBC_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the whole day", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (DeviceHand hand : List.of(scale, scanner, printer)) {
            hand.close();
        }
        counter.close();
        closeOffice();
        if (database.isPresent()) {
            execute("DROP DATABASE " + databaseName() + " WITH (FORCE)");
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
