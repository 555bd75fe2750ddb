package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.CardTerminalEmulator;
import fr.lamine.hardware.emulator.CardTerminalEmulator.Mode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.model.till.TechnicalEvent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A customer pays by card: the amount goes to an emulated terminal over a real socket, and comes back or does not.
class CardAtTillTest {

    private static final String WAIT = "Suivez le terminal";
    private static final String DOUBT = "imprimé un ticket accepté";
    private static final Money PRICE = Money.cents(300);

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        atTheTill();
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        desk.post("/caisse/encaisser");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void atTheTill() {
        desk.signInCashier();
        desk.show("/caisse");
    }

    private CardTerminalEmulator terminal() {
        return desk.counter.demo().orElseThrow().card();
    }

    private void card(Mode mode) {
        terminal().become(mode);
        desk.post("/caisse/payer/terminal");
    }

    /// What every open page is told without asking.
    private void hear(String text) {
        HttpRequest flux = HttpRequest.newBuilder(desk.at("/flux?vu=0"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (Stream<String> lines = desk.http.send(flux, BodyHandlers.ofLines()).body()) {
            assertTrue(lines.anyMatch(line -> line.contains(text)), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<Fact.Sale> sales() {
        return desk.facts(Fact.Sale.class);
    }

    private List<String> doubts() {
        return desk.facts(TillFact.TechnicalNoted.class).stream()
                .filter(noted -> noted.event() == TechnicalEvent.CARD_IN_DOUBT)
                .map(TillFact.TechnicalNoted::detail)
                .toList();
    }

    private static TenderLine card(Money amount, String reference, Word word) {
        return new TenderLine(
                Tender.CARD, amount, Optional.of(reference).filter(r -> !r.isEmpty()), Optional.empty(), word);
    }

    @Test
    void whatTheTerminalAcceptsIsPaidWithItsAuthorisation() {
        card(Mode.ACCEPT);
        desk.until("Payé, rien à rendre");
        assertEquals(
                List.of(card(PRICE, "123456", Word.DEVICE)), sales().getLast().tenders());
        assertEquals(1, terminal().requests().size());
        assertTrue(
                terminal().requests().getFirst().contains("CB003300"),
                terminal().requests().toString());
        assertEquals(List.of(), doubts());
    }

    @Test
    void whatTheTerminalRefusesIsSaidAndNothingIsPaid() {
        card(Mode.REFUSE);
        hear("La banque a refusé. Rien n’est payé.");
        assertEquals(List.of(), sales());
        assertFalse(desk.show().contains(WAIT), desk.page());
        desk.post("/caisse/payer/especes");
        assertEquals(Tender.CASH, sales().getLast().tenders().getFirst().tender());
    }

    @Test
    void aTerminalThatIsNotThereIsAskedForNothing() {
        terminal().unplug();
        desk.post("/caisse/payer/terminal");
        hear("Le terminal de carte ne répond pas");
        assertEquals(List.of(), terminal().requests());
        assertEquals(List.of(), sales());
        desk.post("/caisse/payer/main");
        assertEquals(List.of(card(PRICE, "", Word.CASHIER)), sales().getLast().tenders());
    }

    @Test
    void aLinkThatBreaksAfterSendingIsAQuestionAndAYesPays() {
        card(Mode.LOST);
        desk.until(DOUBT);
        assertEquals(List.of(), sales());
        desk.post("/caisse/carte/oui");
        assertEquals(
                List.of(card(PRICE, "", Word.AFTER_DOUBT)), sales().getLast().tenders());
        assertEquals(1, doubts().size());
        assertTrue(doubts().getFirst().endsWith("Réponse\u202f: accepté"), doubts().toString());
        assertEquals(1, terminal().requests().size(), "it was never sent again");
    }

    @Test
    void aLinkThatBreaksAfterSendingIsAQuestionAndANoPaysNothing() {
        card(Mode.LOST);
        desk.until(DOUBT);
        desk.post("/caisse/carte/non");
        assertTrue(desk.page().contains("Reste à payer"), desk.page());
        assertEquals(List.of(), sales());
        assertTrue(doubts().getFirst().endsWith("Réponse\u202f: non accepté"), doubts().toString());
        assertEquals(1, terminal().requests().size(), "it was never sent again");
        card(Mode.ACCEPT);
        desk.until("Payé, rien à rendre");
        assertEquals(2, terminal().requests().size(), "a person asked for it");
    }

    @Test
    void aSilentTerminalIsWaitedForUntilSomebodyGivesUp() {
        card(Mode.SILENT);
        desk.until(WAIT);
        desk.until("the terminal has the amount", () -> terminal().requests().size() == 1);
        desk.post("/caisse/carte/attente");
        desk.until(DOUBT);
        assertTrue(desk.page().contains("L’attente a été abandonnée."), desk.page());
        desk.post("/caisse/carte/non");
        assertEquals(List.of(), sales());
    }

    @Test
    void nothingOfTheTicketChangesWhileTheTerminalHasIt() {
        card(Mode.SILENT);
        desk.until(WAIT);
        for (String path : List.of(
                "/caisse/payer/especes",
                "/caisse/payer/main",
                "/caisse/payer/terminal",
                "/caisse/abandonner",
                "/caisse/carte/oui")) {
            desk.post(path);
            assertTrue(desk.page().contains("Un paiement par carte attend"), path + desk.page());
            assertTrue(desk.page().contains(WAIT), path);
        }
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        assertTrue(desk.page().contains("Un paiement par carte attend"), desk.page());
        assertEquals(List.of(), sales());
        desk.until("the terminal was asked", () -> !terminal().requests().isEmpty());
        assertEquals(1, terminal().requests().size());
    }

    @Test
    void aFormPostedTwiceIsSentOnce() {
        terminal().become(Mode.SLOW);
        String token = desk.token();
        desk.postWith(token, "/caisse/payer/terminal");
        desk.postWith(token, "/caisse/payer/terminal");
        desk.until("Payé, rien à rendre");
        desk.postWith(token, "/caisse/payer/terminal");
        assertEquals(1, terminal().requests().size());
        assertEquals(1, sales().size());
    }

    @Test
    void aCounterThatStopsInThePaymentComesBackToTheQuestion() {
        terminal().become(Mode.SILENT);
        String token = desk.token();
        desk.postWith(token, "/caisse/payer/terminal");
        desk.until("the terminal has the amount", () -> terminal().requests().size() == 1);
        desk.close();
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
        assertTrue(desk.page().contains(DOUBT), desk.page());
        desk.postWith(token, "/caisse/payer/terminal");
        desk.post("/caisse/carte/oui");
        assertEquals(
                List.of(card(PRICE, "", Word.AFTER_DOUBT)), sales().getLast().tenders());
        assertEquals(List.of(), terminal().requests(), "nothing was sent by the process that came back");
    }

    @Test
    void somebodyElseAtTheCounterFindsTheSaleOfWhoAskedForIt() {
        card(Mode.SLOW);
        desk.post("/deconnexion");
        desk.until("the sale is there", () -> !sales().isEmpty());
        assertEquals("AWA", sales().getLast().context().operator().code());
    }

    @Test
    void aPartByCardIsTakenBackOnlyAfterItWasCancelledOnTheTerminal() {
        terminal().become(Mode.ACCEPT);
        desk.post("/caisse/payer/terminal", "entry", "2");
        desk.until("Carte 2,00");
        desk.post("/caisse/retour");
        assertTrue(desk.page().contains("La carte a déjà payé 2,00"), desk.page());
        desk.post("/caisse/rendu");
        desk.post("/caisse/rendu/un", "tender", "0");
        assertTrue(desk.page().contains("Annulez d’abord"), desk.page());
        desk.post("/caisse/rendu/un", "tender", "0");
        assertTrue(desk.page().contains("Reste à payer 3,00"), desk.page());
        assertEquals(1, doubts().size());
    }
}
