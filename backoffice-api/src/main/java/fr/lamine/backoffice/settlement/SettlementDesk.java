package fr.lamine.backoffice.settlement;

import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where managers settle discrepancies.
public final class SettlementDesk {

    private final OfficeJournal office;

    public SettlementDesk(OfficeJournal office) {
        this.office = office;
    }

    /// What came of settling.
    public sealed interface Settled {
        record Done(FactId by) implements Settled {}

        record Refused(String sentence) implements Settled {}
    }

    /// Waits until no terminal is judged: what is found meanwhile would not see the settlement.
    ///
    /// @param shown the fact that showed it to the manager, if one did
    public Settled settle(
            Handle handle,
            Kind kind,
            String subject,
            Optional<FactId> shown,
            String reason,
            OperatorCode manager,
            Instant now) {
        handle.execute("LOCK TABLE terminal IN EXCLUSIVE MODE");
        Optional<InboxDao.Row> row = InboxDao.find(handle, kind, subject);
        if (row.isEmpty()) {
            return new Settled.Refused("Cet écart est déjà clos.");
        }
        if (!row.get().maySettle()) {
            return new Settled.Refused(
                    kind == Kind.TRANSFER_DIFFERS
                            ? "Cet écart se règle sur la page du transfert."
                            : "Cet écart se clôt par une pesée ou un comptage.");
        }
        if (!row.get().fact().equals(shown)) {
            return new Settled.Refused("Cet écart a changé entre-temps : relisez-le.");
        }
        String line = reason.strip().replaceAll("\\s+", " ");
        if (!DiscrepancySettled.isLine(line, DiscrepancySettled.MAX_REASON)) {
            return new Settled.Refused("Dites en quelques mots ce que vous avez vérifié, en 200 caractères au plus.");
        }
        DiscrepancySettled fact =
                new DiscrepancySettled(office.context(handle, manager, now), kind.name(), subject, shown, line);
        return new Settled.Done(office.append(handle, fact, now));
    }
}
