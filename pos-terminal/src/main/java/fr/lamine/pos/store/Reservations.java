package fr.lamine.pos.store;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What the office holds for open tickets of this terminal (*réservations*), and an outbox of what is to be given up.
public final class Reservations {

    private Reservations() {}

    /// @param ticket  token under which the office holds it
    /// @param subject a voucher's code, or a sold line
    /// @param amount  cents or pieces; zero once it lasted too long
    /// @param until   when this terminal must not count on it any more
    public record Reservation(String ticket, String subject, long amount, Instant until) {}

    /// The token of the open ticket of a station, for the office.
    public static String ticket(Handle sql, StationCode station) {
        sql.execute(
                "INSERT OR IGNORE INTO ticket_token (station, token) VALUES (?, ?)",
                station.code(),
                UUID.randomUUID().toString());
        return sql.createQuery("SELECT token FROM ticket_token WHERE station = :station")
                .bind("station", station.code())
                .mapTo(String.class)
                .one();
    }

    /// For the ticket that asked, wherever it lies now; one that is closed meanwhile does not want it any more.
    public static void keep(Handle sql, StationCode station, Reservation one) {
        sql.createUpdate("""
                        INSERT OR REPLACE INTO reservation (ticket, subject, station, amount, until, wanted)
                        VALUES (:ticket, :subject,
                          coalesce((SELECT station FROM ticket_token WHERE token = :ticket), :station), :amount, :until,
                          (SELECT count(*) FROM ticket_token WHERE token = :ticket))""")
                .bind("ticket", one.ticket())
                .bind("subject", one.subject())
                .bind("station", station.code())
                .bind("amount", one.amount())
                .bind("until", one.until().toEpochMilli())
                .execute();
    }

    /// What is held of something for the open ticket of a station, over or not.
    public static Optional<Reservation> of(Handle sql, StationCode station, String subject) {
        return sql.createQuery("""
                        SELECT ticket, subject, amount, until FROM reservation
                        WHERE station = :station AND subject = :subject AND wanted = 1""")
                .bind("station", station.code())
                .bind("subject", subject)
                .map((row, _) -> reservation(row))
                .findOne();
    }

    /// The ticket that lies at a place holds these and nothing else any more.
    ///
    /// @param place a station's code, or where a ticket on hold lies
    public static void wanted(Handle sql, String place, Set<String> subjects) {
        List<Reservation> held = sql.createQuery("""
                        SELECT ticket, subject, amount, until FROM reservation NATURAL JOIN ticket_token
                        WHERE station = :place AND ticket = token""")
                .bind("place", place)
                .map((row, _) -> reservation(row))
                .list();
        held.forEach(one -> sql.execute(
                "UPDATE reservation SET wanted = ? WHERE ticket = ? AND subject = ?",
                subjects.contains(one.subject()) ? 1 : 0,
                one.ticket(),
                one.subject()));
    }

    /// The ticket became a sale, which uses up at the office what was held for it.
    public static void used(Handle sql, StationCode station) {
        sql.execute("DELETE FROM reservation WHERE station = ? AND wanted = 1", station.code());
        closed(sql, station.code());
    }

    /// Another ticket begins.
    public static void closed(Handle sql, String place) {
        wanted(sql, place, Set.of());
        sql.execute("DELETE FROM ticket_token WHERE station = ?", place);
    }

    /// The ticket lies at another place now, with all that is held for it.
    public static void moved(Handle sql, String from, String to) {
        closed(sql, to);
        sql.execute("UPDATE reservation SET station = ? WHERE station = ? AND wanted = 1", to, from);
        sql.execute("UPDATE ticket_token SET station = ? WHERE station = ?", to, from);
    }

    /// What the office is to be told: given up, or lasted too long.
    public static List<Reservation> over(Handle sql, Instant now) {
        return sql.createQuery("""
                        SELECT ticket, subject, amount, until FROM reservation
                        WHERE wanted = 0 OR until <= :now AND amount > 0 ORDER BY until, subject LIMIT 50""")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> reservation(row))
                .list();
    }

    /// The office knows; a ticket that still stands open is left with nothing.
    public static void givenUp(Handle sql, Reservation one) {
        sql.execute(
                "DELETE FROM reservation WHERE ticket = ? AND subject = ? AND wanted = 0", one.ticket(), one.subject());
        sql.execute("UPDATE reservation SET amount = 0 WHERE ticket = ? AND subject = ?", one.ticket(), one.subject());
    }

    /// What other tills spent of a voucher of ours, as far as the office ever told.
    public static Money spentElsewhere(Handle sql, String voucher) {
        return sql.createQuery("SELECT amount FROM spent_elsewhere WHERE code = :code")
                .bind("code", voucher)
                .mapTo(Long.class)
                .findOne()
                .map(Money::cents)
                .orElse(Money.ZERO);
    }

    /// What is spent is never unspent.
    public static void keepSpentElsewhere(Handle sql, String voucher, Money amount) {
        if (amount.compareTo(spentElsewhere(sql, voucher)) > 0) {
            sql.execute("INSERT OR REPLACE INTO spent_elsewhere (code, amount) VALUES (?, ?)", voucher, amount.cents());
        }
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getString("ticket"),
                row.getString("subject"),
                row.getLong("amount"),
                Instant.ofEpochMilli(row.getLong("until")));
    }
}
