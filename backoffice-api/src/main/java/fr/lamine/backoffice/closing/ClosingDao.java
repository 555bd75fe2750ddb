package fr.lamine.backoffice.closing;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.screen.Period;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.TillOpened;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TenderTotal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of closings, of openings and of cash that moved without a sale.
public final class ClosingDao {

    private ClosingDao() {}

    /// The numbers of one kind that a terminal gives.
    public record Numbers(TerminalId terminal, ClosingKind kind) {}

    /// Numbers that no closing here has.
    ///
    /// @param next the first closing after them
    public record Gap(Numbers of, int from, int to, FactId next, SiteCode site) {}

    public static void write(
            Handle handle,
            Collection<Recorded<Closing>> closings,
            Collection<Recorded<TillOpened>> openings,
            Collection<Recorded<CashMoved>> moves) {
        PreparedBatch closed = handle.prepareBatch("""
                INSERT INTO closing (journal, seq, terminal, site, kind, number, first_day, last_day, first_ticket,
                                     last_ticket, taken_cents)
                VALUES (:journal, :seq, :terminal, :site, :kind, :number, :firstDay, :lastDay, :firstTicket, :lastTicket,
                        :taken)""");
        for (Recorded<Closing> recorded : closings) {
            Closing closing = recorded.fact();
            place(closed, recorded)
                    .bind("kind", closing.kind())
                    .bind("number", closing.number())
                    .bind("firstDay", period(closing).from())
                    .bind("lastDay", period(closing).to())
                    .bind("firstTicket", closing.firstTicket())
                    .bind("lastTicket", closing.lastTicket())
                    .bind("taken", taken(closing).cents())
                    .add();
        }
        PreparedBatch opened = handle.prepareBatch("""
                INSERT INTO till_opening (journal, seq, terminal, site, business_day, session, counted_cents,
                                          expected_cents)
                VALUES (:journal, :seq, :terminal, :site, :day, :session, :counted, :expected)""");
        for (Recorded<TillOpened> recorded : openings) {
            place(opened, recorded)
                    .bind("day", recorded.context().businessDay())
                    .bind("session", recorded.context().tillSession())
                    .bind("counted", recorded.fact().counted().total().cents())
                    .bind("expected", recorded.fact().expected().map(Money::cents))
                    .add();
        }
        PreparedBatch moved = handle.prepareBatch("""
                INSERT INTO cash_move (journal, seq, terminal, site, business_day, occurred_at, session, move, cash_cents,
                                       cheque_cents, reason)
                VALUES (:journal, :seq, :terminal, :site, :day, :at, :session, :move, :cash, :cheques, :reason)""");
        for (Recorded<CashMoved> recorded : moves) {
            place(moved, recorded)
                    .bind("day", recorded.context().businessDay())
                    .bind("at", recorded.context().occurredAt())
                    .bind("session", recorded.context().tillSession())
                    .bind("move", recorded.fact().move())
                    .bind("cash", recorded.fact().amount().cents())
                    .bind(
                            "cheques",
                            recorded.fact().cheques().stream()
                                    .map(Cheque::amount)
                                    .reduce(Money.ZERO, Money::plus)
                                    .cents())
                    .bind("reason", recorded.fact().reason())
                    .add();
        }
        for (PreparedBatch batch : List.of(closed, opened, moved)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static PreparedBatch place(PreparedBatch batch, Recorded<?> recorded) {
        return batch.bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("terminal", recorded.id().journal().terminal().code())
                .bind("site", recorded.context().site().code());
    }

    /// All money that a closing says was taken, less what was given back: turnover and what is none.
    public static Money taken(Closing closing) {
        return closing.totals().tenders().stream().map(TenderTotal::balance).reduce(Money.ZERO, Money::plus);
    }

    /// The days that a closing names.
    static Period period(Closing closing) {
        return switch (closing.kind()) {
            case DAY -> Period.day(LocalDate.parse(closing.period()));
            case MONTH -> Period.month(YearMonth.parse(closing.period()));
            case YEAR -> {
                Year year = Year.parse(closing.period());
                yield new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
        };
    }

    /// Closings whose tickets are among these.
    public static Set<FactId> covering(Handle handle, TerminalId terminal, Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(handle.createQuery("""
                SELECT journal || '/' || seq FROM closing c
                WHERE terminal = :terminal AND last_ticket >= :least AND first_ticket <= :most
                  AND EXISTS (SELECT 1 FROM unnest(:tickets::bigint[]) AS t(ticket)
                              WHERE t.ticket BETWEEN c.first_ticket AND c.last_ticket)""")
                .bind("terminal", terminal.code())
                .bind("least", tickets.stream().min(Long::compare).orElseThrow())
                .bind("most", tickets.stream().max(Long::compare).orElseThrow())
                .bindArray("tickets", Long.class, tickets)
                .mapTo(String.class)
                .map(FactId::parse)
                .list());
    }

    /// Closings of a generation and the ones after it: what they go on from may have changed.
    public static Set<FactId> since(Handle handle, TerminalId terminal, int generation) {
        return new TreeSet<>(handle.createQuery("""
                SELECT journal || '/' || seq FROM closing
                WHERE terminal = :terminal
                  AND split_part(split_part(journal, '/', 2), '~', 1)::integer >= :generation""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .mapTo(String.class)
                .map(FactId::parse)
                .list());
    }

    /// Numbers that are missing before the last one given.
    public static List<Gap> gaps(Handle handle, Numbers numbers) {
        return handle.createQuery("""
                SELECT before + 1 AS gap_from, number - 1 AS gap_to, next, site FROM (
                    SELECT number, next, site, coalesce(lag(number) OVER (ORDER BY number), 0) AS before FROM (
                        SELECT DISTINCT ON (number) number, journal || '/' || seq AS next, site FROM closing
                        WHERE terminal = :terminal AND kind = :kind ORDER BY number, journal COLLATE "C", seq) given) told
                WHERE number > before + 1 ORDER BY number""")
                .bind("terminal", numbers.terminal().code())
                .bind("kind", numbers.kind())
                .map((row, _) -> new Gap(
                        numbers,
                        row.getInt("gap_from"),
                        row.getInt("gap_to"),
                        FactId.parse(row.getString("next")),
                        new SiteCode(row.getString("site"))))
                .list();
    }
}
