package fr.lamine.model.fact;

import static fr.lamine.model.fact.SampleFacts.ARCUEIL;
import static fr.lamine.model.fact.SampleFacts.CHAIR;
import static fr.lamine.model.fact.SampleFacts.DISHES;
import static fr.lamine.model.fact.SampleFacts.FURNITURE;
import static fr.lamine.model.fact.SampleFacts.MONTREUIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.stock.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SiteFactTest {

    private static final CarriedItem CARRIED =
            new CarriedItem(CHAIR, 1, Optional.of(new CarriedItem.Known(FURNITURE, Mass.grams(7_000))));
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void aTransferIsNamedByTheFactThatSendsIt() {
        assertEquals("T-901-2-42", SiteFact.transferOf(FactId.parse("901/2/42")));
        assertTrue(SiteFact.isTransfer("T-901-2-42"));
        assertEquals("transit:T-901-2-42", new Transit("T-901-2-42").code());
    }

    @Test
    void aTransferGoesSomewhereElseAndHoldsSomething() {
        assertThrows(IllegalArgumentException.class, () -> sent("T-901-1-1", ARCUEIL, List.of(CARRIED)));
        assertThrows(IllegalArgumentException.class, () -> sent("T-901-1-1", MONTREUIL, List.of()));
        assertThrows(IllegalArgumentException.class, () -> sent("901-1-1", MONTREUIL, List.of(CARRIED)));
        assertThrows(IllegalArgumentException.class, () -> sent("T-901-1-1", MONTREUIL, List.of(CARRIED, CARRIED)));
        List<CarriedItem> many = IntStream.rangeClosed(1, SiteFact.MAX_CARRIED + 1)
                .mapToObj(i -> new CarriedItem(ItemCode.of(901, i), 1, Optional.empty()))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> sent("T-901-1-1", MONTREUIL, many));
        assertEquals(
                SiteFact.MAX_CARRIED,
                sent("T-901-1-1", MONTREUIL, many.subList(1, many.size()))
                        .items()
                        .size());
    }

    private static TransferSent sent(String code, SiteCode to, List<CarriedItem> items) {
        return new TransferSent(SampleFacts.context(1), code, to, Area.SHOP, items, List.of());
    }

    @Test
    void whatIsLeftOfATransferGoesToAShelfOrToAnAdjustmentForAReason() {
        List<Difference> rest = List.of(new Difference(Optional.of(CHAIR), FURNITURE, 1, Mass.grams(7_000)));
        for (Account no : List.of(Account.gone(Outcome.WASTE), new Transit("T-901-1-2"))) {
            assertThrows(IllegalArgumentException.class, () -> settled(rest, no, "Retrouvé"));
        }
        Account shelf = Account.place(MONTREUIL, Area.SHOP);
        assertThrows(IllegalArgumentException.class, () -> settled(rest, shelf, " "));
        assertThrows(IllegalArgumentException.class, () -> settled(List.of(), shelf, "Retrouvé"));
        assertEquals(shelf, settled(rest, shelf, "Retrouvé").to());
    }

    private static TransferSettled settled(List<Difference> rest, Account to, String reason) {
        return new TransferSettled(SampleFacts.context(1), "T-901-1-1", rest, to, reason);
    }

    @Test
    void aDifferenceHasOneSign() {
        Optional<ItemCode> chair = Optional.of(CHAIR);
        assertThrows(IllegalArgumentException.class, () -> new Difference(chair, FURNITURE, 1, Mass.grams(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Difference(chair, FURNITURE, -1, Mass.grams(1)));
        assertThrows(IllegalArgumentException.class, () -> new Difference(chair, FURNITURE, 0, Mass.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Difference(Optional.empty(), DISHES, 1, Mass.grams(1)));
        assertEquals(Mass.grams(5), new Difference(Optional.empty(), DISHES, 0, Mass.grams(-5)).size());
    }

    @Test
    void aCountNamesEachLabelOnceAndEndsAfterItBegan() {
        CountedItem chair = new CountedItem(CHAIR, 1, TEN, TEN);
        Instant end = SampleFacts.context(1).occurredAt();
        assertThrows(IllegalArgumentException.class, () -> counted(end, List.of(chair, chair)));
        assertThrows(IllegalArgumentException.class, () -> counted(end.plusSeconds(1), List.of(chair)));
        assertThrows(IllegalArgumentException.class, () -> new CountedItem(CHAIR, 1, TEN, TEN.minusSeconds(1)));
        assertEquals(Collections.emptyList(), counted(end, List.of()).items(), "an empty shelf is counted too");
    }

    private static Counted counted(Instant begun, List<CountedItem> items) {
        return new Counted(SampleFacts.context(1), Area.SHOP, begun, List.of(), items, List.of());
    }
}
