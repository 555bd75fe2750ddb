package fr.lamine.pos;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A counter on real files, with the starting catalog, two people and a clock that stands still until it is moved.
public final class TestCounter implements AutoCloseable {

    public static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");
    public static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    public static final Money FLOAT = Money.cents(15_000);
    public static final String PIN = "2468";
    private static final String PIN_HASH = Password.hash(PIN)
            .addRandomSalt()
            .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID))
            .getResult();

    public static final Operator SORTER = new Operator(new OperatorCode("NOE"), "Noé T.", Role.SORTER, PIN_HASH);
    public static final Operator CASHIER = new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, PIN_HASH);
    public static final Operator MANAGER = new Operator(new OperatorCode("LEA"), "Léa M.", Role.MANAGER, PIN_HASH);

    public final StoreFolders folders;
    public final TerminalStore store;
    public final ReferenceBook book;
    public final Station station;
    public final Commands commands;
    public final TerminalStore.StartReport report;
    public Instant now = MORNING;
    private int tokens;

    private TestCounter(StoreFolders folders, TerminalIdentity identity) {
        this.folders = folders;
        new KeyFolder(folders.keys()).keep(identity);
        store = TerminalStore.open(folders, identity);
        book = new ReferenceBook(store);
        station = new Station(identity.site(), identity.station(), "0.1.0");
        report = store.start(station.machineContext(book.current(), now));
        commands = new Commands(store, book);
    }

    public static TestCounter open(Path root) {
        return open(root, 901, JournalKind.DEMO);
    }

    public static TestCounter open(Path root, int terminal, JournalKind kind) {
        TestCounter counter = new TestCounter(StoreFolders.under(root), identity(terminal, kind));
        if (counter.book.current().epoch().isEmpty()) {
            counter.receive(1, List.of());
        }
        counter.station.signIn(CASHIER);
        return counter;
    }

    public static TerminalIdentity identity(int terminal, JournalKind kind) {
        return new TerminalIdentity(TerminalId.of(terminal), ARCUEIL, new StationCode("P1"), kind, "");
    }

    /// The office sends these items, having counted nothing of ours.
    public boolean receive(long revision, List<ItemState> items) {
        return receive(
                "e1", revision, false, Head.empty(JournalId.of(store.identity().terminal(), 1)), items);
    }

    public boolean receive(String epoch, long revision, boolean whole, Head applied, List<ItemState> items) {
        boolean first = book.current().epoch().isEmpty();
        return book.take(
                new ReferenceAnswer(
                        epoch,
                        revision,
                        whole || first,
                        applied,
                        3,
                        Optional.of(StartingCatalog.read()),
                        Optional.of(List.of(SORTER, CASHIER)),
                        items,
                        Head.empty(JournalId.of(TerminalId.OFFICE, 1))),
                now);
    }

    /// Opens the till with a float, unless it is open.
    public TestCounter openTill() {
        if (store.book().session().isEmpty()) {
            new Closings(commands).open(station, token(), CashCount.fewest(FLOAT), now);
        }
        return this;
    }

    /// So many tickets of one euro each, paid in cash.
    public void sell(int tickets, Money handed) {
        Till till = new Till(commands);
        for (int i = 0; i < tickets; i++) {
            till.addCategory(station, token(), new CategoryCode("vaisselle"), Optional.of(Money.cents(100)), 1, now);
            till.pay(station, token(), List.of(new TenderLine(Tender.CASH, handed)), now);
        }
    }

    public String token() {
        tokens++;
        return "token-%04d-%d".formatted(tokens, System.nanoTime());
    }

    public static Optional<CounterScale> scale(long grams) {
        return Optional.of(new CounterScale(
                ScaleIdentity.emulated("SOL-1", "Balance au sol"),
                at -> new ScaleReading.Stable(
                        Mass.grams(grams), ScaleReading.Basis.GROSS, "ST,GS,+%09d g".formatted(grams), at)));
    }

    @Override
    public void close() {
        store.close();
    }
}
