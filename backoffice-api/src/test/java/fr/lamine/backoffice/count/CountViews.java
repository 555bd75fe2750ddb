package fr.lamine.backoffice.count;

import fr.lamine.model.fact.FactId;
import org.jdbi.v3.core.Handle;

/// What a manager sees of a count.
public final class CountViews {

    private CountViews() {}

    public static String shown(Handle handle, FactId count) {
        return CountDao.find(handle, count)
                .map(c -> CountRules.sentence(CountRules.differences(CountDao.found(handle, c))))
                .orElse("");
    }
}
