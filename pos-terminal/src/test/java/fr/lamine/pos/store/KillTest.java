package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.OpenTicket;
import fr.lamine.pos.till.Till;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed at each step of one sale, one step a run. What is found after is either no sale, with the
/// ticket still open, or the whole sale; and the form answers the same from then on.
final class KillTest {

    private static final int KILL_POINTS = 50;
    private static final int LABELLED = 10;

    @TempDir
    Path root;

    @Test
    void aKilledSaleIsEitherNotThereOrWhole() throws Exception {
        Path prepared = root.resolve("prepared");
        prepare(prepared);
        int steps = stepsOfAWholeSale(prepared);
        assertTrue(steps >= KILL_POINTS, steps + " kill points");
        List<Callable<Boolean>> runs = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            int killAt = i;
            runs.add(() -> killedAt(prepared, killAt));
        }
        int sold = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (var run : two.invokeAll(runs)) {
                sold += run.get() ? 1 : 0;
            }
        }
        assertTrue(sold > 0 && sold < steps, sold + " whole sales in " + steps + " kills");
    }

    private static void prepare(Path folder) {
        try (TestCounter counter = TestCounter.open(folder).openTill()) {
            Labels labels = new Labels(counter.commands);
            Till till = new Till(counter.commands);
            for (int i = 0; i < LABELLED; i++) {
                labels.make(
                        counter.station,
                        counter.token(),
                        new LabelRequest(
                                new CategoryCode("vaisselle"),
                                "",
                                1,
                                Optional.of(Money.cents(200)),
                                Optional.empty(),
                                new LabelRequest.MassFrom.Average(),
                                Area.SORTING,
                                false),
                        Optional.empty(),
                        counter.now);
                till.scan(
                        counter.station,
                        new ScannedCode.ItemLabel(
                                ItemCode.of(counter.store.identity().terminal(), i + 1), Optional.empty()),
                        counter.now);
            }
            assertEquals(LABELLED, till.ticket(counter.station).lines().size());
        }
    }

    private int stepsOfAWholeSale(Path prepared) throws Exception {
        Path folder = copy(prepared, "whole");
        Process process = start(folder, Integer.MAX_VALUE);
        String said = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return Integer.parseInt(said.lines().reduce("", (_, last) -> last));
    }

    /// @return whether the sale was made before the kill
    private boolean killedAt(Path prepared, int killAt) throws Exception {
        Path folder = copy(prepared, "k" + killAt);
        Process process = start(folder, killAt);
        String said = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(KilledSale.KILLED, process.exitValue(), "step " + killAt + ": " + said);
        try (TestCounter counter = TestCounter.open(folder)) {
            return inspect(counter, "step " + killAt);
        }
    }

    private static boolean inspect(TestCounter counter, String at) {
        assertEquals(Optional.empty(), counter.report.ended(), at + ": one entry ahead of the head file is normal");
        Till till = new Till(counter.commands);
        boolean sold = counter.store.totals().tickets() == 1;
        OpenTicket ticket = till.ticket(counter.station);
        assertEquals(sold ? 0 : LABELLED, ticket.lines().size(), at);
        assertEquals(sold ? 1 : 0, till.lastSales(10).size(), at);
        boolean drawer = new PrintQueue(counter.store)
                .waiting(counter.station.code()).stream().anyMatch(job -> job.kind() == PrintJob.Kind.DRAWER);
        assertEquals(sold, drawer, at + ": the drawer opens for a sale and for nothing else");
        assertEquals(
                sold ? 1 : 0,
                till.item(ItemCode.of(901, LABELLED)).orElseThrow().sold(),
                at);

        Answer again = till.pay(
                counter.station,
                KilledSale.TOKEN,
                List.of(new TenderLine(Tender.CASH, Money.cents(10_000))),
                counter.now);
        assertEquals("Rendre 80,00\u202f€.", again.sentence(), at + ": the same form has one answer");
        assertEquals(1, till.lastSales(10).size(), at);
        Fact.Sale sale = till.lastSales(1).getFirst().fact();
        assertEquals(1, sale.ticket(), at);
        assertEquals(LABELLED, sale.lines().size(), at);
        assertEquals(Money.cents(2_000), counter.store.totals().net(), at);
        JournalCheck check = new JournalCheck(Optional.empty());
        for (Entry entry : counter.store.entries(1, 0, 100)) {
            assertEquals(Optional.empty(), check.next(entry), at);
        }
        return sold;
    }

    private static Process start(Path folder, int killAt) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx96m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSale.class.getName(),
                        folder.toString(),
                        Integer.toString(killAt))
                .redirectErrorStream(true)
                .start();
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = root.resolve(name);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
