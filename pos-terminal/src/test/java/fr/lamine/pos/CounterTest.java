package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole counter through its own routes: real store, real drivers, emulated devices.
class CounterTest {

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void weighIn(String category) {
        desk.show("/pesee");
        desk.post("/pesee/categorie", "category", category);
    }

    @Test
    void twelveKilogramsOfCrockeryAreWeighedInOnce() {
        desk.signInCashier();
        desk.put(12_340);
        weighIn("vaisselle");
        String token = desk.token();
        assertTrue(desk.postWith(token, "/pesee/enregistrer").contains("Vaisselle, 12,340\u202fkg."));
        assertTrue(desk.postWith(token, "/pesee/enregistrer").contains("Vaisselle, 12,340\u202fkg."));

        List<Fact.WeighIn> weighed = desk.facts(Fact.WeighIn.class);
        assertEquals(1, weighed.size(), "a double click records one fact");
        Fact.WeighIn fact = weighed.getFirst();
        assertEquals(Mass.grams(12_340), fact.weight().net());
        assertEquals("source:DROP_OFF", fact.from().code());
        assertEquals("place:ARCUEIL:SORTING", fact.to().code());
        assertTrue(fact.weight().provenance() instanceof MassProvenance.Weighed w
                && w.emulated()
                && w.rawFrame().contains("12.340"));
        assertEquals("AWA", fact.context().operator().code());
    }

    @Test
    void aWeighingIsTakenBackFromItsBand() {
        desk.signInCashier();
        desk.put(2_000);
        weighIn("livre");
        String page = desk.post("/pesee/enregistrer");
        assertTrue(page.contains("action=\"/pesee/annuler\""), page);
        desk.post("/pesee/annuler", "id", "901/1/4");
        assertEquals(1, desk.facts(Fact.WeighInReversed.class).size());
        assertTrue(desk.post("/pesee/annuler", "id", "901/1/4").contains("déjà annulée"));
        assertEquals(1, desk.facts(Fact.WeighInReversed.class).size());
    }

    @Test
    void aMixedLoadIsSortedAndTheDayIsLookedBackAt() {
        desk.signInCashier();
        desk.put(2_450);
        desk.show("/pesee");
        desk.post("/pesee/panneau", "panel", "SOURCES");
        assertTrue(desk.post("/pesee/panneau", "panel", "LOADS").contains("Touchez le lot, ou scannez"));
        assertTrue(desk.post("/pesee/lot", "load", "a_classer").contains("Lot\u202f: À classer"));
        desk.post("/pesee/categorie", "category", "a_classer");
        assertTrue(desk.post("/pesee/enregistrer").contains("Le lot a déjà cette catégorie."));
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/destination", "destination", "RECYCLED");
        desk.post("/pesee/enregistrer");
        Fact.WeighIn sorted = desk.facts(Fact.WeighIn.class).getFirst();
        assertEquals("a_classer", sorted.was().orElseThrow().code());
        assertEquals("outcome:RECYCLED", sorted.to().code());
        for (int i = 0; i < 6; i++) {
            desk.post("/pesee/enregistrer");
        }
        String history = desk.post("/pesee/panneau", "panel", "HISTORY");
        assertTrue(history.contains("Plus anciennes"), history);
        assertTrue(desk.post("/pesee/page", "page", "1").contains("Plus récentes"));
        desk.post("/pesee/provenance", "source", "STREET");
        desk.post("/pesee/destination", "destination", "SORTING");
        desk.post("/pesee/enregistrer");
        assertEquals(Optional.empty(), desk.facts(Fact.WeighIn.class).getLast().was());
    }

    @Test
    void whatTheScaleCannotSayIsNotRecorded() {
        desk.signInCashier();
        desk.put(5_000);
        weighIn("vaisselle");
        desk.scale().move();
        desk.until("BOUGE");
        assertTrue(desk.post("/pesee/enregistrer").contains("Le poids bouge encore."));
        desk.scale().underZero();
        desk.scale().still();
        desk.until("SOUS ZÉRO");
        assertTrue(desk.post("/pesee/enregistrer").contains("La balance est sous zéro."));
        desk.scale().overload();
        desk.scale().still();
        desk.until("TROP LOURD");
        assertTrue(desk.post("/pesee/enregistrer").contains("trop lourd pour la balance"));
        desk.scale().take();
        desk.scale().still();
        desk.until("class=\"digits stable \">0,000<");
        assertTrue(desk.post("/pesee/enregistrer").contains("Il n’y a rien sur la balance."));
        assertEquals(List.of(), desk.facts(Fact.WeighIn.class));
    }

