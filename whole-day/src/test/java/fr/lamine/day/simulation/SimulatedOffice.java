package fr.lamine.day.simulation;

import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.reference.EpochFile;
import fr.lamine.backoffice.reference.Opening;
import fr.lamine.backoffice.reference.ReferenceDesk;
import fr.lamine.backoffice.reference.ReferenceFeed;
import fr.lamine.backoffice.settlement.SettlementDesk;
import fr.lamine.backoffice.sync.Ingest;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.backoffice.terminal.SessionDesk;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.TerminalSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The office's own parts on a real database, spoken to without a network in between; what goes in and out is written
/// and read as it would be on the wire.
final class SimulatedOffice implements AutoCloseable {

    static final OperatorCode MANAGER = new OperatorCode("LEA");

    /// @param forged journals for which the copied office had seen a wrong seal
    record Copy(String name, Set<String> forged) {}

    private final TestServer server;
    private final Path folder;
    private final OfficeJournal journal;
    private final Ingest ingest;
    private final SessionDesk sessions = new SessionDesk();
    private final EnrolmentDesk enrolment;
    private ReferenceFeed feed;
    private String name;
    private Database database;
    Set<String> forged = new TreeSet<>();
    int restores;

    SimulatedOffice(TestServer server, Path folder, Instant now) {
        this(server, folder, JournalKind.REAL, now);
    }

    SimulatedOffice(TestServer server, Path folder, JournalKind kind, Instant now) {
        this.journal = new OfficeJournal(SigningKey.generate(), kind, "0.1.0");
        this.ingest = new Ingest(journal);
        this.enrolment = new EnrolmentDesk(journal);
        this.server = server;
        this.folder = folder;
        this.name = server.create();
        this.database = server.open(name);
        open(false, now);
    }

    private void open(boolean restored, Instant now) {
        EpochFile epoch = new EpochFile(folder.resolve("epoch"));
        feed = new ReferenceFeed(journal, epoch);
        database.useTransaction(handle -> {
            try {
                Opening.open(handle, journal, epoch, restored, now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    JournalKind kind() {
        return journal.kind();
    }

    Database database() {
        return database;
    }

    OfficeJournal journal() {
        return journal;
    }

    void hire(Operator operator) {
        database.useTransaction(h -> new ReferenceDesk(journal).putOperator(h, operator));
    }

    Enrolled enrol(TerminalId terminal, SiteCode site, SigningKey key, Instant now) {
        return database.inTransaction(h -> {
            var prepared = enrolment.prepare(h, terminal, site, new StationCode("P1"), journal.kind(), MANAGER, now);
            return switch (prepared) {
                case EnrolmentDesk.Prepared.Code(var code, var _) ->
                    enrolment
                            .enrol(h, new Enrolment(code, key.verifyingKey().text()), now)
                            .orElseThrow();
                case EnrolmentDesk.Prepared.Refused(var sentence) -> throw new IllegalStateException(sentence);
            };
        });
    }

    /// A manager changes prices and average weights.
    void reprice(UnaryOperator<Catalog> change, Instant now) {
        database.useTransaction(h -> {
            ReferenceDesk desk = new ReferenceDesk(journal);
            desk.setCatalog(
                    h, MANAGER, change.apply(desk.catalog(h).orElseThrow().catalog()), now);
        });
    }

    /// A manager looks into every other discrepancy that a fact shows.
    ///
    /// @return how many were settled
    int settleSome(Instant now) {
        return database.inTransaction(h -> {
            List<InboxDao.Row> open = InboxDao.read(h, true, Optional.empty(), Optional.empty(), 1).rows().stream()
                    .filter(InboxDao.Row::maySettle)
                    .toList();
            SettlementDesk desk = new SettlementDesk(journal);
            for (int i = 0; i < open.size(); i += 2) {
                InboxDao.Row row = open.get(i);
                desk.settle(h, row.kind(), row.subject(), row.fact(), "Vérifié", MANAGER, now);
            }
            return (open.size() + 1) / 2;
        });
    }

    Optional<String> signIn(TerminalId terminal, SigningKey key, Instant now) {
        return database.inTransaction(h -> sessions.challenge(h, terminal, now)
                .flatMap(challenge -> sessions.open(
                        h,
                        terminal,
                        new TerminalSession.Answer(
                                challenge.challenge(),
                                key.verifyingKey().keyId(),
                                key.sign(TerminalSession.signedText(terminal, challenge.challenge()))),
                        now))
                .map(TerminalSession.Opened::token));
    }

    boolean isSignedIn(Optional<String> token, TerminalId terminal, Instant now) {
        return token.flatMap(t -> database.jdbi().withHandle(h -> sessions.terminal(h, t, now)))
                .filter(terminal::equals)
                .isPresent();
    }

    Head head(JournalId id) {
        return wire(database.jdbi().withHandle(h -> JournalDao.head(h, id)), Head.class);
    }

    Optional<Head> headAt(JournalId id, long seq) {
        return database.jdbi().withHandle(h -> JournalDao.headAt(h, id, seq));
    }

    JournalAnswer take(JournalBatch batch, Instant now) {
        JournalBatch heard = wire(batch, JournalBatch.class);
        return wire(database.inTransaction(h -> ingest.take(h, heard, now)), JournalAnswer.class);
    }

    JournalAnswer take(Handle handle, JournalBatch batch, Instant now) {
        return ingest.take(handle, batch, now);
    }

    ReferenceAnswer reference(TerminalId terminal, String epoch, long since) {
        Optional<String> held = Optional.of(epoch).filter(e -> !e.isEmpty());
        ReferenceAnswer answer = database.jdbi()
                .inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> feed.answer(h, terminal, held, since));
        return wire(answer, ReferenceAnswer.class);
    }

    private static <T> T wire(T value, Class<T> type) {
        return Json.read(Json.write(value), type);
    }

    Copy backup() {
        database.close();
        Copy copy = new Copy(server.copy(name), Set.copyOf(forged));
        database = server.open(name);
        return copy;
    }

    void restart(Instant now) {
        database.close();
        database = server.open(name);
        open(false, now);
    }

    /// @param told whether the administrator says that this is a copy; otherwise the office must notice by itself
    void restore(Copy copy, boolean told, Instant now) {
        database.close();
        server.drop(name);
        name = server.copy(copy.name());
        database = server.open(name);
        forged = new TreeSet<>(copy.forged());
        restores++;
        open(told, now);
    }

    void drop(Copy copy) {
        server.drop(copy.name());
    }

    @Override
    public void close() {
        database.close();
        server.drop(name);
    }
}
