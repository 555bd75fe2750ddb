package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.CardPayment.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The card payments of each station, in the store; one at a time is open.
final class CardPayments {

    private CardPayments() {}

    static Optional<CardPayment> open(Handle sql, StationCode station) {
        return sql.createQuery("""
                        SELECT id, amount, operator, state, said FROM card_payment
                        WHERE station = :station AND state IN ('ASKED', 'DOUBTFUL')""")
                .bind("station", station.code())
                .map((row, _) -> payment(row))
                .findOne();
    }

    /// Nothing of a ticket changes while its card payment is open.
    static Optional<Answer> pending(Handle sql, StationCode station) {
        return open(sql, station).map(_ -> Refusal.CARD_PENDING.with());
    }

    static Optional<CardPayment> find(Handle sql, long id) {
        return sql.createQuery("SELECT id, amount, operator, state, said FROM card_payment WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> payment(row))
                .findOne();
    }

    static CardPayment ask(Handle sql, StationCode station, Money amount, OperatorCode operator, Instant now) {
        sql.execute(
                "INSERT INTO card_payment (station, amount, operator, asked_at, state, said) VALUES (?, ?, ?, ?, ?, '')",
                station.code(),
                amount.cents(),
                operator.code(),
                now.toString(),
                State.ASKED.name());
        return open(sql, station).orElseThrow();
    }

    static void become(Handle sql, CardPayment payment, State state, String said) {
        sql.execute("UPDATE card_payment SET state = ?, said = ? WHERE id = ?", state.name(), said, payment.id());
    }

    static boolean hasAsked(Handle sql) {
        return sql.createQuery("SELECT EXISTS (SELECT 1 FROM card_payment WHERE state = ?)")
                .bind(0, State.ASKED.name())
                .mapTo(Boolean.class)
                .one();
    }

    /// Those whose answer a process that is gone was waiting for.
    static void doubtAll(Handle sql, String why) {
        sql.execute(
                "UPDATE card_payment SET state = ?, said = ? WHERE state = ?",
                State.DOUBTFUL.name(),
                why,
                State.ASKED.name());
    }

    private static CardPayment payment(ResultSet row) throws SQLException {
        return new CardPayment(
                row.getLong("id"),
                Money.cents(row.getLong("amount")),
                new OperatorCode(row.getString("operator")),
                State.valueOf(row.getString("state")),
                row.getString("said"));
    }
}
