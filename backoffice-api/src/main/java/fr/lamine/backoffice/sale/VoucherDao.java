package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.money.Money;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The list of vouchers, folded from what tickets gave out and took in.
public final class VoucherDao {

    private static final String VOUCHERS = """
            WITH voucher AS (
                SELECT code, coalesce(sum(cents) FILTER (WHERE cents > 0), 0)::bigint AS worth,
                       -coalesce(sum(cents) FILTER (WHERE cents < 0), 0)::bigint AS spent,
                       max(occurred_at) AS last_at,
                       (array_agg(journal || '/' || seq ORDER BY occurred_at DESC, journal COLLATE "C" DESC, seq DESC))[1]
                           AS last
                FROM voucher_move GROUP BY code),
            judged AS (
                SELECT *, CASE WHEN spent > worth THEN 'OVERSPENT' WHEN spent = worth THEN 'SPENT' ELSE 'OPEN' END AS state,
                       coalesce((SELECT sum(amount) FROM hold WHERE subject = code AND until > :now), 0)::bigint AS held
                FROM voucher)
            """;

    private VoucherDao() {}

    /// What became of a voucher; its words stand in the bundle of texts.
    public enum State {
        OPEN,
        OVERSPENT,
        SPENT
    }

    /// @param held by open tickets at this moment
    /// @param last the last ticket that gave it out or took it in
    public record Row(String code, State state, Money worth, Money spent, Money held, FactId last, Instant lastAt) {

        public Money left() {
            return worth.minus(spent);
        }
    }

    /// @param left on all open ones together
    public record Sum(Map<State, Long> count, Money left) {}

    static Sum sum(Handle handle, Instant now) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        Money[] left = {Money.ZERO};
        handle.createQuery(
                        VOUCHERS
                                + "SELECT state, count(*) AS number, sum(worth - spent)::bigint AS left FROM judged GROUP BY state")
                .bind("now", now)
                .map((row, _) -> {
                    State state = State.valueOf(row.getString("state"));
                    counts.put(state, row.getLong("number"));
                    if (state == State.OPEN) {
                        left[0] = Money.cents(row.getLong("left"));
                    }
                    return state;
                })
                .list();
        return new Sum(counts, left[0]);
    }

    /// Last used first.
    static Slice<Row> list(Handle handle, Optional<State> state, int page, Instant now) {
        String where = " FROM judged WHERE (:state::text IS NULL OR state = :state)";
        long total = handle.createQuery(VOUCHERS + "SELECT count(*)" + where)
                .bind("now", now)
                .bind("state", state.map(Enum::name).orElse(null))
                .mapTo(Long.class)
                .one();
        List<Row> rows = handle.createQuery(VOUCHERS + "SELECT *" + where
                        + " ORDER BY last_at DESC, code COLLATE \"C\" LIMIT :rows OFFSET :offset")
                .bind("now", now)
                .bind("state", state.map(Enum::name).orElse(null))
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> new Row(
                        row.getString("code"),
                        State.valueOf(row.getString("state")),
                        Money.cents(row.getLong("worth")),
                        Money.cents(row.getLong("spent")),
                        Money.cents(row.getLong("held")),
                        FactId.parse(row.getString("last")),
                        row.getTimestamp("last_at").toInstant()))
                .list();
        return new Slice<>(rows, page, total);
    }
}
