package fr.lamine.backoffice.fact;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;

/// A fact with its identity: the journal that holds it and its number there.
public record Recorded<F extends Fact>(FactId id, F fact) {

    public Context context() {
        return fact.context();
    }

    public String journal() {
        return id.journal().toString();
    }

    public long seq() {
        return id.seq();
    }
}
