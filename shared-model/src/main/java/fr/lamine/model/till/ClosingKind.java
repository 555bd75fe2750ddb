package fr.lamine.model.till;

/// Day, month and year closings (BOI-TVA-DECLA-30-10-30 § 170): a year closes its last month, a month its last day.
public enum ClosingKind {
    DAY,
    MONTH,
    YEAR;

    /// `2026-11-23`, `2026-11` or `2026`.
    public boolean isPeriod(String text) {
        return text.matches(
                switch (this) {
                    case DAY -> "[0-9]{4}-[0-9]{2}-[0-9]{2}";
                    case MONTH -> "[0-9]{4}-[0-9]{2}";
                    case YEAR -> "[0-9]{4}";
                });
    }
}
