package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A closing reads the running books and nothing else: the same statements after ten tickets and after ten thousand.
final class ClosingCostTest {

    @TempDir
    Path root;

    @Test
    void aClosingDoesTheSameWorkAfterTenTicketsAndAfterTenThousand() {
        assertEquals(statementsOfAClosing("few", 10), statementsOfAClosing("many", 10_000));
    }

    private List<String> statementsOfAClosing(String name, int tickets) {
        Path folder = root.resolve(name);
        try (TestCounter counter = TestCounter.open(folder).openTill()) {
            Fact.Sale first = sold(counter);
            counter.store.write(counter.now, writing -> {
                Fact.Sale last = first;
                for (int i = 1; i < tickets; i++) {
                    last = again(last);
                    writing.append(last);
                }
                return last;
            });
        }
        List<String> statements = new ArrayList<>();
        StoreFolders folders = StoreFolders.under(folder);
        TerminalIdentity identity = new KeyFolder(folders.keys()).identity().orElseThrow();
        try (TerminalStore store = TerminalStore.open(folders, identity, statements::add)) {
            ReferenceBook book = new ReferenceBook(store);
            Station station = new Station(identity.site(), identity.station(), "0.1.0");
            store.start(station.machineContext(book.current(), TestCounter.MORNING));
            station.signIn(TestCounter.CASHIER);
            Money there = store.book().expectedCash().orElseThrow();
            statements.clear();
            Answer closed = new Closings(new Commands(store, book))
                    .closeDay(
                            station,
                            "the-form-of-this-closing",
                            CashCount.fewest(there),
                            there,
                            Optional.empty(),
                            false,
                            TestCounter.MORNING);
            assertInstanceOf(Answer.Done.class, closed, closed::toString);
            assertEquals(tickets, store.totals().tickets());
        }
        return List.copyOf(statements);
    }

    private static Fact.Sale sold(TestCounter counter) {
        Till till = new Till(counter.commands);
        till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("livre"),
                Optional.of(Money.cents(100)),
                1,
                counter.now);
        Answer paid = till.pay(
                counter.station, counter.token(), List.of(new TenderLine(Tender.CARD, Money.cents(100))), counter.now);
        return (Fact.Sale)
                counter.store.fact(((Answer.Done) paid).fact().orElseThrow()).orElseThrow();
    }

    private static Fact.Sale again(Fact.Sale sale) {
        return new Fact.Sale(
                sale.context(),
                sale.ticket() + 1,
                sale.lines(),
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.totalsAfter().afterTicket(sale.total()));
    }
}
