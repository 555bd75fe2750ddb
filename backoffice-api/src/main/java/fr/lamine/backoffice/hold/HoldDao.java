package fr.lamine.backoffice.hold;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.sale.ReturnDao;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold.LineBack;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table of holds.
public final class HoldDao {

    private HoldDao() {}

    /// Whose hold it is.
    record Holder(TerminalId terminal, StationCode station, String ticket, Instant at) {}

    /// What a training till sells counts nowhere, so it holds nothing that is real.
    static boolean counts(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT kind <> 'TRAINING' FROM terminal WHERE terminal = :terminal")
                .bind("terminal", terminal.code())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whoever asks for the same thing waits here until this transaction ends.
    static void lock(Handle handle, String subject) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 23))")
                .bind("subject", subject)
                .map((_, _) -> subject)
                .one();
    }

    /// What a voucher is worth by the facts, less what other tickets hold; empty when no fact tells of it. One
    /// statement,
    /// so that a sale that is being applied counts as a hold or as a use, never as neither.
    static Optional<Money> left(Handle handle, String voucher, Holder but, Instant now) {
        return handle.createQuery("""
                SELECT sum(cents)::bigint - (
                    SELECT coalesce(sum(amount), 0)::bigint FROM hold
                    WHERE subject = :voucher AND until > :now AND NOT (terminal = :terminal AND ticket = :ticket))
                FROM voucher_move WHERE code = :voucher HAVING count(*) > 0""")
                .bind("voucher", voucher)
                .bind("now", now)
                .bind("terminal", but.terminal().code())
                .bind("ticket", but.ticket())
                .mapTo(Long.class)
                .findOne()
                .map(Money::cents);
    }

    /// A sold line, what came back of it, and what other tickets hold.
    ///
    /// @param sold pieces; empty when the office does not know the line
    record Line(Optional<Integer> sold, LineBack back) {}

    static Line line(Handle handle, SoldLine line, Holder but, Instant now) {
        return handle.createQuery("""
                SELECT (SELECT l.pieces FROM sale_line l
                        WHERE l.journal = :journal AND l.seq = :seq AND l.line = :line) AS sold,
                       (SELECT coalesce(sum(amount), 0) FROM hold
                        WHERE subject = :subject AND until > :now
                          AND NOT (terminal = :terminal AND ticket = :ticket)) AS held,
                       coalesce(sum(pieces), 0) AS pieces, coalesce(sum(total_cents), 0)::bigint AS total,
                       coalesce(sum(grams), 0)::bigint AS grams
                FROM return_line WHERE of_journal = :journal AND of_seq = :seq AND of_line = :line""")
                .bind("journal", line.ticket().journal().toString())
                .bind("seq", line.ticket().seq())
                .bind("line", line.line() + 1)
                .bind("subject", HoldRelease.subject(line))
                .bind("now", now)
                .bind("terminal", but.terminal().code())
                .bind("ticket", but.ticket())
                .map((row, _) -> new Line(
                        Optional.ofNullable(row.getObject("sold", Integer.class)),
                        new LineBack(
                                line.line(),
                                row.getInt("pieces"),
                                Money.cents(row.getLong("total")),
                                Mass.grams(row.getLong("grams")),
                                row.getInt("held"))))
                .one();
    }

    /// What came back of a sale, and what other terminals hold, line by line.
    static List<LineBack> lines(Handle handle, FactId sale, TerminalId asking, Instant now) {
        return handle.createQuery("""
                SELECT line - 1 AS line, sum(pieces) AS pieces, sum(total)::bigint AS total, sum(grams)::bigint AS grams,
                       sum(held) AS held
                FROM (SELECT of_line AS line, pieces, total_cents AS total, grams, 0 AS held
                      FROM return_line WHERE of_journal = :journal AND of_seq = :seq
                      UNION ALL
                      SELECT split_part(subject, '#', 2)::integer + 1, 0, 0, 0, amount
                      FROM hold WHERE subject LIKE :sale || '#%' AND until > :now AND terminal <> :terminal) AS known
                GROUP BY line ORDER BY line""")
                .bind("journal", sale.journal().toString())
                .bind("seq", sale.seq())
                .bind("sale", sale.toString())
                .bind("now", now)
                .bind("terminal", asking.code())
                .map((row, _) -> new LineBack(
                        row.getInt("line"),
                        row.getInt("pieces"),
                        Money.cents(row.getLong("total")),
                        Mass.grams(row.getLong("grams")),
                        row.getInt("held")))
                .list();
    }

    /// @param amount cents or pieces; nothing is held of zero
    static void keep(Handle handle, String subject, Holder holder, long amount, Instant until) {
        if (amount == 0) {
            release(handle, holder.terminal(), holder.ticket(), subject);
            return;
        }
        handle.createUpdate("""
                INSERT INTO hold (subject, terminal, ticket, station, at, amount, until)
                VALUES (:subject, :terminal, :ticket, :station, :at, :amount, :until)
                ON CONFLICT (subject, terminal, ticket) DO UPDATE
                SET amount = excluded.amount, until = excluded.until, at = least(hold.at, excluded.at)""")
                .bind("subject", subject)
                .bind("terminal", holder.terminal().code())
                .bind("ticket", holder.ticket())
                .bind("station", holder.station().code())
                .bind("at", holder.at())
                .bind("amount", amount)
                .bind("until", until)
                .execute();
    }

    /// @return how many there were
    public static int release(Handle handle, TerminalId terminal, String ticket, String subject) {
        return handle.createUpdate("""
                DELETE FROM hold WHERE subject = :subject AND terminal = :terminal AND ticket = :ticket""")
                .bind("subject", subject)
                .bind("terminal", terminal.code())
                .bind("ticket", ticket)
                .execute();
    }

    static void forgetOver(Handle handle, TerminalId terminal, Instant now) {
        handle.createUpdate("DELETE FROM hold WHERE terminal = :terminal AND until <= :now")
                .bind("terminal", terminal.code())
                .bind("now", now)
                .execute();
    }

    /// Sales use up what their own station had held last before. A fact names no ticket's token, but both times are of
    /// the same clock: an older sale that arrives late uses up nothing.
    public static void consume(Handle handle, Collection<Recorded<Sale>> sales) {
        PreparedBatch used = handle.prepareBatch("""
                DELETE FROM hold
                WHERE subject = :subject AND terminal = :terminal AND ticket = (
                    SELECT ticket FROM hold
                    WHERE subject = :subject AND terminal = :terminal AND station = :station AND at <= :at
                    ORDER BY at DESC, ticket LIMIT 1)""");
        for (var sale : sales) {
            subjects(sale.fact())
                    .distinct()
                    .forEach(subject -> used.bind("subject", subject)
                            .bind("terminal", sale.id().journal().terminal().code())
                            .bind("station", sale.context().station().code())
                            .bind("at", sale.context().occurredAt())
                            .add());
        }
        if (used.size() > 0) {
            used.execute();
        }
    }

    private static Stream<String> subjects(Sale sale) {
        return Stream.concat(
                ReturnDao.vouchers(sale).stream()
                        .filter(move -> move.amount().isNegative())
                        .map(ReturnDao.VoucherMove::code),
                sale.returns().stream().flatMap(line -> line.of().stream()).map(HoldRelease::subject));
    }
}
