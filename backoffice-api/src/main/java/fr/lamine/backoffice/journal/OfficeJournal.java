package fr.lamine.backoffice.journal;

import fr.lamine.backoffice.apply.Apply;
import fr.lamine.backoffice.apply.Arrived;
import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.journal.JournalDao.Stored;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.site.BusinessDay;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Receipt;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The journal `OFFICE`: what managers decide is a fact like any other, sealed in the manager's own transaction.
///
/// @param kind of this house: a demonstration office never takes a real journal, nor the other way round
public record OfficeJournal(SigningKey key, JournalKind kind, String appVersion) {

    public static final OperatorCode NOBODY = new OperatorCode("BUREAU");
    public static final SiteCode SITE = new SiteCode("BUREAU");

    private static final StationCode STATION = new StationCode("BUREAU");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime CUT_OFF = LocalTime.of(4, 0);

    /// Opens the journal of a new office; does nothing for one that stands.
    ///
    /// @throws IllegalStateException when the office was opened with another key
    public void open(Handle handle, Instant now) {
        int created = handle.createUpdate("""
                INSERT INTO terminal (terminal, site, station, kind, public_key, enrolled_at)
                VALUES (:terminal, :site, :station, :kind, :key, :now) ON CONFLICT (terminal) DO NOTHING""")
                .bind("terminal", TerminalId.OFFICE.code())
                .bind("site", SITE.code())
                .bind("station", STATION.code())
                .bind("kind", kind)
                .bind("key", key.verifyingKey().text())
                .bind("now", now)
                .execute();
        if (created == 1) {
            JournalId first = JournalId.of(TerminalId.OFFICE, 1);
            KeyDao.register(handle, new KeyDao.InForce(first, 1, key.verifyingKey()));
            String publicKey = key.verifyingKey().text();
            seal(handle, Head.empty(first), new Fact.JournalOpened(context(handle, NOBODY, now), kind, publicKey), now);
        } else if (KeyDao.find(handle, TerminalId.OFFICE, key.verifyingKey().keyId())
                .isEmpty()) {
            throw new IllegalStateException("the office's key file is not the one this database was opened with");
        }
    }

    /// Appends a fact, to be called last among the writes that belong to it.
    public FactId append(Handle handle, Fact fact, Instant now) {
        lock(handle);
        return seal(handle, head(handle), fact, now);
    }

    /// Begins a new generation after the office was restored from a copy: what it may have written since then is lost
    /// here, and terminals that witnessed it must not be contradicted under the same numbers.
    public FactId continueAfterRestore(Handle handle, Instant now) {
        lock(handle);
        Head last = head(handle);
        JournalId next = JournalId.of(TerminalId.OFFICE, last.journal().generation() + 1);
        KeyDao.register(handle, new KeyDao.InForce(next, 1, key.verifyingKey()));
        Fact fact = new Fact.JournalContinues(
                context(handle, NOBODY, now),
                kind,
                key.verifyingKey().text(),
                Optional.of(Endorsement.sign(next, key.verifyingKey(), key)),
                last.journal().generation(),
                last.seq(),
                last.hash(),
                PerpetualTotals.NONE,
                ContinueCause.STORE_BEHIND_HEAD);
        return seal(handle, Head.empty(next), fact, now);
    }

    /// The lock under which the journal grows; taken before any other that its facts need.
    public void lock(Handle handle) {
        JournalDao.lock(handle, TerminalId.OFFICE)
                .orElseThrow(() -> new IllegalStateException("the office's journal is not open"));
    }

    public Head head(Handle handle) {
        return JournalDao.latest(handle, TerminalId.OFFICE);
    }

    public Receipt receipt(Head head, Instant now) {
        return Receipt.sign(head, now, key);
    }

    /// The circumstances of something a manager does now.
    public Context context(Handle handle, OperatorCode operator, Instant now) {
        return new Context(
                SITE,
                STATION,
                operator,
                now,
                BusinessDay.of(now, ZONE, CUT_OFF),
                Optional.empty(),
                CatalogDao.current(handle).map(CatalogDao.Dated::revision).orElse(0L),
                appVersion);
    }

    private FactId seal(Handle handle, Head head, Fact fact, Instant now) {
        Entry entry = Chain.seal(head, now, FactTypes.typeOf(fact), Json.writeFact(fact), key);
        JournalDao.add(handle, List.of(new Stored(head.journal(), entry)), List.of(head.after(entry)), now);
        Apply.apply(handle, List.of(new Arrived(head.journal(), entry, kind)), now);
        return entry.id();
    }
}
