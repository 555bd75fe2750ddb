package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.pos.person.PersonOutbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every tender at the till, by its forms.
class TendersTest {

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
        goods("20");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void goods(String price) {
        desk.post("/caisse/categorie", "category", "meuble", "entry", price);
        desk.post("/caisse/encaisser");
    }

    private Fact.Sale sale() {
        return desk.facts(Fact.Sale.class).getLast();
    }

    private static TenderLine line(Tender tender, long cents, String reference, String bank) {
        return new TenderLine(
                tender,
                Money.cents(cents),
                Optional.of(reference).filter(r -> !r.isEmpty()),
                Optional.of(bank).filter(b -> !b.isEmpty()),
                Word.CASHIER);
    }

    @Test
    void theCommonSaleIsTwoTapsAfterTheLastThing() {
        desk.post("/caisse/payer/especes");
        assertEquals(List.of(line(Tender.CASH, 2_000, "", "")), sale().tenders());
    }

    @Test
    void aChequeCarriesItsNumberAndItsBank() {
        desk.post("/caisse/cheque");
        desk.post("/caisse/cheque/banque", "entry", "1234567", "bank", "Crédit Mutuel");
        assertTrue(desk.page().contains("1234567 · Crédit Mutuel"), desk.page());
        desk.post("/caisse/cheque/recu", "entry", "1234567");
        assertEquals(List.of(line(Tender.CHEQUE, 2_000, "1234567", "Crédit Mutuel")), sale().tenders());
        desk.until("the drawer opens for it", () -> desk.printer().isDrawerOpen());
    }

    @Test
    void aBankThatIsNotShownIsTypedAndWhatWasTypedBeforeStays() {
        desk.post("/caisse/cheque", "entry", "5");
        desk.post("/caisse/cheque/banques", "entry", "77");
        desk.post("/caisse/cheque/banque", "typed", "Banque du Quai");
        assertTrue(desk.page().contains("77 · Banque du Quai"), desk.page());
        desk.post("/caisse/cheque/recu");
        assertTrue(desk.page().contains("Reste à payer 15,00"), desk.page());
        desk.post("/caisse/payer/especes");
        assertEquals(
                line(Tender.CHEQUE, 500, "77", "Banque du Quai"),
                sale().tenders().getFirst());
    }

    @Test
    void aChequeMayHaveNeither() {
        desk.post("/caisse/cheque");
        desk.post("/caisse/cheque/recu");
        assertEquals(List.of(line(Tender.CHEQUE, 2_000, "", "")), sale().tenders());
    }

    private List<String> drawersWaiting() {
        return desk.counter
                .store()
                .read(sql -> PersonOutbox.waiting(sql).stream()
                        .map(uuid -> PersonOutbox.find(sql, uuid).orElseThrow())
                        .map(person -> person.kind() + " " + person.words() + " of " + person.fact())
                        .toList());
    }

    @Test
    void theNameOnAChequeGoesToTheOfficeBesideTheSaleAndIntoNoFact() {
        desk.post("/caisse/cheque", "entry", "5");
        desk.post("/caisse/cheque/banques", "entry", "77");
        desk.post("/caisse/cheque/banque", "bank", "LCL", "drawer", "x".repeat(61));
        assertTrue(desk.page().contains("Ce nom n’est pas lisible."), desk.page());
        desk.post("/caisse/cheque/banque", "bank", "LCL", "drawer", "Dame du quai");
        desk.post("/caisse/cheque/recu");
        assertEquals(List.of(), drawersWaiting(), "nothing is sold yet");
        desk.post("/caisse/payer/especes");
        String sale = desk.counter
                .store()
                .read(sql -> sql.createQuery(
                                "SELECT terminal || '/' || generation || '/' || seq FROM journal WHERE type LIKE 'sale.%'")
                        .mapTo(String.class)
                        .one());
        assertEquals(List.of("CHEQUE_DRAWER Dame du quai of " + sale), drawersWaiting());
        String bodies = desk.counter
                .store()
                .read(sql -> sql.createQuery("SELECT group_concat(body) FROM journal")
                        .mapTo(String.class)
                        .one());
        assertFalse(bodies.contains("Dame du quai"), bodies);
    }

