package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.count.CountDao;
import fr.lamine.backoffice.count.CountDao.Count;
import fr.lamine.backoffice.count.CountRules;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.stock.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where managers post what a count found.
public final class CountDesk {

    private final OfficeJournal office;

    public CountDesk(OfficeJournal office) {
        this.office = office;
    }

    /// What came of posting.
    public sealed interface Said {
        record Done(FactId by) implements Said {}

        record Refused(String sentence) implements Said {}
    }

    /// Waits until no terminal is judged: what arrives meanwhile would change the difference.
    ///
    /// @param shown the difference in words, as the manager saw it
    public Said post(Handle handle, FactId id, String shown, String reason, OperatorCode manager, Instant now) {
        handle.execute("LOCK TABLE terminal IN EXCLUSIVE MODE");
        Optional<Count> count = CountDao.find(handle, id);
        List<Difference> differences = count.map(c -> CountRules.differences(CountDao.found(handle, c)))
                .orElse(List.of());
        if (differences.isEmpty()) {
            return new Said.Refused("Il n’y a plus rien à valider.");
        }
        if (!CountRules.sentence(differences).equals(shown)) {
            return new Said.Refused("L’écart a changé entre-temps\u202f: relisez-le.");
        }
        String line = reason.strip().replaceAll("\\s+", " ");
        if (!SiteFact.isReason(line)) {
            return new Said.Refused("Dites en quelques mots ce que vous avez vérifié, en 200 caractères au plus.");
        }
        CountPosted fact = new CountPosted(
                office.context(handle, manager, now),
                id,
                count.get().ended().plusMillis(1),
                count.get().place(),
                differences,
                line);
        return new Said.Done(office.append(handle, fact, now));
    }
}
