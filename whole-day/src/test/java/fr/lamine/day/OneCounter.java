package fr.lamine.day;

import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.Counter;
import fr.lamine.pos.CounterConfig;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.till.Till;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A counter as the demonstration starts it, on a free port, with a hand on each of its emulated devices.
final class OneCounter implements AutoCloseable {

    private final Counter counter;

    final DeviceHand scale;
    final DeviceHand scanner;
    final DeviceHand printer;

    private OneCounter(Path folder, URI office, TerminalIdentity identity) throws IOException {
        counter = Counter.open(
                new CounterConfig(
                        folder,
                        0,
                        Optional.of(office),
                        true,
                        Optional.of(localCurrencyIsTaken(folder)),
                        Optional.empty(),
                        0),
                identity,
                InstantSource.system());
        Map<String, String> controls = counter.demo().orElseThrow().controlAddresses();
        scale = new DeviceHand(controls.get("scale-control"));
        scanner = new DeviceHand(controls.get("scanner-control"));
        printer = new DeviceHand(controls.get("printer-control"));
    }

    /// As a new counter does at its first start, by the code that the office left for it.
    static OneCounter enrolled(Path folder, URI office, String code) throws IOException, InterruptedException {
        KeyFolder keys = new KeyFolder(StoreFolders.under(folder).keys());
        String publicKey = keys.keyOrNew(1).verifyingKey().text();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(office.resolve("/api/v1/enrolment"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(Json.write(new Enrolment(code, publicKey))))
                            .build(),
                    BodyHandlers.ofString());
            TerminalIdentity identity = TerminalIdentity.of(Json.read(answer.body(), Enrolled.class));
            keys.keep(identity);
            return new OneCounter(folder, office, identity);
        }
    }

    private static Path localCurrencyIsTaken(Path folder) throws IOException {
        return Files.writeString(
                folder.resolveSibling(folder.getFileName() + ".properties"), "local-currency = true\n");
    }

    /// The emulated scale, past its control port.
    ScaleEmulator scaleItself() {
        return counter.demo().orElseThrow().scale();
    }

    /// As the demonstration leaves it: open, with a float.
    OneCounter openTill() {
        new Closings(new Commands(counter.store(), counter.book()))
                .open(cashier(), "opening-of-the-till", CashCount.fewest(Money.cents(15_000)), Instant.now());
        return this;
    }

    private Station cashier() {
        TerminalIdentity identity = counter.store().identity();
        Station station = new Station(identity.site(), identity.station(), "0.1.0");
        station.signIn(new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, ""));
        return station;
    }

    /// A ticket with a gift, by card and in cash, then the closing of the day, seven euros short.
    void tradeAndClose() {
        Station station = cashier();
        Commands commands = new Commands(counter.store(), counter.book());
        Till till = new Till(commands);
        Instant now = Instant.now();
        Money price = Money.cents(300);
        till.addCategory(station, "a-book-on-the-ticket", new CategoryCode("livre"), Optional.of(price), 4, now);
        till.addExtra(
                station,
                "a-gift-on-the-ticket",
                new ExtraLine(ExtraLine.Kind.GIFT, "Arrondi", Money.cents(50), Optional.empty()),
                now);
        till.pay(
                station,
                "payment-of-the-ticket",
                List.of(new TenderLine(Tender.CARD, Money.cents(1_000)), new TenderLine(Tender.CASH, Money.cents(250))),
                now);
        new Closings(commands)
                .closeDay(
                        station,
                        "closing-of-the-day",
                        CashCount.fewest(Money.cents(14_550)),
                        Money.cents(14_000),
                        Optional.empty(),
                        true,
                        now);
    }

    String address(String path) {
        return "http://127.0.0.1:" + counter.port() + path;
    }

    TerminalStore store() {
        return counter.store();
    }

    ReferenceBook book() {
        return counter.book();
    }

    @Override
    public void close() throws IOException {
        for (DeviceHand hand : List.of(scale, scanner, printer)) {
            hand.close();
        }
        counter.close();
    }
}
