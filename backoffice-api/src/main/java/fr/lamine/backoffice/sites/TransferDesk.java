package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.transfer.Leg;
import fr.lamine.backoffice.transfer.Rest;
import fr.lamine.backoffice.transfer.TransferDao;
import fr.lamine.backoffice.transfer.TransferRules;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where managers say what became of goods that nobody received.
public final class TransferDesk {

    private final OfficeJournal office;

    public TransferDesk(OfficeJournal office) {
        this.office = office;
    }

    /// What a manager found out.
    public enum Fate {
        /// It stands on the shelf of the site it was sent to.
        ARRIVED,
        /// It never left, or came back.
        STAYED,
        LOST,
        STOLEN,
        BROKEN
    }

    /// What came of settling.
    public sealed interface Said {
        record Done(FactId by) implements Said {}

        record Refused(String sentence) implements Said {}
    }

    /// Waits until no terminal is judged: what arrives meanwhile would change what is left.
    ///
    /// @param shown what was left, in words, as the manager saw it
    public Said settle(
            Handle handle, String transfer, Fate fate, String shown, String reason, OperatorCode manager, Instant now) {
        handle.execute("LOCK TABLE terminal IN EXCLUSIVE MODE");
        List<Leg> legs = TransferDao.legs(handle, List.of(transfer));
        List<Rest> rest = rest(handle, transfer);
        Optional<Account> to = account(fate, legs);
        if (rest.isEmpty() || to.isEmpty()) {
            return new Said.Refused("Il ne reste rien de ce transfert en route.");
        }
        if (!TransferRules.left(rest).equals(shown)) {
            return new Said.Refused("Ce transfert a changé entre-temps\u202f: relisez-le.");
        }
        String line = reason.strip().replaceAll("\\s+", " ");
        if (!SiteFact.isReason(line)) {
            return new Said.Refused("Dites en quelques mots ce que vous avez vérifié, en 200 caractères au plus.");
        }
        TransferSettled fact = new TransferSettled(
                office.context(handle, manager, now),
                transfer,
                rest.stream().map(Rest::difference).toList(),
                to.get(),
                line);
        return new Said.Done(office.append(handle, fact, now));
    }

    private static List<Rest> rest(Handle handle, String transfer) {
        Map<String, List<Rest>> all = TransferDao.rest(handle, List.of(transfer));
        return all.getOrDefault(transfer, List.of());
    }

    private static Optional<Account> account(Fate fate, List<Leg> legs) {
        Optional<Leg> first = legs.stream()
                .filter(leg -> leg.way() == Leg.Way.SENT)
                .findFirst()
                .or(() -> legs.stream().findFirst());
        Optional<SiteCode> from = first.map(Leg::site);
        return switch (fate) {
            case ARRIVED -> TransferRules.destination(legs).map(site -> Account.place(site, Area.SHOP));
            case STAYED -> first.map(Leg::place);
            case LOST -> from.map(site -> new Account.Adjustment(site, Cause.LOST));
            case STOLEN -> from.map(site -> new Account.Adjustment(site, Cause.THEFT));
            case BROKEN -> from.map(site -> new Account.Adjustment(site, Cause.BREAKAGE));
        };
    }
}