    @Test
    void aContainerHeavierThanTheLoadIsRefusedAndALighterOneIsTakenOff() {
        desk.signInCashier();
        desk.put(5_000);
        weighIn("vaisselle");
        desk.post("/scan", "code", "C-CADDIE");
        assertTrue(desk.post("/pesee/enregistrer").contains("plus petit que celui du contenant"));
        desk.post("/pesee/contenant", "container", "BAC-GRIS");
        desk.post("/pesee/enregistrer");
        Fact.WeighIn fact = desk.facts(Fact.WeighIn.class).getFirst();
        assertEquals(Mass.grams(5_000), fact.weight().gross());
        assertEquals(Mass.grams(3_800), fact.weight().net());
        assertEquals(Optional.of("BAC-GRIS"), fact.weight().container());
    }

    @Test
    void anAbsurdWeightIsAskedAboutOnce() {
        desk.signInCashier();
        desk.put(15_000);
        weighIn("bijou_et_montre");
        assertTrue(desk.post("/pesee/enregistrer").contains("est-ce bien cela"));
        assertEquals(List.of(), desk.facts(Fact.WeighIn.class));
        desk.post("/pesee/enregistrer", "confirmed", "true");
        assertEquals(1, desk.facts(Fact.WeighIn.class).size());
    }

    @Test
    void sourceCommuneDestinationAndShelvingStandInTheFact() {
        desk.signInCashier();
        desk.put(1_500);
        weighIn("livre");
        desk.post("/pesee/provenance", "source", "STREET");
        desk.post("/pesee/commune", "commune", "Arcueil");
        desk.post("/pesee/destination", "destination", "WORKSHOP");
        desk.post("/pesee/enregistrer");
        desk.post("/pesee/rayon", "on", "true");
        desk.post("/pesee/enregistrer");
        desk.post("/pesee/destination", "destination", "RECYCLED");
        desk.post("/pesee/enregistrer");
        List<Fact.WeighIn> facts = desk.facts(Fact.WeighIn.class);
        assertEquals("source:" + Source.STREET, facts.get(0).from().code());
        assertEquals("place:ARCUEIL:" + Area.WORKSHOP, facts.get(0).to().code());
        assertEquals(Optional.of("Arcueil"), facts.get(0).commune());
        assertEquals("place:ARCUEIL:SORTING", facts.get(1).from().code());
        assertEquals("place:ARCUEIL:SHOP", facts.get(1).to().code());
        assertEquals("outcome:RECYCLED", facts.get(2).to().code());
    }

    @Test
    void aLostScaleIsShownAndAWeightMayBeTypedUntilItIsBack() {
        desk.signInCashier();
        desk.put(4_000);
        weighIn("livre");
        assertTrue(desk.post("/pesee/poids", "entry", "1,5").contains("La balance marche."));
        desk.scale().unplug();
        desk.until("PAS DE BALANCE");
        assertTrue(desk.post("/pesee/enregistrer").contains("La balance ne répond pas."));
        assertTrue(desk.post("/pesee/poids", "entry", "lourd").contains("pas lisible"));
        assertTrue(desk.post("/pesee/poids", "entry", "1.5").contains("SAISI À LA MAIN"));
        desk.post("/pesee/enregistrer");
        Fact.WeighIn fact = desk.facts(Fact.WeighIn.class).getFirst();
        assertEquals(Mass.grams(1_500), fact.weight().net());
        assertTrue(fact.weight().provenance() instanceof MassProvenance.Typed);
        desk.scale().plug();
        desk.until("the scale is back", () -> desk.show("/pesee").contains("STABLE"));
    }

