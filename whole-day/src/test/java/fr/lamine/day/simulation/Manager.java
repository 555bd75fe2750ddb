package fr.lamine.day.simulation;

import fr.lamine.backoffice.count.CountDao;
import fr.lamine.backoffice.count.CountRules;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.sites.CountDesk;
import fr.lamine.backoffice.sites.TransferDesk;
import fr.lamine.backoffice.sites.TransferDesk.Fate;
import fr.lamine.backoffice.transfer.Rest;
import fr.lamine.backoffice.transfer.TransferDao;
import fr.lamine.backoffice.transfer.TransferRules;
import fr.lamine.day.simulation.Deed.Seen;
import fr.lamine.day.simulation.Deed.Why;
import fr.lamine.day.simulation.World.Silent;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Difference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks into what counts and vans left open, goes there, and posts what was found.
final class Manager {

    private final SimulatedOffice office;

    Manager(SimulatedOffice office) {
        this.office = office;
    }

    /// @return how much was posted
    int lookInto(World world) {
        int posted = 0;
        for (String transfer : open("TRANSFER_DIFFERS")) {
            Optional<Fate> fate = world.silent.stream()
                    .filter(s -> s.transfer().equals(Optional.of(transfer)))
                    .map(Silent::how)
                    .findFirst()
                    .flatMap(Manager::fate);
            posted += fate.map(f -> settle(world, transfer, f)).orElse(0);
        }
        for (String count : open("COUNT_DIFFERS")) {
            posted += post(world, FactId.parse(count));
        }
        return posted;
    }

    private List<String> open(String kind) {
        return office.database()
                .jdbi()
                .withHandle(h -> h.createQuery(
                                "SELECT subject FROM discrepancy WHERE kind = :kind AND closed_at IS NULL ORDER BY subject")
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list());
    }

    private static Optional<Fate> fate(Silent.How how) {
        return switch (how) {
            case LEFT_BEHIND -> Optional.of(Fate.STAYED);
            case LOST_IN_THE_VAN -> Optional.of(Fate.LOST);
            case UNPACKED_UNSEEN -> Optional.of(Fate.ARRIVED);
            case STOLEN, LABEL_LOST -> Optional.empty();
        };
    }

    /// One thing is missing, and it is known what became of it; what else is on its way is waited for.
    private int settle(World world, String transfer, Fate fate) {
        world.pass(1);
        return office.database().inTransaction(h -> {
            List<Rest> rest = TransferDao.rest(h, List.of(transfer)).getOrDefault(transfer, List.of());
            if (!world.on(transfer).isEmpty()
                    || rest.size() != 1
                    || !rest.getFirst().mass().isPositive()) {
                return 0;
            }
            TransferDesk desk = new TransferDesk(office.journal());
            String shown = TransferRules.left(rest);
            return switch (desk.settle(h, transfer, fate, shown, "Vérifié", SimulatedOffice.MANAGER, world.now())) {
                case TransferDesk.Said.Done(var by) -> done(h, world, by);
                case TransferDesk.Said.Refused(var sentence) -> throw new IllegalStateException(sentence);
            };
        });
    }

    private int post(World world, FactId count) {
        world.pass(1);
        return office.database().inTransaction(h -> {
            List<Difference> found = CountRules.differences(
                    CountDao.found(h, CountDao.find(h, count).orElseThrow()));
            if (found.isEmpty()) {
                return 0;
            }
            String shown = CountRules.sentence(found);
            CountDesk desk = new CountDesk(office.journal());
            return switch (desk.post(h, count, shown, "Recompté", SimulatedOffice.MANAGER, world.now())) {
                case CountDesk.Said.Done(var by) -> done(h, world, by);
                case CountDesk.Said.Refused(var sentence) -> throw new IllegalStateException(sentence);
            };
        });
    }

    private static int done(Handle handle, World world, FactId by) {
        Entry entry =
                JournalDao.entriesAfter(handle, by.journal(), by.seq() - 1, 1).getFirst();
        Fact fact = Json.fact(entry);
        Deed.What what = switch (fact) {
            case CountPosted p -> new Deed.Posted(p.count(), p.asOf(), p.place(), p.differences());
            case TransferSettled s -> new Deed.Settled(s.transfer(), s.to(), s.rest());
            default -> throw new IllegalStateException("a manager said " + fact);
        };
        world.done(new Deed(
                TerminalId.OFFICE,
                by,
                entry.hash(),
                fact.context().occurredAt(),
                fact.context().site(),
                what,
                seen(what),
                List.of(),
                EnumSet.of(Why.AFTERWARDS)));
        return 1;
    }

    private static List<Seen> seen(Deed.What what) {
        if (what instanceof Deed.Posted(var _, var _, var place, var lines)) {
            Account count = new Account.Adjustment(place.site(), Cause.COUNT);
            return lines.stream().map(l -> seen(l, count, place)).toList();
        }
        Deed.Settled settled = (Deed.Settled) what;
        Account way = new Transit(settled.transfer());
        return settled.lines().stream().map(l -> seen(l, way, settled.to())).toList();
    }

    private static Seen seen(Difference line, Account from, Account to) {
        return new Seen(
                line.more() ? from : to,
                line.more() ? to : from,
                line.category(),
                Math.abs(line.mass().grams()),
                Math.abs(line.pieces()),
                line.item());
    }
}
