package fr.lamine.backoffice.reconciliation;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import java.util.Map;

/// One category of the reconciliation. `start + Σ sign × flow = end`.
///
/// @param flows each column, above zero in its usual direction
/// @param gap   what nothing explains: differences of counts, thefts and breakages, and stock below zero; negative when
///              goods are missing
public record CategoryLine(CategoryCode category, Mass start, Map<Flow, Mass> flows, Mass end, Mass gap) {

    public CategoryLine {
        flows = Map.copyOf(flows);
    }

    public Mass flow(Flow flow) {
        return flows.getOrDefault(flow, Mass.ZERO);
    }
}