    @Test
    void theNameOnAChequeThatWentBackIsForgotten() {
        desk.post("/caisse/cheque", "entry", "5");
        desk.post("/caisse/cheque/banques");
        desk.post("/caisse/cheque/banque", "drawer", "Dame du quai");
        desk.post("/caisse/cheque/recu");
        desk.post("/caisse/retour");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/cheque", "entry", "5");
        desk.post("/caisse/cheque/recu");
        desk.post("/caisse/payer/especes");
        assertEquals(List.of(), drawersWaiting());
    }

    @Test
    void onlyCashGivesChange() {
        for (String path :
                List.of("/caisse/cheque", "/caisse/virement", "/caisse/payer/autres", "/caisse/payer/main")) {
            desk.post(path, "entry", "25");
            assertTrue(desk.page().contains("C’est plus que le reste à payer."), path + desk.page());
        }
        desk.post("/caisse/payer/especes", "entry", "25");
        assertEquals(Money.cents(500), sale().change());
    }

    @Test
    void anAmountThatCannotBeReadIsNotTaken() {
        for (String path :
                List.of("/caisse/cheque", "/caisse/virement", "/caisse/payer/autres", "/caisse/payer/main")) {
            desk.post(path, "entry", "0");
            assertTrue(desk.page().contains("Ce montant n’est pas"), path + desk.page());
        }
    }

    @Test
    void aTransferMayCarryItsReference() {
        desk.post("/caisse/payer/autres", "entry", "8");
        desk.post("/caisse/virement");
        assertTrue(desk.page().contains("Virement de 8,00"), desk.page());
        desk.post("/caisse/virement/recu", "reference", "VIR 1");
        assertTrue(desk.page().contains("Cette référence n’est pas lisible."), desk.page());
        desk.post("/caisse/virement/recu", "reference", "VIR-2026/1");
        desk.post("/caisse/payer/especes");
        assertEquals(
                line(Tender.TRANSFER, 800, "VIR-2026/1", ""), sale().tenders().getFirst());
    }

    @Test
    void aVouchersCodeIsTypedWithoutItsHyphen() {
        desk.post("/caisse/payer/autres");
        desk.post("/caisse/bon");
        desk.post("/caisse/bon/code", "entry", "12");
        assertTrue(desk.page().contains("Ce bon n’est pas connu."), desk.page());
        desk.post("/caisse/bon");
        desk.post("/caisse/bon/code", "entry", "90117");
        assertTrue(desk.page().contains("Ce bon n’est pas connu."), desk.page());
    }

    @Test
    void aLocalCurrencyIsTakenOnlyWhereItIsConfigured() {
        desk.post("/caisse/payer/locale");
        assertTrue(desk.page().contains("La monnaie locale n’est pas prise ici."), desk.page());
    }

    @Test
    void oneOfSeveralIsTakenBackAndTheRestStays() {
        desk.post("/caisse/payer/especes", "entry", "5");
        desk.post("/caisse/payer/main", "entry", "3");
        assertTrue(desk.page().contains("Reste à payer 12,00"), desk.page());
        desk.post("/caisse/rendu");
        desk.post("/caisse/rendu/un", "tender", "0");
        desk.post("/caisse/rendu/un", "tender", "7");
        assertTrue(desk.page().contains("Ce paiement n’est plus sur le ticket."), desk.page());
        desk.post("/caisse/payer");
        assertTrue(desk.page().contains("Reste à payer 17,00"), desk.page());
        desk.post("/caisse/payer/especes");
        assertEquals(List.of(line(Tender.CARD, 300, "", ""), line(Tender.CASH, 1_700, "", "")), sale().tenders());
    }
}
