package fr.lamine.day.tampering;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.archive.ArchiveLabel;
import fr.lamine.model.archive.VerifyCommand;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Anomalies;
import fr.lamine.pos.closing.ClosingPaper;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.closing.PaperHead;
import fr.lamine.pos.control.Archives;
import fr.lamine.pos.control.Watch;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.sync.OfficeClient;
import fr.lamine.pos.sync.SyncLoop;
import fr.lamine.pos.till.Till;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A till at work in its folder: started, watched and talking to the office as the counter does it, but for the screen
/// and the moment of talking, which the test chooses.
final class ShopTill implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");
    static final long PRICE = 100;

    private static final Operator CASHIER = new Operator(new OperatorCode("AWA"), "Awa D.", Role.MANAGER, "not used");
    private static final Money FLOAT = Money.cents(15_000);
    private static final SyncLoop.Pace QUICK =
            new SyncLoop.Pace(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(2));

    final TerminalStore store;
    final TerminalStore.StartReport report;
    Instant now;

    private final ReferenceBook book;
    private final Station station;
    private final SyncLoop sync;
    private final Closings closings;
    private final Till till;
    private static int tokens;

    private ShopTill(Path folder, TerminalIdentity identity, URI office, Instant now) {
        this.now = now;
        store = TerminalStore.open(StoreFolders.under(folder), identity);
        book = new ReferenceBook(store);
        station = new Station(identity.site(), identity.station(), "0.1.0");
        report = store.start(station.machineContext(book.current(), now));
        Watch watch = new Watch(store, at -> station.machineContext(book.current(), at), () -> this.now);
        watch.started(report);
        sync = new SyncLoop(store, book, new OfficeClient(office, identity.terminal()), station, () -> this.now, QUICK);
        sync.onEnding(watch::found);
        station.signIn(CASHIER);
        Commands commands = new Commands(store, book);
        closings = new Closings(commands);
        till = new Till(commands);
    }

    static ShopTill open(Path folder, URI office, Instant now) {
        TerminalIdentity identity =
                new KeyFolder(StoreFolders.under(folder).keys()).identity().orElseThrow();
        return new ShopTill(folder, identity, office, now);
    }

    /// Says everything there is to say.
    ShopTill talk() throws InterruptedException {
        assertTrue(sync.talkUntilQuiet(300), () -> "they never come to an end: " + sync.status());
        return this;
    }

    /// Talks as long as a patient person would look on.
    void tryToTalk() throws InterruptedException {
        sync.talkUntilQuiet(12);
    }

    String trouble() {
        return sync.status().trouble().orElse("");
    }

    long unsent() {
        return sync.status().unsent();
    }

    ShopTill openDay() {
        if (closings.book().session().isEmpty()) {
            CashCount counted = CashCount.fewest(closings.book().left().orElse(FLOAT));
            done(closings.open(station, token(), counted, tick()));
        }
        return this;
    }

    ShopTill sell(int tickets) {
        openDay();
        for (int i = 0; i < tickets; i++) {
            Money price = Money.cents(PRICE);
            done(till.addCategory(station, token(), new CategoryCode("vaisselle"), Optional.of(price), 1, tick()));
            done(till.pay(station, token(), List.of(new TenderLine(Tender.CASH, price)), tick()));
        }
        return this;
    }

    /// Counts what should be there, and closes.
    TillFact.Closing closeDay() {
        CashCount counted = CashCount.fewest(closings.book().expectedCash().orElseThrow());
        return closing(done(closings.closeDay(station, token(), counted, FLOAT, Optional.empty(), false, tick()))
                .orElseThrow());
    }

    /// The last closing as it comes out of the printer, in one line.
    String paper() {
        Closings.Closed last = closings.last(1).getFirst();
        Entry entry = store.entries(last.id().journal().generation(), last.id().seq() - 1, 1)
                .getFirst();
        String printed = TextRendering.of(Sheet.of(
                ClosingPaper.of(
                        new PaperHead(book.current().catalog(), store.identity().kind(), 1, false),
                        entry,
                        last.fact(),
                        "",
                        Anomalies.before(store, last.id(), last.fact())),
                PaperWidth.MM80));
        return printed.replaceAll("\\s+", " ");
    }

    /// What verify says of an archive of everything, made now.
    String verified(Path file, String fingerprint) throws IOException {
        assertInstanceOf(
                Archives.Outcome.Made.class,
                new Archives(store, station, book).make(ArchiveLabel.WHOLE, false, file, tick()));
        return verify(file, fingerprint);
    }

    static String verify(Path file, String fingerprint) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyCommand.verify(file, Optional.of(fingerprint), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    /// The first generation, as far as it goes.
    List<Entry> entries() {
        return new ArrayList<>(store.entries(1, 0, 1_000));
    }

    private TillFact.Closing closing(FactId id) {
        return (TillFact.Closing) store.fact(id).orElseThrow();
    }

    private Instant tick() {
        now = now.plusMillis(1_500);
        return now;
    }

    private static String token() {
        tokens++;
        return "token-of-the-shop-" + tokens;
    }

    private static Optional<FactId> done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString).fact();
    }

    @Override
    public void close() {
        sync.close();
        store.close();
    }
}
