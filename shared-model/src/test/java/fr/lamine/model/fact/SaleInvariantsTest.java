package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.lamine.model.Seeded;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

final class SaleInvariantsTest {

    private static final SaleLine CHAIR = SampleFacts.chairLine();

    @TestFactory
    Stream<DynamicTest> noTicketIsKeptThatDoesNotAddUp() {
        return Stream.of(
                refused("without a line", () -> ticket(1, List.of(), 0, 0)),
                refused("too many lines", () -> ticket(1, Collections.nCopies(201, CHAIR), 201 * 1_800, 0)),
                refused("lines unlike the total", () -> sale(1, 1_799, 1, cash(1_799), 0)),
                refused("tenders below the total", () -> sale(1, 1_800, 1, cash(1_700), 0)),
                refused("tenders above the total without change", () -> sale(1, 1_800, 1, cash(2_000), 0)),
                refused("change below zero", () -> sale(1, 1_800, 1, cash(1_700), -100)),
                refused("change out of a card", () -> sale(1, 1_800, 1, card(2_000), 200)),
                refused("more change than cash", () -> sale(1, 1_800, 1, mixed(1_900, 100), 200)),
                refused(
                        "too many tenders",
                        () -> sale(
                                1, 1_800, 1, Collections.nCopies(11, cash(180).getFirst()), 180)),
                refused("a number unlike its totals", () -> sale(1, 1_800, 2, cash(1_800), 0)),
                refused("number zero", () -> sale(0, 1_800, 0, cash(1_800), 0)));
    }

    @Test
    void aTicketThatAddsUpIsKept() {
        assertEquals(Money.cents(200), sale(1, 1_800, 1, cash(2_000), 200).change());
        assertEquals(2, sale(1, 1_800, 1, mixed(1_700, 100), 0).tenders().size());
        assertEquals(
                200,
                ticket(1, Collections.nCopies(200, CHAIR), 200 * 1_800, 0)
                        .lines()
                        .size());
    }

    @Test
    void aFreeTicketNeedsNoTender() {
        SaleLine gift = line("Don", Optional.empty(), LineOrigin.CATEGORY_KEY, 1, 0, PriceOrigin.TYPED, 0, 400);
        Fact.Sale sale = new Fact.Sale(
                SampleFacts.context(1), 1, List.of(gift), Money.ZERO, List.of(), Money.ZERO, totals(1, 0));
        assertEquals(Money.ZERO, sale.total());
    }

    @TestFactory
    Stream<DynamicTest> noLineIsKeptThatDoesNotAddUp() {
        Optional<ItemCode> item = Optional.of(SampleFacts.CHAIR);
        LineOrigin known = LineOrigin.KNOWN_LABEL;
        PriceOrigin label = PriceOrigin.LABEL;
        return Stream.of(
                refused("without a label", () -> line(" ", item, known, 1, 100, label, 100, 400)),
                refused("an endless label", () -> line("x".repeat(61), item, known, 1, 100, label, 100, 400)),
                refused("no piece", () -> line("Bol", item, known, 0, 100, label, 0, 400)),
                refused("too many pieces", () -> line("Bol", item, known, 10_000, 1, label, 10_000, 400)),
                refused("no mass", () -> line("Bol", item, known, 1, 100, label, 100, 0)),
                refused("a mass below zero", () -> line("Bol", item, known, 1, 100, label, 100, -4)),
                refused("a price below zero", () -> line("Bol", item, known, 1, -100, label, -100, 400)),
                refused("a price beyond the bound", () -> line("Bol", item, known, 1, 1_000_000, label, 1_000_000, 4)),
                refused("pieces times price unlike total", () -> line("Bol", item, known, 2, 100, label, 100, 400)),
                refused("a lot below zero", () -> line("Bol", item, known, 2, 100, PriceOrigin.LOT, -1, 400)),
                refused("a label without a code", () -> line("Bol", Optional.empty(), known, 1, 100, label, 100, 400)),
                refused("a key with a code", () -> line("Bol", item, LineOrigin.CATEGORY_KEY, 1, 100, label, 100, 400)),
                refused(
                        "net and VAT unlike the total",
                        () -> withVat(Vat.within(Money.cents(99), VatRegime.STANDARD, 0))));
    }

    @Test
    void aLotMayCostLessThanItsPieces() {
        SaleLine lot =
                line("Bols", Optional.of(SampleFacts.CUPS), LineOrigin.KNOWN_LABEL, 6, 50, PriceOrigin.LOT, 250, 996);
        assertEquals(Money.cents(250), lot.total());
    }

