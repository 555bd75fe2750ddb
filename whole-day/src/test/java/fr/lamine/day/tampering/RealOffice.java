package fr.lamine.day.tampering;

import fr.lamine.backoffice.Office;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.journal.OfficeKey;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.EmbeddedPostgres;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A whole office on a port of its own, with a second way into its database for who asks questions.
public final class RealOffice implements AutoCloseable {

    public static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    private static final OperatorCode MANAGER = new OperatorCode("LEA");

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Office office;
    private final Database database;
    private final EnrolmentDesk desk;

    public RealOffice() throws IOException {
        folder = Files.createTempDirectory("lamine-tampering-");
        // PostgreSQL may run as another account, which must be able to enter
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        Path data = folder.resolve("office");
        office = Office.open(
                new OfficeConfig(
                        "127.0.0.1",
                        0,
                        data,
                        Optional.of(
                                new OfficeConfig.External(postgres.jdbcUrl(), postgres.user(), postgres.password())),
                        Set.of("127.0.0.1", "localhost"),
                        false,
                        false),
                InstantSource.system());
        database = Database.open(postgres.jdbcUrl(), postgres.user(), postgres.password());
        desk = new EnrolmentDesk(new OfficeJournal(
                OfficeKey.loadOrCreate(data.resolve("secret").resolve("office.key")), JournalKind.REAL, "0.1.0"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + office.port());
    }

    /// A till of its own, on a folder as it stands in a shop.
    public void enrol(TerminalId terminal, Path till) {
        KeyFolder keys = new KeyFolder(StoreFolders.under(till).keys());
        String publicKey = keys.keyOrNew(1).verifyingKey().text();
        Enrolled enrolled = database.inTransaction(h -> {
            Instant now = Instant.now();
            var prepared = desk.prepare(h, terminal, ARCUEIL, new StationCode("P1"), JournalKind.REAL, MANAGER, now);
            return switch (prepared) {
                case EnrolmentDesk.Prepared.Code(var code, var _) ->
                    desk.enrol(h, new Enrolment(code, publicKey), now).orElseThrow();
                case EnrolmentDesk.Prepared.Refused(var sentence) -> throw new IllegalStateException(sentence);
            };
        });
        keys.keep(TerminalIdentity.of(enrolled));
    }

    /// What the office counts of a terminal, all its generations and branches together, in cents.
    long revenue(TerminalId terminal) {
        return count("SELECT coalesce(sum(total_cents), 0)::bigint FROM sale WHERE terminal = ?", terminal);
    }

    long unapplied(TerminalId terminal) {
        return count(
                "SELECT count(*) FROM unapplied WHERE split_part(split_part(journal, '/', 1), '~', 1) = ?", terminal);
    }

    /// Kind and sentence of what is open about a terminal.
    List<String> discrepancies(TerminalId terminal) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("""
                                SELECT kind || ' ' || text FROM discrepancy
                                WHERE closed_at IS NULL AND (subject LIKE :t || '/%' OR subject LIKE :t || '#%')
                                ORDER BY 1""")
                        .bind("t", terminal.code())
                        .mapTo(String.class)
                        .list());
    }

    /// The subjects of open discrepancies of a kind.
    public Set<String> open(String kind) {
        return Set.copyOf(database.jdbi()
                .withHandle(
                        h -> h.createQuery("SELECT subject FROM discrepancy WHERE closed_at IS NULL AND kind = :kind")
                                .bind("kind", kind)
                                .mapTo(String.class)
                                .list()));
    }

    /// What tickets still hold.
    public long holds() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("SELECT count(*) FROM hold")
                        .mapTo(Long.class)
                        .one());
    }

    /// Cents that the days of the shop add up to, against the cents of its tickets.
    boolean daysAddUp() {
        return database.jdbi()
                .withHandle(h -> h.createQuery("""
                                SELECT (SELECT coalesce(sum(cents), 0) FROM daily_tender)
                                     = (SELECT coalesce(sum(cents), 0) FROM tender_line)""").mapTo(Boolean.class).one());
    }

    private long count(String sql, TerminalId terminal) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(sql)
                        .bind(0, terminal.code())
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void close() throws IOException {
        database.close();
        office.close();
        postgres.close();
        Meddling.delete(folder);
    }
}
