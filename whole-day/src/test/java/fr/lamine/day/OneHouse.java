package fr.lamine.day;

import fr.lamine.backoffice.Office;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeConfig.External;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.TerminalStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One office and the counter of Arcueil as the demonstration starts them, on free ports, without its weeks of trade.
/// The office's database is the embedded one, or one of its own on the PostgreSQL that `LAMINE_TEST_JDBC_URL` names.
final class OneHouse implements AutoCloseable {

    private final Path root;
    private final Optional<External> database;
    private final List<OneCounter> counters = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private Optional<Office> office = Optional.empty();
    private int officePort;

    /// The till of Arcueil.
    final OneCounter arcueil;

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
        arcueil = counter(901, URI.create(office("")), demoCode(901));
        if (open) {
            arcueil.openTill();
        }
        scale = arcueil.scale;
        scanner = arcueil.scanner;
        printer = arcueil.printer;
    }

    private String demoCode(int terminal) {
        try {
            return Files.readAllLines(root.resolve("office/demo/enrolment.txt")).stream()
                    .filter(line -> line.startsWith(terminal + " "))
                    .map(line -> line.split(" ")[2])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OneCounter counter(int terminal, URI way, String code) throws IOException, InterruptedException {
        OneCounter counter = OneCounter.enrolled(root.resolve("counter-" + terminal), way, code);
        counters.add(counter);
        return counter;
    }

    /// The till of Gentilly, open, at the end of a cable of its own.
    OneCounter gentilly(Cable cable) {
        return newTill(902, cable, demoCode(902));
    }

    /// A new till, open, at the end of a cable of its own.
    ///
    /// @param code that the office gave out for it
    OneCounter newTill(int terminal, Cable cable, String code) {
        try {
            return counter(terminal, cable.address(), code).openTill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A way to the office that can be cut.
    Cable cable() {
        try {
            Cable cable = new Cable(officePort);
            cables.add(cable);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The emulated scale, past its control port.
    ScaleEmulator scaleItself() {
        return arcueil.scaleItself();
    }

    void tradeAndClose() {
        arcueil.tradeAndClose();
    }

    String office(String path) {
        return "http://127.0.0.1:" + officePort + path;
    }

    String counter(String path) {
        return arcueil.address(path);
    }

    TerminalStore store() {
        return arcueil.store();
    }

    ReferenceBook book() {
        return arcueil.book();
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
        for (OneCounter counter : counters) {
            counter.close();
        }
        for (Cable cable : cables) {
            cable.close();
        }
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