    @Test
    void aTenderIsAboveZeroAndOnlyCashGivesChange() {
        assertThrows(IllegalArgumentException.class, () -> new TenderLine(Tender.CASH, Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new TenderLine(Tender.CARD, Money.cents(-1)));
        for (Tender tender : Tender.values()) {
            assertEquals(tender == Tender.CASH, tender.givesChange(), tender.name());
        }
    }

    @Test
    void onlyWhatHasPapersOpensTheDrawer() {
        assertEquals(
                List.of(Tender.CASH, Tender.CHEQUE, Tender.LOCAL_CURRENCY),
                Stream.of(Tender.values()).filter(Tender::opensDrawer).toList());
    }

    @Test
    void perpetualTotalsOnlyGrow() {
        Seeded.loop(200, random -> {
            PerpetualTotals totals = PerpetualTotals.NONE;
            long net = 0;
            for (int i = 1; i <= 50; i++) {
                Money sold = Money.cents(random.nextLong(50_000));
                Money returned = Money.cents(random.nextLong(10_000));
                PerpetualTotals next = totals.afterTicket(sold, returned);
                net += sold.cents() - returned.cents();
                assertEquals(i, next.tickets());
                assertEquals(net, next.net().cents());
                assertEquals(totals.absolute().plus(sold).plus(returned), next.absolute());
                totals = next;
            }
            assertEquals(totals.labels() + 1, totals.afterLabel().labels());
        });
        assertThrows(IllegalArgumentException.class, () -> new PerpetualTotals(-1, 0, Money.ZERO, Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new PerpetualTotals(0, -1, Money.ZERO, Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new PerpetualTotals(0, 0, Money.ZERO, Money.cents(-1)));
    }

    @Test
    void aListGivenToATicketCannotChangeItLater() {
        List<SaleLine> lines = new ArrayList<>(List.of(CHAIR));
        Fact.Sale sale = ticket(1, lines, 1_800, 0);
        lines.clear();
        assertEquals(List.of(CHAIR), sale.lines());
    }

    private static DynamicTest refused(String name, Executable ticket) {
        return dynamicTest(name, () -> assertThrows(IllegalArgumentException.class, ticket));
    }

    private static Fact.Sale ticket(long number, List<SaleLine> lines, long total, long change) {
        return new Fact.Sale(
                SampleFacts.context(1),
                number,
                lines,
                Money.cents(total),
                total + change == 0 ? List.of() : cash(total + change),
                Money.cents(change),
                totals(number, total));
    }

    private static Fact.Sale sale(long ticket, long total, long tickets, List<TenderLine> tenders, long change) {
        return new Fact.Sale(
                SampleFacts.context(1),
                ticket,
                List.of(CHAIR),
                Money.cents(total),
                tenders,
                Money.cents(change),
                totals(tickets, total));
    }

    private static PerpetualTotals totals(long tickets, long net) {
        return new PerpetualTotals(tickets, 0, Money.cents(net), Money.cents(net));
    }

    private static List<TenderLine> cash(long cents) {
        return List.of(new TenderLine(Tender.CASH, Money.cents(cents)));
    }

    private static List<TenderLine> card(long cents) {
        return List.of(new TenderLine(Tender.CARD, Money.cents(cents)));
    }

    private static List<TenderLine> mixed(long card, long cash) {
        return List.of(new TenderLine(Tender.CARD, Money.cents(card)), new TenderLine(Tender.CASH, Money.cents(cash)));
    }

    private static SaleLine line(
            String label,
            Optional<ItemCode> item,
            LineOrigin origin,
            int pieces,
            long unit,
            PriceOrigin price,
            long total,
            long grams) {
        return new SaleLine(
                label,
                item,
                origin,
                SampleFacts.DISHES,
                pieces,
                Money.cents(unit),
                price,
                Money.cents(total),
                Vat.within(Money.cents(total), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(grams),
                new MassProvenance.Label());
    }

    private static SaleLine withVat(Vat vat) {
        return new SaleLine(
                "Bol",
                Optional.of(SampleFacts.CHAIR),
                LineOrigin.KNOWN_LABEL,
                SampleFacts.DISHES,
                1,
                Money.cents(100),
                PriceOrigin.LABEL,
                Money.cents(100),
                vat,
                Mass.grams(400),
                new MassProvenance.Label());
    }
}
