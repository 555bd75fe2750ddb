package fr.lamine.backoffice;

import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.SignInPage;
import fr.lamine.backoffice.demo.DemoHouse;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.journal.OfficeKey;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.person.PersonTimes;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.EmbeddedPostgres;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeServer;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.backoffice.receipt.Postman;
import fr.lamine.backoffice.receipt.ReceiptPage;
import fr.lamine.backoffice.reference.EpochFile;
import fr.lamine.backoffice.reference.Opening;
import fr.lamine.backoffice.reference.ReferenceFeed;
import fr.lamine.backoffice.sync.Ingest;
import fr.lamine.backoffice.sync.OpenApi;
import fr.lamine.backoffice.sync.TerminalApi;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.backoffice.terminal.SessionDesk;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.sync.ReceiptWays;
import io.helidon.logging.common.LogConfig;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One running office: database, features, web server. It opens from the ground up and closes from the top down.
public final class Office implements AutoCloseable {

    private static final String VERSION = "0.1.0";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final OfficeServer server;

    private Office(OfficeConfig config, InstantSource clock) throws IOException {
        try {
            Database database = keep(openDatabase(config));
            boolean changed = database.migrate();
            OfficeJournal journal = journal(config);
            EpochFile epoch = new EpochFile(config.data().resolve("epoch"));
            Instant now = clock.instant();
            database.useTransaction(handle -> Opening.open(handle, journal, epoch, config.restored(), now));
            catchUp(database, config.rebuild() || changed, now);
            keep(PersonTimes.start(database, clock));
            Access access = new Access(database, clock);
            new DemoHouse(database, journal, access).furnish(config.data(), now);
            access.hireFirstAdministrator()
                    .ifPresent(
                            password -> System.out.println("Premier accès au bureau : identifiant admin, mot de passe "
                                    + password + " (montré une seule fois)"));
            config.mail().ifPresent(mail -> keep(new Postman(database, mail, clock).start()));
            server = keep(serve(config, database, journal, epoch, access, clock));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// @throws IOException with a plain French sentence when the database cannot be had
    public static Office open(OfficeConfig config, InstantSource clock) throws IOException {
        return new Office(config, clock);
    }

    public static void main(String[] args) {
        LogConfig.configureRuntime();
        try {
            OfficeConfig config = OfficeConfig.read(List.of(args));
            Office office = open(config, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(office::close));
            System.out.println("Le bureau est ouvert : http://" + config.host() + ":" + office.port() + "/");
        } catch (UncheckedIOException e) {
            refuse(e.getCause().getMessage());
        } catch (IOException | IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("the office could not be closed", e);
            }
        }
    }

    /// A newer version may apply what an older one had to set aside.
    private static void catchUp(Database database, boolean rebuild, Instant now) {
        if (rebuild) {
            long entries = database.inTransaction(handle -> Rebuild.all(handle, now));
            System.out.println("Tables reconstruites depuis les journaux : " + entries + " écritures.");
        } else {
            database.useTransaction(handle -> Rebuild.repair(handle, now));
        }
    }

    private Database openDatabase(OfficeConfig config) throws IOException {
        if (config.external().isPresent()) {
            OfficeConfig.External external = config.external().get();
            return Database.open(external.url(), external.user(), external.password());
        }
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(config.data().resolve("postgres")));
        return Database.open(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static OfficeJournal journal(OfficeConfig config) throws IOException {
        return new OfficeJournal(
                OfficeKey.loadOrCreate(config.data().resolve("secret").resolve("office.key")),
                config.demo() ? JournalKind.DEMO : JournalKind.REAL,
                VERSION);
    }

    private static OfficeServer serve(
            OfficeConfig config,
            Database database,
            OfficeJournal journal,
            EpochFile epoch,
            Access access,
            InstantSource clock) {
        Pages pages = new Pages();
        TerminalApi terminals = new TerminalApi(
                database,
                new Ingest(journal),
                new EnrolmentDesk(journal),
                new SessionDesk(),
                new ReferenceFeed(journal, epoch, ways(config)),
                clock);
        EnrolmentDesk enrolment = new EnrolmentDesk(journal);
        List<HttpService> services = new ArrayList<>(OfficePages.of(database, pages, enrolment, journal, clock));
        services.addAll(List.of(
                new SignInPage(access, pages), terminals, new OpenApi(), new ReceiptPage(database, pages, clock)));
        return OfficeServer.start(config, database, pages, List.of(new AccessGate(access)), services);
    }

    private static ReceiptWays ways(OfficeConfig config) {
        return new ReceiptWays(
                config.publicAddress().map(address -> address + "/t/"),
                config.mail().isPresent());
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }
}
