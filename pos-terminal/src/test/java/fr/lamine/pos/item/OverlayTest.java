package fr.lamine.pos.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sync.ItemState;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverlayTest {

    private static final ItemCode LOT = ItemCode.of(902, 1);
    private static final int PIECES = 500;

    @TempDir
    Path root;

    /// The office counts our sales late and in steps, other tills sell meanwhile, and now and then the office is
    /// restored to an older state under a new epoch.
    @Test
    void anOldOfficeStateNeverUnsellsAndAFreshOneIsExact() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            try (TestCounter counter =
                    TestCounter.open(root.resolve("s" + seed)).openTill()) {
                Till till = new Till(counter.commands);
                List<FactId> own = new ArrayList<>();
                int others = 0;
                int epoch = 1;
                long revision = 10;
                counter.receive("e2", revision, true, counted(counter, own, 0), List.of(state(0)));
                for (int step = 0; step < 60; step++) {
                    if (random.nextInt(3) > 0) {
                        sellOne(counter, till, own);
                    } else {
                        others += random.nextInt(3);
                        int seen = random.nextBoolean() ? own.size() : random.nextInt(own.size() + 1);
                        boolean restored = random.nextInt(5) == 0;
                        epoch += restored ? 1 : 0;
                        revision += 1;
                        counter.receive(
                                "e2-" + epoch,
                                revision,
                                true,
                                counted(counter, own, seen),
                                List.of(state(seen + others)));
                        assertEquals(own.size() + others, sold(till), "seed " + seed + " step " + step);
                    }
                    assertTrue(sold(till) >= own.size(), "seed " + seed + " step " + step + ": un-sold");
                }
            }
        }
    }

    /// An office that stored our sales and could not apply them says that it counted them, and did not.
    @Test
    void whatTheOfficeCouldNotApplyIsStillSoldHere() {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            Till till = new Till(counter.commands);
            List<FactId> own = new ArrayList<>();
            counter.receive("e2", 1, true, counted(counter, own, 0), List.of(state(0)));
            sellOne(counter, till, own);
            counter.receive("e2", 2, false, counter.store.head(), List.of(state(0)));
            assertEquals(1, sold(till));
        }
    }

    @Test
    void anAnswerOlderThanWhatIsHeldChangesNothing() {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            Till till = new Till(counter.commands);
            Head nothing = counted(counter, List.of(), 0);
            assertTrue(counter.receive("e2", 5, true, nothing, List.of(state(3))));
            assertTrue(!counter.receive("e2", 4, false, nothing, List.of(state(2))));
            assertTrue(!counter.receive("e3", 9, false, nothing, List.of(state(1))), "a new epoch begins whole");
            assertEquals(3, sold(till));
        }
    }

    private static int sold(Till till) {
        return till.item(LOT).orElseThrow().sold();
    }

    private static void sellOne(TestCounter counter, Till till, List<FactId> own) {
        till.scan(counter.station, new ScannedCode.ItemLabel(LOT, Optional.empty()), counter.now);
        Answer paid = till.pay(
                counter.station, counter.token(), List.of(new TenderLine(Tender.CASH, Money.cents(100))), counter.now);
        own.add(((Answer.Done) paid).fact().orElseThrow());
    }

    private static Head counted(TestCounter counter, List<FactId> own, int count) {
        if (count == 0) {
            return Head.empty(counter.store.head().journal());
        }
        FactId last = own.get(count - 1);
        return new Head(
                last.journal(),
                last.seq(),
                counter.store.hashAt(last.journal().generation(), last.seq()).orElseThrow());
    }

    private static ItemState state(int sold) {
        return new ItemState(
                LOT,
                new CategoryCode("vaisselle"),
                "Assiettes",
                TestCounter.ARCUEIL,
                PIECES,
                sold,
                Mass.grams(PIECES * 200L),
                Mass.grams(200),
                Money.cents(100),
                Money.cents(PIECES * 100L));
    }
}
