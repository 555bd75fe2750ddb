package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.OpenTicket;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpgradeTest {

    /// As the till wrote it before tenders had a reference and tickets had returns.
    private static final String FIRST_TICKET = """
            {"lines":[{"id":1,"label":"Vaisselle","item":null,
              "origin":"CATEGORY_KEY","category":"vaisselle","pieces":3,"unitPrice":150,"price":"GRID",
              "pieceMass":400,"provenance":{"kind":"AVERAGE","tableRevision":1},"lot":null}],
             "nextId":2,"tenders":[{"tender":"CASH","amount":200}],"before":null,"asked":null}""";

    @TempDir
    Path root;

    @Test
    void aCustomerWhoWasPayingDuringAnUpgradeGoesOnPaying() throws Exception {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            counter.sell(1, Money.cents(100));
        }
        asTheFirstVersionLeftIt();
        try (TestCounter counter = TestCounter.open(root)) {
            Till till = new Till(counter.commands);
            OpenTicket ticket = till.ticket(counter.station);
            assertEquals(3, ticket.pieces());
            assertEquals(List.of(new TenderLine(Tender.CASH, Money.cents(200))), ticket.tenders());
            assertEquals(Optional.empty(), counter.report.ended());
            assertEquals(TillPolicy.PLAIN, counter.book.current().catalog().till());
            Answer paid = till.pay(
                    counter.station,
                    counter.token(),
                    List.of(
                            new TenderLine(Tender.CASH, Money.cents(200)),
                            new TenderLine(Tender.CARD, Money.cents(250))),
                    counter.now);
            assertEquals(550, counter.store.totals().net().cents(), paid.toString());
        }
    }

    private void asTheFirstVersionLeftIt() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/terminal.db"));
                var plain = connection.createStatement();
                var ticket = connection.prepareStatement("INSERT INTO open_ticket VALUES ('P1', ?)")) {
            plain.execute("UPDATE reference SET catalog = json_remove(catalog, '$.till')");
            plain.execute("DELETE FROM open_ticket");
            ticket.setString(1, FIRST_TICKET);
            ticket.execute();
            plain.execute("DROP TABLE person_outbox");
            plain.execute("DROP TABLE card_payment");
            plain.execute("ALTER TABLE reference DROP COLUMN receipts");
            plain.execute("PRAGMA user_version = 2");
        }
    }
}
