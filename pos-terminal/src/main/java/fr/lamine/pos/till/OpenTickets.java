package fr.lamine.pos.till;

import fr.lamine.model.journal.Json;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.pos.store.Reservations;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The open ticket of each station, in the store.
final class OpenTickets {

    private OpenTickets() {}

    static OpenTicket of(Handle sql, StationCode station) {
        return of(sql, station.code());
    }

    /// @param place a station's code, or the name under which a ticket on hold lies here
    static OpenTicket of(Handle sql, String place) {
        return sql.createQuery("SELECT ticket FROM open_ticket WHERE station = :place")
                .bind("place", place)
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, OpenTicket.class))
                .orElse(OpenTicket.EMPTY);
    }

    static void keep(Handle sql, StationCode station, OpenTicket ticket) {
        sql.execute(
                "INSERT OR REPLACE INTO open_ticket (station, ticket) VALUES (?, ?)",
                station.code(),
                Json.write(ticket));
        Reservations.wanted(sql, station.code(), subjects(ticket));
    }

    /// What the office may hold for a ticket.
    private static Set<String> subjects(OpenTicket ticket) {
        Stream<String> vouchers = ticket.tenders().stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .flatMap(t -> t.reference().stream());
        Stream<String> lines =
                ticket.returns().stream().flatMap(line -> line.of().stream()).map(HoldRelease::subject);
        return Stream.concat(vouchers, lines).collect(Collectors.toSet());
    }

    /// Gives up what was held for a change that did not come about.
    static void unchanged(Handle sql, StationCode station) {
        Reservations.wanted(sql, station.code(), subjects(of(sql, station)));
    }

    /// It became a sale.
    static void sold(Handle sql, StationCode station) {
        Reservations.used(sql, station);
        close(sql, station);
    }

    static void close(Handle sql, StationCode station) {
        close(sql, station.code());
    }

    static void close(Handle sql, String place) {
        sql.execute("DELETE FROM open_ticket WHERE station = ?", place);
        Reservations.closed(sql, place);
    }

    /// As it stands, to a place where none is.
    static void move(Handle sql, String from, String to) {
        sql.execute("UPDATE open_ticket SET station = ? WHERE station = ?", to, from);
        Reservations.moved(sql, from, to);
    }
}
