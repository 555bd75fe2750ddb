package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands on paper, to the letter.
class PapersTest {

    @TempDir
    Path folder;

    private static String text(TestCounter counter, PrintJob job) {
        return TextRendering.of(
                Sheet.of(new Papers(counter.store, counter.book).of(job).orElseThrow(), PaperWidth.MM80));
    }

    private static FactId sell(TestCounter counter) {
        Till till = new Till(counter.commands);
        till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("livre"),
                Optional.of(Money.cents(100)),
                3,
                counter.now);
        till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("vaisselle"),
                Optional.of(Money.cents(250)),
                1,
                counter.now);
        Answer paid = till.pay(
                counter.station,
                counter.token(),
                List.of(new TenderLine(Tender.CARD, Money.cents(350)), new TenderLine(Tender.CASH, Money.cents(500))),
                counter.now);
        FactId sale = ((Answer.Done) paid).fact().orElseThrow();
        till.receipt(counter.station, counter.token(), sale, counter.now);
        return sale;
    }

    @Test
    void aReceiptSaysWhatTheLawAndTheCustomerWant() {
        try (TestCounter counter = TestCounter.open(folder).openTill()) {
            FactId sale = sell(counter);
            PrintQueue queue = new PrintQueue(counter.store);
            PrintJob job = queue.last(PrintJob.Kind.RECEIPT, sale).orElseThrow();
            String signature =
                    counter.store.entries(1, sale.seq() - 1, 1).getFirst().signature();
            String extract =
                    "" + signature.charAt(2) + signature.charAt(6) + signature.charAt(12) + signature.charAt(18);
            assertEquals("""
                                     L a   M i n e
                                        Arcueil
                       74 avenue de la Convention, 94110 Arcueil
                                     F A C T I C E
                    Ticket 901-1                          23/11/2026
                    Caisse 901 · par AWA                    10:00:00
                    ------------------------------------------------
                    Livres                                      3,00
                      3 × 1,00
                    Vaisselle                                   2,50
                    ------------------------------------------------
                    TOTAL                                     5,50 €
                    Carte                                     3,50 €
                    Espèces                                   5,00 €
                    Rendu                                     3,00 €
                    ------------------------------------------------
                    Exonération de TVA – art. 261-7-1° du CGI
                    2 lignes
                    Logiciel La Mine 0.1.0 · signature xxxx
                    [Code 128 R-901-1-3]
                                       R-901-1-3
                                        Merci !
                    [cut]
                    """, text(counter, job).replace(extract, "xxxx"));
        }
    }

    private static List<String> missing(String text, String... wanted) {
        return List.of(wanted).stream().filter(w -> !text.contains(w)).toList();
    }

    @Test
    void aReceiptPrintedAgainIsADuplicate() {
        try (TestCounter counter = TestCounter.open(folder).openTill()) {
            FactId sale = sell(counter);
            PrintQueue queue = new PrintQueue(counter.store);
            PrintJob first = queue.begin(queue.waiting(counter.station.code()).getLast(), counter.now)
                    .orElseThrow();
            queue.finish(first, new PrintResult.Printed(), true, counter.now);
            new Till(counter.commands).receipt(counter.station, counter.token(), sale, counter.now);
            PrintJob job = queue.begin(queue.waiting(counter.station.code()).getLast(), counter.now)
                    .orElseThrow();
            assertEquals(List.of(), missing(text(counter, job), "D U P L I C A T A   1"));
        }
    }

    @Test
    void aLabelShowsPriceMassBarcodeAndQr() {
        try (TestCounter counter = TestCounter.open(folder).openTill()) {
            Answer made = new Labels(counter.commands)
                    .make(
                            counter.station,
                            counter.token(),
                            new LabelRequest(
                                    new CategoryCode("vaisselle"),
                                    "Service à thé",
                                    1,
                                    Optional.of(Money.cents(1_250)),
                                    Optional.empty(),
                                    new LabelRequest.MassFrom.Typed(Mass.grams(2_340)),
                                    Area.SORTING,
                                    false),
                            Optional.empty(),
                            counter.now);
            FactId label = ((Answer.Done) made).fact().orElseThrow();
            PrintJob job = new PrintQueue(counter.store)
                    .last(PrintJob.Kind.LABEL, label)
                    .orElseThrow();
            assertEquals("""
                                        FACTICE
                                       Vaisselle
                                     Service à thé
                                     1 2 , 5 0   €
                                        2,340 kg
                    [EAN-13 0490100000015]
                                    04 901 0000001 5
                    [QR LM1;0490100000015;1250;vaisselle;2340;1]
                    [cut]
                    """, text(counter, job));
        }
    }
}
