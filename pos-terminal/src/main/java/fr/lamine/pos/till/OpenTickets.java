package fr.lamine.pos.till;

import fr.lamine.model.journal.Json;
import fr.lamine.model.site.StationCode;
import org.jdbi.v3.core.Handle;

/// The open ticket of each station, in the store.
final class OpenTickets {

    private OpenTickets() {}

    static OpenTicket of(Handle sql, StationCode station) {
        return sql.createQuery("SELECT ticket FROM open_ticket WHERE station = :station")
                .bind("station", station.code())
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
    }

    static void close(Handle sql, StationCode station) {
        sql.execute("DELETE FROM open_ticket WHERE station = ?", station.code());
    }
}
