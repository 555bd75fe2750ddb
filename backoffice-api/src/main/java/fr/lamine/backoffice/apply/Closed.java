package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.closing.ClosingDao;
import fr.lamine.backoffice.closing.ClosingDao.Gap;
import fr.lamine.backoffice.closing.ClosingDao.Numbers;
import fr.lamine.backoffice.closing.ClosingRules;
import fr.lamine.backoffice.closing.ClosingRules.Differs;
import fr.lamine.backoffice.closing.OwnSums;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import fr.lamine.model.till.ClosingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Judges closings: a number that is missing, and totals that are not those of the tickets.
final class Closed {

    private Closed() {}

    private static String scope(FactId closing) {
        return "closing:" + closing;
    }

    private static String scope(Numbers numbers) {
        return "closings:" + numbers.terminal() + "#" + numbers.kind();
    }

    /// @param scopes what is judged, which grows here
    static List<Discrepancy> judge(Handle handle, Gathered gathered, Map<String, FactId> scopes) {
        List<Discrepancy> found = new ArrayList<>();
        Map<FactId, FactId> touched = new TreeMap<>();
        gathered.tickets.forEach((terminal, tickets) -> {
            FactId by = tickets.values().iterator().next();
            ClosingDao.covering(handle, terminal, tickets.keySet()).forEach(closing -> touched.put(closing, by));
        });
        FactId last = gathered.scopes.values().iterator().next();
        gathered.linesFrom.forEach((terminal, generation) ->
                ClosingDao.since(handle, terminal, generation).forEach(closing -> touched.putIfAbsent(closing, last)));
        gathered.closings.forEach(closing -> touched.put(closing.id(), closing.id()));
        touched.forEach((closing, by) -> {
            scopes.put(scope(closing), by);
            EntryDao.find(handle, closing)
                    .flatMap(StoredEntry::fact)
                    .filter(Closing.class::isInstance)
                    .map(Closing.class::cast)
                    .flatMap(fact -> differs(handle, closing, fact))
                    .ifPresent(found::add);
        });
        gathered.closings.forEach(closing -> {
            Numbers numbers = new Numbers(
                    closing.id().journal().terminal(), closing.fact().kind());
            if (scopes.put(scope(numbers), closing.id()) == null) {
                ClosingDao.gaps(handle, numbers).forEach(gap -> found.add(missing(gap)));
            }
        });
        return found;
    }

    private static Optional<Discrepancy> differs(Handle handle, FactId id, Closing closing) {
        return ClosingRules.differs(closing, OwnSums.over(handle, id, closing))
                .map(differs -> new Discrepancy(
                        Kind.CLOSING_DIFFERS,
                        id.toString(),
                        scope(id),
                        Optional.of(closing.context().site()),
                        Optional.of(id),
                        "La clôture %s n° %d du poste %s annonce %s ; les tickets que le bureau connaît donnent %s."
                                .formatted(
                                        kind(closing.kind()),
                                        closing.number(),
                                        id.journal().terminal(),
                                        told(differs, differs.closed()),
                                        told(differs, differs.counted()))));
    }

    private static String told(Differs differs, long number) {
        String euros = French.euros(Money.cents(differs.what() == ClosingRules.What.TICKETS ? 0 : number));
        return switch (differs.what()) {
            case TICKETS -> French.count(number) + " tickets";
            case SOLD -> euros + " de ventes";
            case RETURNED -> euros + " de retours";
            case TENDERS -> euros + " dans un moyen de paiement";
            case VAT -> euros + " sous un taux de TVA";
            case EXTRAS -> euros + " hors chiffre d’affaires";
        };
    }

    private static Discrepancy missing(Gap gap) {
        Numbers of = gap.of();
        String numbers = gap.from() == gap.to() ? "n° " + gap.from() : "n° " + gap.from() + " à " + gap.to();
        return new Discrepancy(
                Kind.CLOSING_MISSING,
                of.terminal() + "#" + of.kind() + "#" + gap.from() + "-" + gap.to(),
                scope(of),
                Optional.of(gap.site()),
                Optional.of(gap.next()),
                "Il manque au bureau la clôture %s %s du poste %s : la suivante est là."
                        .formatted(kind(of.kind()), numbers, of.terminal()));
    }

    private static String kind(ClosingKind kind) {
        return switch (kind) {
            case DAY -> "du jour";
            case MONTH -> "du mois";
            case YEAR -> "de l’année";
        };
    }
}
