package fr.lamine.backoffice.reference;

import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.catalog.RevisionDao.State;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.reference.EpochFile.Noted;
import fr.lamine.model.journal.StartingCatalog;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Opening the books at the start of the office: new ones, those left the day before, or those put back from a copy.
public final class Opening {

    private Opening() {}

    /// @param restored somebody says that the database was put back from a copy
    public static void open(Handle handle, OfficeJournal office, EpochFile epoch, boolean restored, Instant now)
            throws IOException {
        Optional<State> state = RevisionDao.find(handle);
        Optional<Noted> noted = epoch.read();
        if (state.isEmpty()) {
            RevisionDao.begin(handle, newEpoch(), noted.map(Noted::revision).orElse(0L));
            office.open(handle, now);
            new ReferenceDesk(office).setCatalog(handle, OfficeJournal.NOBODY, StartingCatalog.read(), now);
            return;
        }
        office.open(handle, now);
        boolean behind = noted.filter(n -> !n.epoch().equals(state.get().epoch())
                        || n.revision() > state.get().revision())
                .isPresent();
        if (restored || behind) {
            RevisionDao.begin(handle, newEpoch(), noted.map(Noted::revision).orElse(0L));
            office.continueAfterRestore(handle, now);
            epoch.note(RevisionDao.state(handle));
        }
    }

    private static String newEpoch() {
        return UUID.randomUUID().toString();
    }
}
