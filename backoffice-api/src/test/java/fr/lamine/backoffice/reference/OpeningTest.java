package fr.lamine.backoffice.reference;

import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.catalog.RevisionDao.State;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.TerminalId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OfficeTestDatabase.class)
final class OpeningTest {

    private final OfficeJournal office = new OfficeJournal(SigningKey.generate(), JournalKind.REAL, "0.1.0");

    @TempDir
    private Path folder;

    private State open(Database database, OfficeJournal journal, boolean restored) throws IOException {
        EpochFile file = new EpochFile(folder.resolve("epoch"));
        database.useTransaction(h -> Opening.open(h, journal, file, restored, NOON));
        return database.jdbi().withHandle(RevisionDao::state);
    }

    private void assertOfficeJournalHolds(Database database) {
        JournalCheck check =
                new JournalCheck(Optional.of(office.key().verifyingKey().fingerprint()));
        database.jdbi().useHandle(h -> {
            for (JournalDao.Known known : JournalDao.all(h)) {
                for (Entry entry : JournalDao.entriesAfter(h, known.journal(), 0, 1_000)) {
                    assertEquals(Optional.empty(), check.next(entry), entry.id().toString());
                }
            }
        });
        assertTrue(check.entries() > 0);
    }

    @Test
    void aSecondStartFindsTheBooksAsTheyWere(Database database) throws IOException {
        State first = open(database, office, false);
        assertEquals(first, open(database, office, false));
        assertOfficeJournalHolds(database);
    }

    @Test
    void aDatabaseThatKnowsLessThanTerminalsWereToldBeginsAnEpochAndAGeneration(Database database) throws IOException {
        State first = open(database, office, false);
        new EpochFile(folder.resolve("epoch")).note(new State(first.epoch(), first.revision() + 7, 0));
        State second = open(database, office, false);
        assertNotEquals(first.epoch(), second.epoch());
        assertTrue(second.revision() > first.revision() + 7);
        assertEquals(
                JournalId.of(TerminalId.OFFICE, 2),
                database.jdbi().withHandle(office::head).journal());
        assertOfficeJournalHolds(database);
    }

    @Test
    void aRestoredOfficeBeginsOneGenerationNotOneAStart(Database database) throws IOException {
        State first = open(database, office, false);
        new EpochFile(folder.resolve("epoch")).note(new State(first.epoch(), first.revision() + 7, 0));
        State second = open(database, office, false);
        assertEquals(second, open(database, office, false), "though nobody has asked it anything in between");
    }

    @Test
    void aManagerMaySayThatTheDatabaseWasPutBack(Database database) throws IOException {
        State first = open(database, office, false);
        assertNotEquals(first.epoch(), open(database, office, true).epoch());
        assertOfficeJournalHolds(database);
    }

    @Test
    void anotherKeyThanTheBooksWereOpenedWithIsRefused(Database database) throws IOException {
        open(database, office, false);
        OfficeJournal other = new OfficeJournal(SigningKey.generate(), JournalKind.REAL, "0.1.0");
        assertThrows(IllegalStateException.class, () -> open(database, other, false));
    }
}
