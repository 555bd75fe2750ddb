package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.count.CountDao;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.item.CarriedDao;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.backoffice.transfer.TransferDao;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Transit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Transfers and counts among what a run of facts changes.
final class Sites {

    private Sites() {}

    static void write(Handle handle, Collection<Recorded<SiteFact>> facts) {
        if (!facts.isEmpty()) {
            CarriedDao.write(handle, facts);
            TransferDao.write(handle, facts);
            CountDao.write(handle, facts);
        }
    }

    static List<Weight> weights(SiteFact fact) {
        return switch (fact) {
            case TransferSent s ->
                s.loose().stream().map(goods -> goods.weight()).toList();
            case TransferReceived r ->
                r.loose().stream().map(goods -> goods.weight()).toList();
            case Counted c -> c.loose().stream().map(goods -> goods.weight()).toList();
            case TransferSettled _, CountPosted _ -> List.of();
        };
    }

    /// The transfers that something was told of, each with a fact that told it.
    static Map<String, FactId> transfers(Gathered gathered, Posted posted) {
        Map<String, FactId> transfers = new TreeMap<>();
        for (var recorded : gathered.siteFacts) {
            Optional<String> transfer = switch (recorded.fact()) {
                case TransferSent s -> Optional.of(s.transfer());
                case TransferReceived r -> Optional.of(r.transfer());
                case TransferSettled s -> Optional.of(s.transfer());
                case Counted _, CountPosted _ -> Optional.empty();
            };
            transfer.ifPresent(code -> transfers.put(code, recorded.id()));
        }
        posted.all()
                .forEach(p -> Stream.of(p.movement().from(), p.movement().to())
                        .filter(Transit.class::isInstance)
                        .map(Transit.class::cast)
                        .forEach(t -> transfers.putIfAbsent(t.transfer(), p.fact())));
        return transfers;
    }

    /// Judges the counts whose books are not what they were when they were last judged.
    static List<Discrepancy> judgeCounts(Handle handle, Gathered gathered, Posted posted, Map<String, FactId> scopes) {
        Set<FactId> counts = new TreeSet<>();
        for (var recorded : gathered.siteFacts) {
            switch (recorded.fact()) {
                case Counted _ -> counts.add(recorded.id());
                case CountPosted p -> counts.add(p.count());
                case TransferSent _, TransferReceived _, TransferSettled _ -> {}
            }
        }
        if (counts.isEmpty()
                && gathered.items.isEmpty()
                && posted.all().findAny().isEmpty()) {
            return List.of();
        }
        CountDao.lock(handle, !counts.isEmpty());
        Set<SiteCode> sites = new TreeSet<>();
        posted.all().forEach(p -> {
            p.movement().from().books().ifPresent(sites::add);
            p.movement().to().books().ifPresent(sites::add);
        });
        Instant since = Stream.concat(
                        posted.all().map(Posting::occurredAt),
                        gathered.siteFacts.stream().flatMap(recorded -> asOf(recorded.fact())))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        if (!sites.isEmpty() || !gathered.items.isEmpty()) {
            counts.addAll(CountDao.concerned(
                    handle,
                    sites,
                    since.equals(Instant.MAX) ? Instant.parse("9999-01-01T00:00:00Z") : since,
                    gathered.items.keySet()));
        }
        FactId by = gathered.scopes.values().stream().reduce((_, b) -> b).orElseThrow();
        List<Discrepancy> found = new ArrayList<>();
        CountDao.judge(handle, counts).forEach((scope, discrepancy) -> {
            scopes.put(scope, by);
            discrepancy.ifPresent(found::add);
        });
        return found;
    }

    private static Stream<Instant> asOf(SiteFact fact) {
        return fact instanceof CountPosted posted ? Stream.of(posted.asOf()) : Stream.empty();
    }
}
