package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReceiptTest {

    @TempDir
    Path root;

    @Test
    void aReceiptSaysWhatWasSoldHowItWasPaidAndWhoVouchesForIt() {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            Entry entry = sale(counter);
            String paper = paper(counter, entry, JournalKind.DEMO, 1);
            for (String said : List.of(
                    "Arcueil",
                    "FACTICE",
                    "Ticket 901-1",
                    "23/11/2026",
                    "10:00:00",
                    "Vaisselle",
                    "3 × 2,00",
                    "6,00",
                    "TOTAL",
                    "Espèces",
                    "Rendu",
                    "14,00",
                    "art. 261-7-1°",
                    "1 ligne",
                    "Logiciel La Mine 0.1.0",
                    "R-901-1-3")) {
                assertTrue(says(paper, said), said + " in\n" + paper);
            }
            String signature = entry.signature();
            String extract =
                    "" + signature.charAt(2) + signature.charAt(6) + signature.charAt(12) + signature.charAt(18);
            assertTrue(says(paper, "signature " + extract), paper);
            assertFalse(says(paper, "DUPLICATA"), paper);
        }
    }

    @Test
    void aLaterCopySaysWhichDuplicateItIsAndARealOneIsNotFactice() {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            Entry entry = sale(counter);
            assertTrue(says(paper(counter, entry, JournalKind.TRAINING, 3), "DUPLICATA 2"));
            assertFalse(says(paper(counter, entry, JournalKind.REAL, 1), "FACTICE"));
        }
    }

    @Test
    void aCopyThatFollowsAPieceOfItselfSaysThatThePieceIsVoidAndIsNoDuplicate() {
        try (TestCounter counter = TestCounter.open(root).openTill()) {
            Entry entry = sale(counter);
            String whole = paper(counter, entry, JournalKind.REAL, 1, true);
            assertTrue(says(whole, "Annule et remplace le ticket incomplet"), whole);
            assertFalse(says(whole, "DUPLICATA"), whole);
            assertFalse(says(paper(counter, entry, JournalKind.REAL, 1), "Annule"));
        }
    }

    private static Entry sale(TestCounter counter) {
        Till till = new Till(counter.commands);
        till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("vaisselle"),
                Optional.of(Money.cents(200)),
                3,
                counter.now);
        Answer paid = till.pay(
                counter.station,
                counter.token(),
                List.of(new TenderLine(Tender.CASH, Money.cents(2_000))),
                counter.now);
        FactId id = ((Answer.Done) paid).fact().orElseThrow();
        assertEquals("901/1/3", id.toString());
        return counter.store.entries(1, 2, 1).getFirst();
    }

    private static String paper(TestCounter counter, Entry entry, JournalKind kind, int copy) {
        return paper(counter, entry, kind, copy, false);
    }

    private static String paper(TestCounter counter, Entry entry, JournalKind kind, int copy, boolean replaces) {
        Fact.Sale sale = (Fact.Sale) counter.store.fact(entry.id()).orElseThrow();
        return TextRendering.of(Sheet.of(
                Receipt.of(ReceiptText.of(
                        entry,
                        sale,
                        counter.book.current().catalog(),
                        kind,
                        new Issue.Paper(copy, replaces, counter.now))),
                PaperWidth.MM80));
    }

    /// Large letters stand apart in the text, and spaces of all widths are the printer's business.
    private static boolean says(String paper, String words) {
        return squeezed(paper).contains(squeezed(words));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u202f\u00a0]", "");
    }
}
