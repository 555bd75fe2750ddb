package fr.lamine.pos.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.DuplicatePrinted;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob.State;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuplicatesTest {

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private PrintQueue queue;

    @BeforeEach
    void open() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        queue = new PrintQueue(counter.store);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private FactId sold() {
        till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("vaisselle"),
                Optional.of(Money.cents(100)),
                1,
                counter.now);
        Answer paid = till.pay(
                counter.station, counter.token(), List.of(new TenderLine(Tender.CARD, Money.cents(100))), counter.now);
        return ((Answer.Done) paid).fact().orElseThrow();
    }

    private List<DuplicatePrinted> duplicates() {
        return counter.store.entries(1, 0, 10_000).stream()
                .map(Json::fact)
                .filter(DuplicatePrinted.class::isInstance)
                .map(DuplicatePrinted.class::cast)
                .toList();
    }

    private void wanted(FactId sale) {
        till.receipt(counter.station, counter.token(), sale, counter.now);
    }

    private PrintJob begun() {
        return queue.begin(queue.waiting(counter.station.code()).getFirst(), counter.now)
                .orElseThrow();
    }

    private void printed(PrintJob job) {
        queue.finish(job, new PrintResult.Printed(), true, counter.now);
    }

    @Test
    void theFirstPaperIsNoDuplicateAndTheNextIsInTheJournalBeforeItIsPrinted() {
        FactId sale = sold();
        wanted(sale);
        printed(begun());
        assertEquals(List.of(), duplicates());
        wanted(sale);
        DuplicatePrinted first = duplicates().getFirst();
        assertEquals(1, first.number());
        assertEquals(sale, first.of());
        assertEquals(1, first.copy());
        assertEquals(TestCounter.CASHIER.code(), first.context().operator());
        assertTrue(queue.in(counter.station.code(), State.SENDING).isEmpty(), "nothing has been sent yet");
        assertEquals(2, begun().copy());
    }

    @Test
    void aDuplicateThatNeverCameOutKeepsItsNumberForTheNextPaper() {
        FactId sale = sold();
        wanted(sale);
        printed(begun());
        wanted(sale);
        PrintJob cancelled = begun();
        queue.finish(cancelled, new PrintResult.Failed(PrinterState.PAPER_OUT), true, counter.now);
        queue.cancel(counter.station.code(), cancelled.id(), counter.now);
        wanted(sale);
        assertEquals(1, duplicates().size());
        PrintJob job = begun();
        assertEquals(2, job.copy());
        printed(job);
        wanted(sale);
        assertEquals(
                List.of(1, 2), duplicates().stream().map(DuplicatePrinted::copy).toList());
    }

    /// Papers are asked for, cancelled, doubted and printed in any order: every paper that says DUPLICATA n has its
    /// fact, and every fact its own number.
    @Test
    void whateverThePrinterDoesNumbersHaveNoGapAndNoDuplicateGoesUnwritten() {
        long seed = 211_6;
        Random random = new Random(seed);
        List<FactId> sales = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sales.add(sold());
        }
        int sent = 0;
        for (int step = 0; step < 200; step++) {
            String at = "seed " + seed + ", step " + step;
            wanted(sales.get(random.nextInt(sales.size())));
            if (random.nextInt(5) == 0) {
                queue.cancel(counter.station.code(), Long.MAX_VALUE, counter.now);
            }
            if (!queue.waiting(counter.station.code()).isEmpty()) {
                PrintJob job = begun();
                if (job.copy() > 1) {
                    sent++;
                    FactId of = job.fact().orElseThrow();
                    assertEquals(
                            1,
                            duplicates().stream()
                                    .filter(d -> d.of().equals(of) && d.copy() == job.copy() - 1)
                                    .count(),
                            at);
                }
                queue.finish(job, result(random), random.nextBoolean(), counter.now);
            }
            for (PrintJob doubt : queue.in(counter.station.code(), State.DOUBTFUL)) {
                queue.answer(doubt.id(), random.nextBoolean(), counter.now);
            }
        }
        List<DuplicatePrinted> all = duplicates();
        assertTrue(sent > 30 && all.size() > 20, "seed " + seed + " saw " + all.size() + " duplicates");
        assertEquals(
                LongStream.rangeClosed(1, all.size()).boxed().toList(),
                all.stream().map(DuplicatePrinted::number).toList());
        assertEquals(
                all.size(),
                all.stream().map(d -> d.of() + "-" + d.copy()).distinct().count());
        assertEquals(all.size(), counter.store.totals().copies());
    }

    private static PrintResult result(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new PrintResult.Failed(PrinterState.PAPER_OUT);
            case 1 -> new PrintResult.Interrupted(PrinterState.COVER_OPEN);
            case 2 -> new PrintResult.Doubtful(PrinterState.SILENT);
            default -> new PrintResult.Printed();
        };
    }
}
