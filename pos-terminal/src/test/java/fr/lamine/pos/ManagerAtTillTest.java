package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.till.TechnicalEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a cashier may not do alone: a manager types a code at the same screen, for that one thing.
class ManagerAtTillTest {

    private static final String ASKED = "demande un responsable";

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

    private List<String> allowed() {
        return desk.facts(TillFact.TechnicalNoted.class).stream()
                .filter(noted -> noted.event() == TechnicalEvent.MANAGER_ALLOWED)
                .map(TillFact.TechnicalNoted::detail)
                .toList();
    }

    private void halfOff() {
        desk.post("/caisse/remise", "whole", "true");
        desk.post("/caisse/remise/part", "share", "50");
    }

    @Test
    void aLargeReductionTakesAManagersCodeOnceAndOnlyOnce() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        halfOff();
        assertTrue(desk.page().contains(ASKED), desk.page());
        assertTrue(desk.page().contains("Léa M."), "the only manager is chosen by itself");
        desk.post("/caisse/responsable/code", "operator", "LEA", "pin", "1111");
        assertTrue(desk.page().contains("Le code est faux."), desk.page());
        assertEquals(List.of(), allowed());
        String token = desk.token();
        desk.postWith(token, "/caisse/responsable/code", "operator", "LEA", "pin", TestCounter.PIN);
        desk.postWith(token, "/caisse/responsable/code", "operator", "LEA", "pin", TestCounter.PIN);
        assertEquals(List.of("LEA: Remise de 1,50\u202f€."), allowed());
        assertFalse(desk.page().contains(ASKED), desk.page());
        assertTrue(desk.page().contains("Awa D."), "the cashier still works here");
        halfOff();
        assertTrue(desk.page().contains(ASKED), "the next one is asked again");
        desk.post("/caisse/retour");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(Money.cents(150), sale.total());
        assertEquals(
                Reduction.Kind.TICKET,
                sale.lines().getFirst().reductions().getFirst().kind());
    }

    @Test
    void aCashiersCodeOpensNothing() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        halfOff();
        desk.post("/caisse/responsable/code", "operator", "AWA", "pin", TestCounter.PIN);
        assertEquals(List.of(), allowed());
        desk.post("/caisse/retour");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        assertEquals(Money.cents(300), desk.facts(Fact.Sale.class).getLast().total());
    }

    @Test
    void aPriceFarUnderTheGridTakesAReasonAndAManagersCode() {
        desk.post("/caisse/categorie", "category", "meuble", "entry", "0,50");
        assertTrue(desk.page().contains("Pourquoi ce prix"), desk.page());
        desk.post("/caisse/motif", "reason", "DAMAGED");
        assertTrue(desk.page().contains(ASKED), desk.page());
        desk.post("/caisse/responsable", "operator", "LEA");
        desk.post("/caisse/responsable/code", "operator", "LEA", "pin", TestCounter.PIN);
        assertEquals(1, allowed().size(), allowed().toString());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(Money.cents(50), sale.total());
        assertEquals("Abîmé", sale.lines().getFirst().priceReason().orElseThrow());
    }
}
