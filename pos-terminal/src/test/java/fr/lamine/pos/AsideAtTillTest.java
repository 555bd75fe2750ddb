package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Article keys, gifts, cards, weighed lines and free exits on the till's own pages.
class AsideAtTillTest {

    private static final String ELSEWHERE = ItemCode.of(902, 17).digits();

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Fact.Sale sold() {
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        return desk.facts(Fact.Sale.class).getLast();
    }

    private void says(String text) {
        assertTrue(desk.page().contains(text), text + " in " + desk.page());
    }

    @Test
    void aPricedArticleTakesOneTapAndAFreeOneAsksForItsAmount() {
        desk.post("/caisse/autre");
        says("Sac de textile");
        desk.post("/caisse/article", "article", "SAC", "entry", "");
        desk.post("/caisse/autre");
        desk.post("/caisse/article", "article", "PRIX-LIBRE", "entry", "");
        says("Combien");
        desk.post("/caisse/article/montant", "entry", "2,5");
        desk.post("/caisse/autre");
        desk.post("/caisse/article", "article", "DON", "entry", "3");
        says("Hors vente");
        Fact.Sale sale = sold();
        assertEquals(Money.cents(1_050), sale.total());
        assertEquals(Money.cents(750), sale.sold());
    }

    @Test
    void theTicketIsRoundedUpFromThePaymentAndPaidWithOneMoreTap() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "1,5");
        desk.post("/caisse/encaisser");
        says("Arrondir à 2,00");
        desk.post("/caisse/arrondir", "amount", "2,00");
        says("Reste à payer 2,00");
        desk.post("/caisse/payer/especes");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(Money.cents(200), sale.total());
        assertEquals(
                List.of(ExtraLine.Kind.GIFT),
                sale.extras().stream().map(ExtraLine::kind).toList());
        says("Arrondi solidaire");
    }

    @Test
    void aGiftIsTappedAndTakenOffAgain() {
        desk.post("/caisse/article", "article", "ADHESION", "entry", "");
        desk.post("/caisse/article", "article", "DON", "entry", "3");
        desk.post("/caisse/extra", "extra", "1");
        says("Retirer");
        desk.post("/caisse/extra/retirer");
        assertEquals(Money.cents(1_000), sold().total());
    }

    @Test
    void aMembersCardStandsOnTheTicketAndGoesWithTheSale() {
        desk.post("/scan", "code", "M-2026-0042");
        says("Carte 2026-0042");
        desk.post("/caisse/autre");
        says("Retirer la carte");
        desk.post("/caisse/article", "article", "ADHESION", "entry", "");
        assertEquals("2026-0042", sold().member().orElseThrow());
    }

    @Test
    void aLineTakesItsGramsFromTheScaleAndTheTareOfItsContainer() {
        desk.scale().put(Mass.grams(3_200));
        desk.scale().still();
        desk.post("/caisse/categorie", "category", "livre", "entry", "1");
        String line = desk.page().replaceAll("(?s).*name=\"line\" value=\"([0-9]+)\".*", "$1");
        desk.post("/caisse/ligne", "line", line);
        desk.post("/caisse/peser");
        desk.until("3,200");
        desk.post("/scan", "code", "C-BAC-GRIS");
        says("Tare");
        desk.until(
                "the weight is taken",
                () -> desk.post("/caisse/peser/prendre", "entry", "").contains("2,000"));
        Fact.Sale sale = sold();
        assertEquals(Mass.grams(2_000), sale.lines().getFirst().mass());
        assertEquals(
                MassProvenance.Kind.WEIGHED,
                sale.lines().getFirst().provenance().kind());
        assertEquals(Money.cents(100), sale.total());
    }

    @Test
    void aThingIsGivenAwayWithAReasonAndWithoutATicket() {
        desk.post("/caisse/autre");
        desk.post("/caisse/sortie");
        says("Sortie gratuite");
        desk.post("/caisse/sortie/categorie", "category", "vaisselle");
        desk.post("/caisse/sortie/donner", "entry", "");
        says("Il manque un motif.");
        desk.post("/caisse/sortie/motif", "reason", "SOCIAL_AID", "entry", "3");
        String token = desk.token();
        desk.postWith(token, "/caisse/sortie/donner", "entry", "");
        desk.postWith(token, "/caisse/sortie/donner", "entry", "");
        List<TillFact.GivenAway> given = desk.facts(TillFact.GivenAway.class);
        assertEquals(1, given.size());
        assertEquals(3, given.getFirst().pieces());
        assertEquals("Aide sociale", given.getFirst().reason());
        assertEquals(List.of(), desk.facts(Fact.Sale.class));
    }

    @Test
    void aLabelScannedWhileGivingIsTheThingToGiveAndIsNotSold() {
        desk.post("/caisse/sortie");
        desk.post("/scan", "code", ELSEWHERE);
        says("inconnue");
        desk.post("/caisse/sortie/categorie", "category", "meuble");
        desk.post("/caisse/sortie/motif", "reason", "STAFF", "entry", "");
        desk.post("/caisse/sortie/donner", "entry", "");
        assertEquals(
                ELSEWHERE,
                desk.facts(TillFact.GivenAway.class)
                        .getFirst()
                        .item()
                        .orElseThrow()
                        .digits());
        assertFalse(desk.page().contains("name=\"line\""), "nothing stands on the ticket");
    }
}