    @Test
    void aThingIsLabelledScannedAndPaidForInCash() {
        desk.signInCashier();
        desk.put(2_500);
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/prix", "entry", "1,50");
        String code = "0490100000015";
        assertTrue(desk.page().contains("/etiquettes/" + code + ".png"), desk.page());
        byte[] png = desk.bytes("/etiquettes/" + code + ".png");
        assertEquals("PNG", new String(png, 1, 3, java.nio.charset.StandardCharsets.ISO_8859_1));
        desk.post("/etiquettes/imprimer");
        Fact.Labelled label = desk.facts(Fact.Labelled.class).getFirst();
        assertEquals(new ItemCode(code), label.code());
        assertEquals(Mass.grams(2_500), label.mass());
        assertEquals(Money.cents(150), label.piecePrice());
        desk.until(
                "the label is on paper",
                () -> desk.printer().lastText().contains(label.code().spaced()));

        desk.show("/caisse");
        desk.scanner().scan(code);
        desk.until("1,50");
        desk.post("/caisse/encaisser");
        assertTrue(desk.post("/caisse/payer/especes", "entry", "2").contains("0,50\u202f€"));
        Fact.Sale sale = desk.facts(Fact.Sale.class).getFirst();
        assertEquals(Money.cents(150), sale.total());
        assertEquals(Money.cents(50), sale.change());
        assertEquals(1, sale.ticket());
        assertEquals(LineOrigin.KNOWN_LABEL, sale.lines().getFirst().origin());
        assertEquals(Mass.grams(2_500), sale.lines().getFirst().mass());
        desk.until("the drawer opens", () -> desk.printer().kicks() == 1);
        int cuts = desk.printer().cuts();
        desk.post("/caisse/recu");
        desk.until("the receipt is on paper", () -> desk.printer().cuts() == cuts + 1);
        assertTrue(desk.printer().lastText().contains("FACTICE"), desk.printer().lastText());
        desk.until("Ticket imprimé.");
        assertEquals(1, desk.printer().kicks(), "the drawer opened once");
    }

    @Test
    void unlabelledGoodsAreSoldByKeyWithTheirAverageMass() {
        desk.signInCashier();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre");
        desk.post("/caisse/prix", "amount", "1,00");
        desk.post("/caisse/quantite", "entry", "3");
        desk.post("/caisse/categorie", "category", "vaisselle", "entry", "1.50");
        desk.post("/caisse/ligne", "line", "2");
        desk.post("/caisse/plus");
        desk.post("/caisse/moins");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte", "entry", "4,00");
        assertEquals(List.of(), desk.facts(Fact.Sale.class), "part of a payment sells nothing");
        assertTrue(desk.post("/caisse/payer/carte", "entry", "9,00").contains("C’est plus que le reste à payer."));
        desk.post("/caisse/payer/especes");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getFirst();
        assertEquals(Money.cents(450), sale.total());
        assertEquals(Mass.grams(3 * 350), sale.lines().getFirst().mass());
        assertTrue(sale.lines().getFirst().provenance() instanceof MassProvenance.Average);
        assertEquals(Tender.CARD, sale.tenders().getFirst().tender());
    }

