package fr.lamine.model.catalog;

import java.util.List;

/// What comes off the price of a label that has hung for long. An empty list of categories stands for every one.
///
/// @param afterDays   days since the label was made, 1 or more
/// @param basisPoints taken off, in hundredths of a percent, 1 to 10 000
public record AgeMarkdown(int afterDays, int basisPoints, List<CategoryCode> categories) {

    public AgeMarkdown {
        categories = List.copyOf(categories);
        if (afterDays < 1 || afterDays > 3_650 || basisPoints < 1 || basisPoints > 10_000) {
            throw new IllegalArgumentException("a markdown of " + basisPoints + " after " + afterDays + " days");
        }
    }

    public boolean holds(CategoryCode category, long daysOld) {
        return daysOld >= afterDays && (categories.isEmpty() || categories.contains(category));
    }
}
