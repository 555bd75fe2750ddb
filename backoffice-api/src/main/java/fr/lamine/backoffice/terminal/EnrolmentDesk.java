package fr.lamine.backoffice.terminal;

import fr.lamine.backoffice.journal.KeyDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Making a terminal known: a manager asks for a one-time code, the terminal shows it with the key it made.
public final class EnrolmentDesk {

    public static final Duration CODE_HOLDS = Duration.ofHours(24);

    /// Letters and digits that nobody mistakes for another.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final OfficeJournal office;
    private final SecureRandom random = new SecureRandom();

    public EnrolmentDesk(OfficeJournal office) {
        this.office = office;
    }

    /// What came of asking for a code.
    public sealed interface Prepared {
        record Code(String code, Instant expiresAt) implements Prepared {}

        record Refused(String sentence) implements Prepared {}
    }

    public Prepared prepare(
            Handle handle,
            TerminalId terminal,
            SiteCode site,
            StationCode station,
            JournalKind kind,
            OperatorCode operator,
            Instant now) {
        Optional<String> refusal = refusal(handle, terminal, kind);
        if (refusal.isPresent()) {
            return new Prepared.Refused(refusal.get());
        }
        String code = newCode();
        Instant expiresAt = now.plus(CODE_HOLDS);
        handle.createUpdate("""
                INSERT INTO enrolment_code (code_hash, terminal, site, station, kind, operator, expires_at)
                VALUES (:code, :terminal, :site, :station, :kind, :operator, :expires)
                ON CONFLICT (terminal) DO UPDATE
                SET code_hash = excluded.code_hash, site = excluded.site, station = excluded.station,
                    kind = excluded.kind, operator = excluded.operator, expires_at = excluded.expires_at""")
                .bind("code", hash(code))
                .bind("terminal", terminal.code())
                .bind("site", site.code())
                .bind("station", station.code())
                .bind("kind", kind)
                .bind("operator", operator.code())
                .bind("expires", expiresAt)
                .execute();
        return new Prepared.Code(code, expiresAt);
    }

    /// Empty when the code is not one that holds, or was used.
    ///
    /// @throws IllegalArgumentException when the key is no P-256 key
    public Optional<Enrolled> enrol(Handle handle, Enrolment enrolment, Instant now) {
        VerifyingKey key = VerifyingKey.parse(enrolment.publicKey());
        office.lock(handle);
        record Asked(
                TerminalId terminal, SiteCode site, StationCode station, JournalKind kind, OperatorCode operator) {}
        Optional<Asked> asked = handle.createQuery("""
                DELETE FROM enrolment_code WHERE code_hash = :code AND expires_at > :now
                RETURNING terminal, site, station, kind, operator""")
                .bind("code", hash(enrolment.code()))
                .bind("now", now)
                .map((row, _) -> new Asked(
                        new TerminalId(row.getString(1)),
                        new SiteCode(row.getString(2)),
                        new StationCode(row.getString(3)),
                        JournalKind.valueOf(row.getString(4)),
                        new OperatorCode(row.getString(5))))
                .findOne();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Asked a = asked.get();
        handle.createUpdate("""
                INSERT INTO terminal (terminal, site, station, kind, public_key, enrolled_at)
                VALUES (:terminal, :site, :station, :kind, :key, :now)""")
                .bind("terminal", a.terminal().code())
                .bind("site", a.site().code())
                .bind("station", a.station().code())
                .bind("kind", a.kind())
                .bind("key", key.text())
                .bind("now", now)
                .execute();
        KeyDao.register(handle, new KeyDao.InForce(JournalId.of(a.terminal(), 1), 1, key));
        office.append(
                handle,
                new Fact.TerminalEnrolled(
                        office.context(handle, a.operator(), now), a.terminal(), a.kind(), a.site(), key.text()),
                now);
        return Optional.of(new Enrolled(
                a.terminal(),
                a.site(),
                a.station(),
                a.kind(),
                office.key().verifyingKey().text()));
    }

    private Optional<String> refusal(Handle handle, TerminalId terminal, JournalKind kind) {
        if (terminal.isOffice()) {
            return Optional.of("Ce numéro est celui du bureau.");
        }
        if (kind != JournalKind.TRAINING && kind != office.kind()) {
            return Optional.of("Un poste de démonstration et un bureau réel ne vont pas ensemble.");
        }
        if (terminal.isForTrainingOrDemo() == (kind == JournalKind.REAL)) {
            return Optional.of("Les numéros 900 à 999 sont pour la formation et la démonstration, les autres non.");
        }
        if (TerminalDao.isEnrolled(handle, terminal)) {
            return Optional.of("Le poste " + terminal + " existe déjà. Un poste remplacé prend un nouveau numéro.");
        }
        return Optional.empty();
    }

    private String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String hash(String code) {
        return Chain.sha256(code.getBytes(StandardCharsets.UTF_8));
    }
}
