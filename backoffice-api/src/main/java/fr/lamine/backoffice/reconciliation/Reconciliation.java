package fr.lamine.backoffice.reconciliation;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import java.util.List;
import java.util.Map;

/// The mass of a site and a period, explained.
///
/// @param lines       by category, largest first
/// @param provenances of what came in and of what was sold, given, recycled or thrown away: where each figure of mass
///                    comes from
/// @param bands       of the picture, from source to category and from category to outcome
public record Reconciliation(
        List<CategoryLine> lines, Map<Flow, Map<MassProvenance.Kind, Mass>> provenances, List<Sankey.Link> bands) {

    public Reconciliation {
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
    }

    public Mass start() {
        return lines.stream().map(CategoryLine::start).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass end() {
        return lines.stream().map(CategoryLine::end).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass gap() {
        return lines.stream().map(CategoryLine::gap).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass flow(Flow flow) {
        return lines.stream().map(line -> line.flow(flow)).reduce(Mass.ZERO, Mass::plus);
    }

    /// Surpluses and losses do not make up for each other.
    public Mass toExplain() {
        return Mass.grams(
                lines.stream().mapToLong(line -> Math.abs(line.gap().grams())).sum());
    }

    public Mass provenance(Flow flow, MassProvenance.Kind kind) {
        return provenances.getOrDefault(flow, Map.of()).getOrDefault(kind, Mass.ZERO);
    }

    public boolean has(Flow flow) {
        return lines.stream().anyMatch(line -> !line.flow(flow).equals(Mass.ZERO));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
