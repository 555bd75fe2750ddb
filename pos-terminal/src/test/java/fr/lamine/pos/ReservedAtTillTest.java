package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.sync.ReferenceAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tea set is published online and stands in a customer's hands. The office told the till earlier; it need not answer
/// now.
class ReservedAtTillTest {

    private static final ItemCode TEA_SET = ItemCode.of(101, 4_711);

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        tell(3, Optional.of(new ChannelCode("LABEL-EMMAUS")));
        desk.signInCashier();
        desk.show("/caisse");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void tell(long revision, Optional<ChannelCode> reservedFor) {
        ItemState item = new ItemState(
                TEA_SET,
                new CategoryCode("vaisselle"),
                "Service à thé",
                TestCounter.ARCUEIL,
                1,
                0,
                Mass.grams(2_400),
                Mass.grams(2_400),
                Money.cents(1_800),
                Money.cents(1_800),
                reservedFor,
                Optional.empty(),
                Optional.empty());
        assertTrue(desk.counter
                .book()
                .take(
                        new ReferenceAnswer(
                                "e1",
                                revision,
                                false,
                                Head.empty(JournalId.of(TerminalId.of(901), 1)),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(item),
                                Head.empty(JournalId.of(TerminalId.OFFICE, 1))),
                        desk.clock.instant()));
    }

    private void says(String words) {
        assertTrue(desk.page().contains(words), words + " on " + desk.page());
    }

    private int sold() {
        return (int) desk.facts(Fact.Sale.class).stream()
                .flatMap(sale -> sale.lines().stream())
                .filter(line -> line.item().equals(Optional.of(TEA_SET)))
                .count();
    }

    @Test
    void itIsAskedAboutAndSoldAtOneTap() {
        desk.post("/scan", "code", TEA_SET.digits());
        says("« Service à thé » est réservé en ligne (LABEL-EMMAUS).");
        says("Vendre quand même");
        assertEquals(0, sold());
        desk.post("/caisse/reserve");
        says("18,00\u202f€");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(1, sold());
    }

    @Test
    void aSecondScanSellsItToo() {
        desk.post("/scan", "code", TEA_SET.digits());
        desk.post("/scan", "code", TEA_SET.digits());
        assertFalse(desk.page().contains("Vendre quand même"), desk.page());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(1, sold());
    }

    @Test
    void itIsLeftAndTheTicketStaysAsItWas() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/scan", "code", TEA_SET.digits());
        desk.post("/caisse/retour");
        assertFalse(desk.page().contains("réservé en ligne"), desk.page());
        desk.post("/caisse/reserve");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(0, sold(), "a late tap sells nothing");
        assertEquals(200, desk.facts(Fact.Sale.class).getLast().total().cents());
    }

    private int given() {
        return desk.facts(TillFact.GivenAway.class).size();
    }

    @Test
    void aGiftIsAskedAboutLikeASale() {
        desk.post("/caisse/sortie");
        desk.post("/scan", "code", TEA_SET.digits());
        desk.post("/caisse/sortie/motif", "reason", "SCHOOL");
        desk.post("/caisse/sortie/donner");
        says("« Service à thé » est réservé en ligne (LABEL-EMMAUS).");
        assertEquals(0, given());
        desk.post("/caisse/sortie/donner");
        assertEquals(1, given());
    }

    @Test
    void aGiftThatTheOfficeHasFreedIsNotAskedAbout() {
        tell(4, Optional.empty());
        desk.post("/caisse/sortie");
        desk.post("/scan", "code", TEA_SET.digits());
        desk.post("/caisse/sortie/motif", "reason", "SCHOOL");
        desk.post("/caisse/sortie/donner");
        assertEquals(1, given());
    }

    @Test
    void onceTheOfficeHasFreedItNobodyAsks() {
        tell(4, Optional.empty());
        desk.post("/scan", "code", TEA_SET.digits());
        assertFalse(desk.page().contains("réservé en ligne"), desk.page());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(1, sold());
    }
}
