package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.receipt.ReceiptToken;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.pos.person.PersonOutbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The receipt without paper, after the sale.
final class ElectronicReceiptTest {

    private static final String PAGE = "https://tickets.exemple.fr/t/";
    private static final Pattern DRAWING =
            Pattern.compile("viewBox=\"0 0 ([0-9]+) [0-9]+\" role=\"img\"[^>]*><path d=\"([^\"]*)\"");
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z");

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

    private void sell() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes", "entry", "5");
    }

    private Entry sale() {
        return desk.store()
                .entries(1, desk.store().headOf(1).orElseThrow().seq() - 1, 1)
                .getFirst();
    }

    private List<Person> outbox() {
        return desk.store()
                .read(sql -> PersonOutbox.waiting(sql).stream()
                        .map(uuid -> PersonOutbox.find(sql, uuid).orElseThrow())
                        .toList());
    }

    /// What a telephone reads from the drawing on the screen.
    private String scannedFromTheScreen() throws Exception {
        Matcher drawing = DRAWING.matcher(desk.page());
        assertTrue(drawing.find(), desk.page());
        int quiet = 4;
        int size = Integer.parseInt(drawing.group(1)) - 2 * quiet;
        BitMatrix modules = new BitMatrix(size);
        Matcher run = RUN.matcher(drawing.group(2));
        while (run.find()) {
            modules.setRegion(
                    Integer.parseInt(run.group(1)) - quiet,
                    Integer.parseInt(run.group(2)) - quiet,
                    Integer.parseInt(run.group(3)),
                    1);
        }
        return new Decoder().decode(modules).getText();
    }

    @Test
    void whatTheOfficeCannotDoIsNotOffered() {
        sell();
        assertFalse(desk.page().contains("id=\"qr\"") || desk.page().contains("id=\"mail\""), desk.page());
        assertTrue(desk.post("/caisse/recu/qr").contains("ne propose pas ce ticket"));
        assertTrue(desk.post("/caisse/recu/adresse").contains("ne propose pas ce ticket"));
        assertTrue(desk.post("/caisse/recu/envoyer", "entry", "a@exemple.fr").contains("ne propose pas ce ticket"));
        assertEquals(List.of(), outbox());
        desk.receive(new ReceiptWays(Optional.of(PAGE), false));
        desk.show("/caisse");
        assertTrue(desk.page().contains("id=\"qr\"") && !desk.page().contains("id=\"mail\""), desk.page());
    }

    @Test
    void aTelephoneReadsTheAddressOfThisSaleAndNoPaperComesOut() throws Exception {
        desk.receive(new ReceiptWays(Optional.of(PAGE), false));
        sell();
        int cuts = desk.printer().cuts();
        desk.post("/caisse/recu/qr");
        assertEquals(PAGE + ReceiptToken.of(sale()), scannedFromTheScreen());
        assertTrue(desk.post("/caisse/recu/retour").contains("3,00\u202f€"), "the change again");
        desk.post("/caisse/recu/qr");
        desk.post("/caisse/suivant");
        sell();
        desk.post("/caisse/recu/qr");
        assertEquals(PAGE + ReceiptToken.of(sale()), scannedFromTheScreen(), "each sale its own");
        assertEquals(cuts, desk.printer().cuts());
    }

    @Test
    void anAddressGoesIntoTheOutboxOnceAndIntoNoJournal() {
        desk.receive(new ReceiptWays(Optional.empty(), true));
        sell();
        Entry sale = sale();
        assertTrue(desk.post("/caisse/recu/adresse").contains("data-digit=\"@gmail.com\""), desk.page());
        String no = desk.post("/caisse/recu/envoyer", "entry", "client@exemple");
        assertTrue(no.contains("Cette adresse n’est pas complète."), no);
        assertTrue(no.contains("value=\"client@exemple\""), "what was typed stands there to be completed");
        assertEquals(List.of(), outbox());
        String token = desk.token();
        String sent = desk.postWith(token, "/caisse/recu/envoyer", "entry", "client@exemple.fr");
        assertTrue(sent.contains("Le ticket part par e-mail."), sent);
        assertTrue(sent.contains("3,00\u202f€") && !sent.contains("client@"), sent);
        desk.postWith(token, "/caisse/recu/envoyer", "entry", "client@exemple.fr");
        assertEquals(
                List.of(new Person(Person.Kind.RECEIPT_ADDRESS, "client@exemple.fr", sale.id(), sale.hash())),
                outbox());
        assertEquals(sale, sale(), "nothing was recorded for it");
        assertTrue(
                desk.store().entries(1, 0, 100).stream().noneMatch(e -> e.body().contains("client@")));
        List<String> answers = desk.store()
                .read(sql -> sql.createQuery("SELECT answer FROM form_token")
                        .mapTo(String.class)
                        .list());
        assertTrue(answers.stream().noneMatch(answer -> answer.contains("client@")), "nor in what forms were answered");
    }

    @Test
    void theWaysOfTheOfficeAreStillKnownAfterARestart() {
        desk.receive(new ReceiptWays(Optional.of(PAGE), true));
        desk.close();
        desk = new RunningCounter(folder, JournalKind.DEMO, true);
        desk.signInCashier();
        desk.show("/caisse");
        sell();
        assertTrue(desk.page().contains("id=\"qr\"") && desk.page().contains("id=\"mail\""), desk.page());
    }
}
