package fr.lamine.backoffice.stock;

import fr.lamine.model.stock.Movement;
import java.time.LocalDate;
import java.util.Comparator;
import org.jdbi.v3.core.statement.SqlStatement;

/// One line of the daily totals; in the order in which they are written, so that two transactions never wait for each
/// other.
record DailyKey(
        LocalDate day, String site, String from, String to, String categoryFrom, String categoryTo, String provenance)
        implements Comparable<DailyKey> {

    private static final Comparator<DailyKey> ORDER = Comparator.comparing(DailyKey::day)
            .thenComparing(DailyKey::site)
            .thenComparing(DailyKey::from)
            .thenComparing(DailyKey::to)
            .thenComparing(DailyKey::categoryFrom)
            .thenComparing(DailyKey::categoryTo)
            .thenComparing(DailyKey::provenance);

    static DailyKey of(Posting posting) {
        Movement movement = posting.movement();
        return new DailyKey(
                posting.day(),
                posting.site().code(),
                movement.from().code(),
                movement.to().code(),
                movement.categoryFrom().code(),
                movement.categoryTo().code(),
                movement.provenance().name());
    }

    void bind(SqlStatement<?> statement) {
        statement
                .bind("day", day)
                .bind("site", site)
                .bind("from", from)
                .bind("to", to)
                .bind("categoryFrom", categoryFrom)
                .bind("categoryTo", categoryTo)
                .bind("provenance", provenance);
    }

    @Override
    public int compareTo(DailyKey other) {
        return ORDER.compare(this, other);
    }
}
