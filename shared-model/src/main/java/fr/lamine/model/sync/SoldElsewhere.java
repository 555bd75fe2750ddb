package fr.lamine.model.sync;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.LineHold.LineBack;
import java.util.List;

/// A sale of another till, as its journal tells it, with what came back of it.
///
/// @param back one for each line of which something came back or is held
public record SoldElsewhere(Entry entry, List<LineBack> back) {

    public SoldElsewhere {
        back = List.copyOf(back);
    }

    public FactId id() {
        return entry.id();
    }

    /// @throws Json.Unreadable when this version cannot read it, or it is no sale
    public Fact.Sale sale() {
        return switch (Json.fact(entry)) {
            case Fact.Sale sale -> sale;
            case Fact other ->
                throw new IllegalArgumentException(
                        id() + " is no sale but " + other.getClass().getSimpleName());
        };
    }
}
