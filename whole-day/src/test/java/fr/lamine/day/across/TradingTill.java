package fr.lamine.day.across;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.sync.Elsewhere;
import fr.lamine.pos.sync.OfficeClient;
import fr.lamine.pos.sync.OfficeWord;
import fr.lamine.pos.sync.SyncLoop;
import fr.lamine.pos.till.Grounds;
import fr.lamine.pos.till.OpenTicket;
import fr.lamine.pos.till.ReturnReason;
import fr.lamine.pos.till.Returns;
import fr.lamine.pos.till.Till;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A till of a shop with several: its commands as its screen gives them, the office asked before as the screen asks it.
final class TradingTill implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final Operator MANAGER = new Operator(new OperatorCode("LEA"), "Léa M.", Role.MANAGER, "not used");
    private static final SyncLoop.Pace QUICK =
            new SyncLoop.Pace(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(2));
    private static int tokens;

    final TerminalIdentity identity;
    boolean online = true;
    Instant now = MORNING;

    private final Path folder;
    private final URI office;
    private TerminalStore store;
    private Station station;
    private SyncLoop sync;
    private Elsewhere elsewhere;
    private Till till;
    private Returns returns;

    TradingTill(Path folder, URI office) throws InterruptedException {
        this.folder = folder;
        this.office = office;
        this.identity =
                new KeyFolder(StoreFolders.under(folder).keys()).identity().orElseThrow();
        start();
        talk();
        CashCount fund = CashCount.fewest(Money.cents(15_000));
        done(new Closings(new Commands(store, new ReferenceBook(store))).open(station, token(), fund, tick()));
    }

    private void start() {
        store = TerminalStore.open(StoreFolders.under(folder), identity);
        ReferenceBook book = new ReferenceBook(store);
        station = new Station(identity.site(), identity.station(), "0.1.0");
        store.start(station.machineContext(book.current(), now));
        station.signIn(MANAGER);
        sync = new SyncLoop(store, book, new OfficeClient(office, identity.terminal()), station, () -> now, QUICK);
        OfficeClient asking = new OfficeClient(office, identity.terminal(), Duration.ofSeconds(20));
        elsewhere = new Elsewhere(store, Optional.of(asking), () -> online, () -> now);
        Commands commands = new Commands(store, book);
        till = new Till(commands);
        returns = new Returns(commands);
    }

    /// The process ends in the middle of anything, and begins anew.
    void restart() {
        close();
        start();
    }

    /// Says everything there is to say, if it can.
    void talk() throws InterruptedException {
        if (online) {
            assertTrue(sync.talkUntilQuiet(300), () -> "they never come to an end: " + sync.status());
            assertTrue(elsewhere.giveUp(), "what is not wanted any more");
        }
    }

    OpenTicket ticket() {
        return till.ticket(station);
    }

    void key(long cents, int pieces) {
        done(till.addCategory(
                station,
                token(),
                DISHES,
                Optional.of(Money.cents(cents)),
                pieces,
                new Grounds(Optional.of("Prix convenu"), Optional.empty()),
                tick()));
    }

    Answer payCash() {
        return till.pay(station, token(), List.of(new TenderLine(Tender.CASH, ticket().due())), tick());
    }

    /// What is still due, in cash, beside what was handed over before.
    Answer payRest() {
        return till.tender(station, token(), Tender.CASH, Optional.of(ticket().due()), tick());
    }

    OfficeWord<VoucherHeld> ask(String voucher) {
        Money used = ticket().tenders().stream()
                .filter(t -> t.reference().equals(Optional.of(voucher)))
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
        return elsewhere.hold(station.code(), voucher, used.plus(ticket().due()));
    }

    Answer voucher(String voucher, OfficeWord<VoucherHeld> word) {
        return till.voucher(station, Optional.empty(), voucher, word, tick());
    }

    /// @return whether the till knows what was sold
    boolean sees(FactId sale) {
        return sale.journal().terminal().equals(identity.terminal()) || elsewhere.sale(sale) instanceof OfficeWord.Said;
    }

    OfficeWord<LineHeld> ask(SoldLine line, int pieces) {
        long onTicket = ticket().returns().stream()
                .filter(back -> back.of().equals(Optional.of(line)))
                .mapToInt(back -> back.pieces())
                .sum();
        return elsewhere.hold(station.code(), line, (int) onTicket + pieces);
    }

    Answer bringBack(SoldLine line, int pieces, OfficeWord<LineHeld> word) {
        return returns.bringBack(station, token(), line, pieces, ReturnReason.UNSUITABLE, word, tick());
    }

    Answer bringBackUnseen(Optional<SoldLine> line, long cents) {
        return returns.bringBackUnverified(
                station,
                token(),
                line,
                DISHES,
                Optional.of(Money.cents(cents)),
                ReturnReason.BROKEN,
                MANAGER.code(),
                tick());
    }

    List<Tender> refundable() {
        return returns.refundable(ticket());
    }

    Answer refund(Tender tender) {
        return till.refund(station, token(), tender, tick());
    }

    Answer keep(int index) {
        return returns.keep(station, token(), index, tick());
    }

    void takeBackTenders() {
        done(till.takeBackTenders(station, token(), tick()));
    }

    void abandon() {
        done(till.abandon(station, token(), tick()));
    }

    /// All sales of the journal, in its order.
    Map<FactId, Fact.Sale> sales() {
        Map<FactId, Fact.Sale> sales = new TreeMap<>();
        long after = 0;
        List<Entry> page = new ArrayList<>(store.entries(1, after, 100));
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                if (Json.fact(entry) instanceof Fact.Sale sale) {
                    sales.put(entry.id(), sale);
                }
                after = entry.seq();
            }
            page = new ArrayList<>(store.entries(1, after, 100));
        }
        return sales;
    }

    Instant tick() {
        now = now.plusMillis(500);
        return now;
    }

    private static String token() {
        tokens++;
        return "token-across-" + tokens;
    }

    static Optional<FactId> done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString).fact();
    }

    @Override
    public void close() {
        elsewhere.close();
        sync.close();
        store.close();
    }
}
