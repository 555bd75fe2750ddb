package fr.lamine.backoffice.policy;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.policy.PolicyRules.Outcome;
import fr.lamine.backoffice.reference.ReferenceDesk;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.site.OperatorCode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Where managers change the settings of the tills.
public final class PolicyDesk {

    private final OfficeJournal office;
    private final ReferenceDesk reference;

    public PolicyDesk(OfficeJournal office) {
        this.office = office;
        this.reference = new ReferenceDesk(office);
    }

    /// What came of a form.
    public sealed interface Saved {
        /// @param revision from which the tills go by it
        record Done(long revision) implements Saved {}

        record Refused(String sentence) implements Saved {}
    }

    /// @param token of the form: a second post is answered with the first's result
    /// @param seen  the revision that the manager had before her
    Saved save(
            Handle handle,
            String token,
            long seen,
            OperatorCode manager,
            Function<Catalog, Outcome> change,
            Instant now) {
        office.lock(handle);
        Optional<Long> answered = PostedFormDao.answered(handle, token);
        if (answered.isPresent()) {
            return new Saved.Done(answered.get());
        }
        CatalogDao.Dated current = reference.catalog(handle).orElseThrow();
        if (current.revision() != seen) {
            return new Saved.Refused("Quelqu’un a changé les réglages entre-temps. Relisez-les, puis recommencez :"
                    + " ce que vous aviez écrit n’est pas enregistré.");
        }
        return switch (change.apply(current.catalog())) {
            case Outcome.Refused(String sentence) -> new Saved.Refused(sentence);
            case Outcome.Changed(Catalog changed) -> {
                Optional<Saved> no =
                        SiteUse.refusal(handle, current.catalog(), changed).map(Saved.Refused::new);
                if (no.isPresent()) {
                    yield no.get();
                }
                long revision = changed.equals(current.catalog())
                        ? current.revision()
                        : reference.setCatalog(handle, manager, changed, now);
                PostedFormDao.note(handle, token, revision, now);
                yield new Saved.Done(revision);
            }
        };
    }
}
