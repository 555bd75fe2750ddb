package fr.lamine.backoffice.person;

import fr.lamine.backoffice.platform.Database;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases persons whose time is over: when the office opens and every hour after that.
public final class PersonTimes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PersonTimes.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final Thread thread;

    private PersonTimes(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("persons").unstarted(this::run);
    }

    public static PersonTimes start(Database database, InstantSource clock) {
        PersonTimes times = new PersonTimes(database, clock);
        times.erase();
        times.thread.start();
        return times;
    }

    private void erase() {
        database.useTransaction(handle -> PersonDao.eraseOverdue(handle, clock.instant()));
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                eraseOrSay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A database that is away for a moment must not end the rule.
    private void eraseOrSay() {
        try {
            erase();
        } catch (RuntimeException e) {
            LOG.error("persons whose time is over were not erased this time", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
