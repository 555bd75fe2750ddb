package fr.lamine.model.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Weight;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Unlabelled goods of one category that were weighed while a shelf was counted.
public record CountedLoose(CategoryCode category, Weight weight, Instant at) {

    public CountedLoose {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
