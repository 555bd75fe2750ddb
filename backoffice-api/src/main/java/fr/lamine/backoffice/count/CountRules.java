package fr.lamine.backoffice.count;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a count says about the books.
public final class CountRules {

    private CountRules() {}

    static String scope(FactId count) {
        return "count:" + count;
    }

    /// The books' pieces that a count is held against. Whatever was sold between the first scan of a label and its last
    /// may have been one of those already counted, or one of the others.
    static long books(long atFirst, long atLast, long counted) {
        return Math.clamp(counted, Math.min(atFirst, atLast), Math.max(atFirst, atLast));
    }

    public static List<Difference> differences(List<Found> found) {
        return found.stream()
                .filter(f -> f.difference() != 0 && !f.mass().equals(Mass.ZERO))
                .map(f -> new Difference(
                        f.item(), f.category(), f.item().isPresent() ? Math.toIntExact(f.difference()) : 0, f.mass()))
                .toList();
    }

    static Optional<Discrepancy> judge(FactId count, SiteCode site, List<Found> found) {
        List<Difference> differences = differences(found);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Discrepancy(
                        Kind.COUNT_DIFFERS,
                        count.toString(),
                        scope(count),
                        Optional.of(site),
                        Optional.of(count),
                        "L’inventaire diffère des livres\u202f: " + sentence(differences) + "."));
    }

    public static String sentence(List<Difference> differences) {
        List<String> parts = new ArrayList<>();
        int missing = pieces(differences, false);
        int more = pieces(differences, true);
        if (missing > 0) {
            parts.add(missing == 1 ? "une pièce manque" : French.count(missing) + " pièces manquent");
        }
        if (more > 0) {
            parts.add(more == 1 ? "une pièce en trop" : French.count(more) + " pièces en trop");
        }
        Mass loose = differences.stream()
                .filter(d -> d.item().isEmpty())
                .map(Difference::mass)
                .reduce(Mass.ZERO, Mass::plus);
        if (differences.stream().anyMatch(d -> d.item().isEmpty())) {
            parts.add("vrac " + (loose.isPositive() ? "+" : "") + French.kg(loose));
        }
        return String.join(", ", parts);
    }

    private static int pieces(List<Difference> differences, boolean more) {
        return differences.stream()
                .filter(d -> d.more() == more)
                .mapToInt(d -> Math.abs(d.pieces()))
                .sum();
    }
}
