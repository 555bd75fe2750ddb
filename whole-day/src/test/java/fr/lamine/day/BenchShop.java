package fr.lamine.day;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
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
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.till.Till;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The folder of a till that has been at work for years, open in this process.
final class BenchShop implements AutoCloseable {

    static final String NAME = "Awa D.";
    static final String PIN = "2580";
    static final Money PRICE = Money.cents(150);

    private static final int AT_ONCE = 5_000;
    private static final int LABELLER = 101;
    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    private static final Money FLOAT = Money.cents(15_000);

    private final Path folder;
    private final TerminalStore store;
    private final Station station;
    private final Closings closings;
    private final Till till;
    private int tokens;

    BenchShop(Path folder) {
        this.folder = folder;
        TerminalIdentity identity =
                new TerminalIdentity(TerminalId.of(901), ARCUEIL, new StationCode("P1"), JournalKind.DEMO, "");
        StoreFolders folders = StoreFolders.under(folder);
        new KeyFolder(folders.keys()).keep(identity);
        store = TerminalStore.open(folders, identity);
        ReferenceBook book = new ReferenceBook(store);
        station = new Station(ARCUEIL, identity.station(), "0.1.0");
        store.start(station.machineContext(book.current(), Instant.now()));
        Operator cashier = new Operator(new OperatorCode("AWA"), NAME, Role.CASHIER, pin());
        receive(book, 1, List.of(cashier), List.of());
        station.signIn(cashier);
        Commands commands = new Commands(store, book);
        closings = new Closings(commands);
        till = new Till(commands);
    }

    /// The terminal's copy of what the office knows.
    BenchShop items(int count) {
        ReferenceBook book = new ReferenceBook(store);
        for (int from = 0; from < count; from += AT_ONCE) {
            List<ItemState> some = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(BenchShop::item)
                    .toList();
            receive(book, 2 + from, List.of(), some);
        }
        return this;
    }

    static ItemCode code(int number) {
        return ItemCode.of(LABELLER, number + 1);
    }

    private static ItemState item(int number) {
        return new ItemState(
                code(number), DISHES, "Objet " + number, ARCUEIL, 1, 0, Mass.grams(400), Mass.grams(400), PRICE, PRICE);
    }

    private void receive(ReferenceBook book, long revision, List<Operator> operators, List<ItemState> items) {
        book.take(
                new ReferenceAnswer(
                        "e1",
                        revision,
                        !operators.isEmpty(),
                        Head.empty(JournalId.of(store.identity().terminal(), 1)),
                        3,
                        operators.isEmpty() ? Optional.empty() : Optional.of(StartingCatalog.read()),
                        operators.isEmpty() ? Optional.empty() : Optional.of(operators),
                        items,
                        Head.empty(JournalId.of(TerminalId.OFFICE, 1))),
                Instant.now());
    }

    BenchShop open() {
        done(closings.open(station, token(), CashCount.fewest(FLOAT), Instant.now()));
        return this;
    }

    /// A ticket of so many lines, all but paid.
    void ticket(int lines) {
        for (int i = 0; i < lines; i++) {
            done(till.addCategory(station, token(), DISHES, Optional.of(PRICE), 1 + i, Instant.now()));
        }
    }

    /// Pays it by card: nothing prints, nothing opens.
    Fact.Sale pay() {
        Money total = till.ticket(station).total();
        return (Fact.Sale) store.fact(
                        done(till.pay(station, token(), List.of(new TenderLine(Tender.CARD, total)), Instant.now()))
                                .orElseThrow())
                .orElseThrow();
    }

    /// So many tickets like the last one, without the counter's screens and forms.
    void again(Fact.Sale like, int count) {
        Fact.Sale last = like;
        for (int from = 0; from < count; from += AT_ONCE) {
            Fact.Sale first = last;
            int some = Math.min(AT_ONCE, count - from);
            last = store.write(Instant.now(), writing -> {
                Fact.Sale sale = first;
                for (int i = 0; i < some; i++) {
                    sale = next(sale);
                    writing.append(sale);
                }
                return sale;
            });
        }
    }

    private static Fact.Sale next(Fact.Sale sale) {
        return new Fact.Sale(
                sale.context(),
                sale.ticket() + 1,
                sale.lines(),
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.totalsAfter().afterTicket(sale.total()));
    }

    void closeDay() {
        Money there = store.book().expectedCash().orElseThrow();
        done(closings.closeDay(
                station, token(), CashCount.fewest(there), FLOAT, Optional.empty(), false, Instant.now()));
    }

    long tickets() {
        return store.totals().tickets();
    }

    /// Bytes of everything the till keeps, once what waits beside the database is in it.
    long bytes() {
        store.read(sql ->
                sql.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pin() {
        return Password.hash(PIN)
                .addRandomSalt()
                .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID))
                .getResult();
    }

    private String token() {
        tokens++;
        return "token-of-the-bench-" + tokens + "-" + System.nanoTime();
    }

    private static Optional<FactId> done(Answer answer) {
        if (answer instanceof Answer.Done(var _, var fact)) {
            return fact;
        }
        throw new IllegalStateException(answer.toString());
    }

    @Override
    public void close() {
        store.close();
    }

    /// Codes of things that nobody has sold yet.
    static List<ItemCode> codes(int from, int count) {
        List<ItemCode> codes = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            codes.add(code(i));
        }
        return codes;
    }
}
