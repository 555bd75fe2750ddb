package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.pos.till.OpenTicket;
import fr.lamine.pos.till.TicketLine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SchemaTest {

    /// As a till wrote it before reductions, gifts and things collected later.
    private static final String PLAIN = """
            {"lines":[
              {"id":1,"label":"Chaise","item":"0410100004127","origin":"KNOWN_LABEL","category":"meuble","pieces":1,
               "unitPrice":700,"price":"LABEL","pieceMass":4200,"provenance":{"kind":"LABEL"},"lot":null},
              {"id":3,"label":"Verres","item":"0410100004134","origin":"KNOWN_LABEL","category":"vaisselle","pieces":6,
               "unitPrice":50,"price":"LABEL","pieceMass":150,"provenance":{"kind":"LABEL"},
               "lot":{"pieces":6,"price":200}},
              {"id":4,"label":"Livres","item":null,"origin":"CATEGORY_KEY","category":"livre","pieces":2,
               "unitPrice":100,"price":"GRID","pieceMass":400,"provenance":{"kind":"AVERAGE","tableRevision":3},
               "lot":null}],
             "nextId":5,"tenders":[],"before":[],"asked":null,"returns":[]}""";

    @Test
    void aTicketLeftOpenBeforeReductionsKeepsItsLines() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Handle sql = Jdbi.create(connection).open();
            Schema.migrate(sql, 5);
            sql.execute("INSERT INTO open_ticket (station, ticket) VALUES ('C1', ?)", PLAIN);
            sql.execute(
                    "INSERT INTO open_ticket (station, ticket) VALUES ('C2', ?)",
                    "{\"lines\":[],\"nextId\":1,\"tenders\":[],\"before\":null,\"asked\":null,\"returns\":[]}");
            Schema.migrate(sql);
            OpenTicket kept = ticket(sql, "C1");
            assertEquals(
                    List.of("Chaise", "Verres", "Livres"),
                    kept.lines().stream().map(TicketLine::label).toList());
            assertEquals(Money.cents(700 + 200 + 200), kept.total());
            assertEquals(5, kept.nextId());
            assertEquals(Optional.empty(), kept.before(), "what stood before is not kept over an update");
            assertEquals(OpenTicket.EMPTY, ticket(sql, "C2"));
        }
    }

    private static OpenTicket ticket(Handle sql, String station) {
        return Json.read(
                sql.createQuery("SELECT ticket FROM open_ticket WHERE station = :station")
                        .bind("station", station)
                        .mapTo(String.class)
                        .one(),
                OpenTicket.class);
    }
}
