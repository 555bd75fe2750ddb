package fr.lamine.pos.store;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that is killed: opens a counter with an open ticket, pays it, and halts at the given step of the sale.
/// It ends by itself with the number of steps when the sale takes fewer.
final class KilledSale {

    static final int KILLED = 99;
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final String TOKEN = "the-form-of-this-sale";

    private KilledSale() {}

    public static void main(String[] args) {
        StoreFolders folders = StoreFolders.under(Path.of(args[0]));
        int killAt = Integer.parseInt(args[1]);
        AtomicInteger step = new AtomicInteger();
        AtomicInteger armed = new AtomicInteger();
        TerminalIdentity identity = new KeyFolder(folders.keys()).identity().orElseThrow();
        TerminalStore store = TerminalStore.open(folders, identity, _ -> {
            if (armed.get() == 1 && step.incrementAndGet() == killAt) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        ReferenceBook book = new ReferenceBook(store);
        Station station = new Station(identity.site(), identity.station(), "0.1.0");
        store.start(station.machineContext(book.current(), NOW));
        station.signIn(book.current().operators().getLast());
        armed.set(1);
        new Till(new Commands(store, book))
                .pay(station, TOKEN, List.of(new TenderLine(Tender.CASH, Money.cents(10_000))), NOW);
        System.out.println(step.get());
        System.exit(0);
    }
}