    @Test
    void pricesAreReadWithCommaOrDotAndNothingElse() {
        desk.signInCashier();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "1,50");
        desk.post("/caisse/categorie", "category", "livre", "entry", "1.50");
        assertTrue(desk.post("/caisse/categorie", "category", "livre", "entry", "1,5,0")
                .contains("Ce prix n’est pas lisible."));
        assertTrue(desk.post("/caisse/categorie", "category", "livre", "entry", "-3")
                .contains("Ce prix n’est pas lisible."));
        assertTrue(desk.show("/caisse").contains("3,00\u202f€"), "two books");
    }

    @Test
    void codesThatNobodyKnowsGetAnAnswer() {
        desk.signInCashier();
        desk.show("/caisse");
        assertTrue(desk.post("/scan", "code", "9782070368228").contains("Ce code n’est pas connu."));
        assertTrue(desk.post("/scan", "code", "C-BAC-GRIS").contains("Ce code n’est pas un article."));
        String unseen = ItemCode.of(999, 77).digits();
        assertTrue(desk.post("/scan", "code", unseen).contains("Étiquette inconnue"));
        desk.post("/caisse/categorie", "category", "jouet");
        desk.post("/caisse/prix", "entry", "2,00");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        var line = desk.facts(Fact.Sale.class).getFirst().lines().getFirst();
        assertEquals(LineOrigin.KEYED_LABEL, line.origin());
        assertEquals(Optional.of(new ItemCode(unseen)), line.item());
    }

    @Test
    void aScanAlwaysMeansThisThingWhateverStandsOpen() {
        desk.signInCashier();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "1");
        desk.post("/caisse/encaisser");
        String qr = "LM1;" + ItemCode.of(998, 5).digits() + ";300;jouet;600;1";
        desk.post("/scan", "code", qr);
        assertTrue(desk.show("/caisse").contains("4,00\u202f€"));
    }

    @Test
    void withoutPaperTheSaleStandsAndTheReceiptComesLater() {
        desk.signInCashier();
        desk.printer().paperOut();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(1, desk.facts(Fact.Sale.class).size());
        desk.post("/caisse/recu");
        desk.until("Le ticket attend l’imprimante. La vente est enregistrée.");
        desk.printer().paperOk();
        desk.post("/caisse/recu");
        desk.until("Ticket imprimé.");
        assertEquals(1, desk.printer().cuts(), "printed once, and no duplicate");
        assertFalse(desk.printer().lastText().contains("DUPLICATA"));
    }

    @Test
    void aPinThatIsBeingCheckedHoldsNobodyUp() throws Exception {
        String slow = Password.hash(TestCounter.PIN)
                .addRandomSalt()
                .with(Argon2Function.getInstance(32_768, 20, 1, 32, Argon2.ID))
                .getResult();
        desk.receive(new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, slow));
        desk.post("/connexion/operateur", "operator", "AWA");
        HttpRequest.Builder pin = desk.form("/connexion/pin", desk.token(), "operator", "AWA", "pin", TestCounter.PIN);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> signingIn = other.submit(() -> desk.send(pin));
            int shown = 0;
            while (!signingIn.isDone()) {
                desk.show();
                shown++;
            }
            assertEquals(303, signingIn.get().statusCode());
            assertTrue(shown > 3, "screens drawn meanwhile: " + shown);
        }
        assertTrue(desk.show().contains("id=\"operator\""), desk.page());
    }

    @Test
    void wrongPinsMakeThatPersonWaitEvenAfterARestart() {
        desk.post("/connexion/operateur", "operator", "AWA");
        for (int i = 0; i < 3; i++) {
            assertTrue(desk.post("/connexion/pin", "operator", "AWA", "pin", "0000")
                    .contains("Le code est faux."));
        }
        assertTrue(desk.post("/connexion/pin", "operator", "AWA", "pin", TestCounter.PIN)
                .contains("Trop d’essais."));
        desk.close();
        desk = new RunningCounter(folder);
        desk.post("/connexion/operateur", "operator", "AWA");
        assertTrue(desk.post("/connexion/pin", "operator", "AWA", "pin", TestCounter.PIN)
                .contains("Trop d’essais."));
        desk.clock.move(Duration.ofSeconds(6));
        desk.signInCashier();
        assertTrue(desk.page().contains("Awa D."));
        assertTrue(desk.page().contains("work till"));
    }

    @Test
    void nobodyAtTheCounterMeansNothingIsDone() {
        assertTrue(desk.post("/pesee/enregistrer").contains("Personne n’est connecté."));
        assertTrue(desk.post("/caisse/encaisser").contains("Personne n’est connecté."));
        desk.signIn("NOE");
        assertTrue(desk.post("/caisse/encaisser").contains("Ce poste ne vous est pas ouvert."));
        assertFalse(desk.show().contains("href=\"/caisse\""), "a sorter is not shown the till");
    }

    @Test
    void aBadgeAsksForItsPersonsPinWhereverItIsScanned() {
        desk.signInCashier();
        assertTrue(desk.post("/scan", "code", "O-NOE-12345678").contains("Noé T."));
        assertTrue(desk.page().contains("/connexion/pin"));
    }

    @Test
    void requestsOfOtherSitesAreTurnedAway() throws Exception {
        desk.signInCashier();
        HttpResponse<String> foreign =
                desk.send(desk.form("/caisse/abandonner", desk.token()).header("Origin", "http://evil.example"));
        assertEquals(403, foreign.statusCode());
        assertEquals(
                "application/problem+json",
                foreign.headers().firstValue("content-type").orElse(""));
        HttpResponse<String> crossed =
                desk.send(desk.form("/caisse/abandonner", desk.token()).header("Sec-Fetch-Site", "cross-site"));
        assertEquals(403, crossed.statusCode());
        assertEquals("HTTP/1.1 403", statusFor("evil.example:" + desk.counter.port()));
        assertEquals("HTTP/1.1 200", statusFor("localhost:" + desk.counter.port()));
    }

    private String statusFor(String host) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", desk.counter.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            return new String(start, java.nio.charset.StandardCharsets.US_ASCII);
        }
    }

    @Test
    void whatIsNoRequestAtAllIsAnsweredWithAProblemDocument() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", desk.counter.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nno colon here\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            String text = new String(answer, java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(text.startsWith("HTTP/1.1 400"), text);
            assertTrue(text.contains("application/problem+json") && text.contains("\"status\":400"), text);
        }
    }

    @Test
    void pagesAreHeldInByTheirHeaders() {
        HttpResponse<String> page =
                desk.send(HttpRequest.newBuilder(desk.at("/")).GET());
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                page.headers().firstValue("content-security-policy").orElse(""));
        assertEquals(
                "nosniff", page.headers().firstValue("x-content-type-options").orElse(""));
    }

    @Test
    void malformedRequestsGetAProblemDocument() {
        desk.signInCashier();
        String token = desk.token();
        assertEquals(
                413,
                desk.send(desk.form("/pesee/recherche", token, "q", "x".repeat(20_000)))
                        .statusCode());
        assertEquals(
                400,
                desk.send(desk.form("/pesee/recherche", token, "q", "x".repeat(41)))
                        .statusCode());
        assertEquals(
                400,
                desk.send(desk.form("/pesee/panneau", token, "panel", "MOON")).statusCode());
        assertEquals(400, desk.send(desk.form("/pesee/panneau", token)).statusCode());
        assertEquals(
                400,
                desk.send(desk.form("/pesee/panneau", "x", "panel", "SEARCH")).statusCode());
        assertEquals(
                400,
                desk.send(desk.form("/pesee/annuler", token, "id", "no fact")).statusCode());
        assertEquals(
                415,
                desk.send(HttpRequest.newBuilder(desk.at("/pesee/panneau"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{broken")))
                        .statusCode());
        for (String path :
                List.of("/nothing", "/assets/../texts_fr.properties", "/assets/nothing.css", "/etiquettes/x.png")) {
            HttpResponse<String> answer =
                    desk.send(HttpRequest.newBuilder(desk.at(path)).GET());
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
            assertTrue(
                    answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json"),
                    path + " " + answer.headers().map());
        }
    }

    @Test
    void aFormWithoutScriptIsAnsweredByTheNextPage() {
        HttpResponse<String> answer = desk.send(desk.form("/connexion/operateur", desk.token(), "operator", "AWA"));
        assertEquals(303, answer.statusCode());
        assertEquals("/", answer.headers().firstValue("location").orElse(""));
        assertTrue(desk.show().contains("/connexion/pin"));
    }

    @Test
    void aFaultIsShownWithItsNumber() {
        desk.signInCashier();
        desk.show("/caisse");
        String token = desk.token();
        desk.counter.store().read(sql -> sql.execute("ALTER TABLE open_ticket RENAME TO gone"));
        HttpResponse<String> answer =
                desk.send(desk.form("/caisse/encaisser", token).header("HX-Request", "true"));
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().matches("(?s).*<b>P-[0-9]{6}</b>.*"), answer.body());
        desk.counter.store().read(sql -> sql.execute("ALTER TABLE gone RENAME TO open_ticket"));
        assertTrue(desk.show("/caisse").contains("work till"), "the counter goes on");
    }

    @Test
    void aRestartShowsTheSameTicketAndGivesTheNextNumber() {
        desk.signInCashier();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.close();
        desk = new RunningCounter(folder);
        desk.signInCashier();
        assertTrue(desk.page().contains("2,00\u202f€"), desk.page());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        assertEquals(1, desk.facts(Fact.Sale.class).getFirst().ticket());
    }
}
