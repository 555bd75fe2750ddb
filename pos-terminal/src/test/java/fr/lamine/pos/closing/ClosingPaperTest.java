package fr.lamine.pos.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.till.Grounds;
import fr.lamine.pos.till.Till;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The papers of one day, to the letter, on both widths of paper. What a random key makes different each time is
/// written as `x`.
final class ClosingPaperTest {

    private static final OperatorCode MANAGER = new OperatorCode("LEA");

    @TempDir
    Path root;

    private TestCounter counter;
    private Closings closings;

    @BeforeEach
    void liveThroughADay() {
        counter = TestCounter.open(root).openTill();
        closings = new Closings(counter.commands);
        sell(Tender.CASH, 2_000);
        sell(Tender.CARD, 350);
        sell(Tender.CHEQUE, 1_250);
        done(closings.openDrawer(counter.station, counter.token(), "Faire de la monnaie", counter.now));
        done(closings.move(
                counter.station,
                counter.token(),
                CashMove.OUT,
                Optional.of(Money.cents(650)),
                "Petit achat",
                counter.now));
    }

    @AfterEach
    void leave() {
        counter.close();
    }

    private void sell(Tender tender, long cents) {
        Till till = new Till(counter.commands);
        done(till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("vaisselle"),
                Optional.of(Money.cents(cents)),
                1,
                Grounds.of("Prix convenu"),
                counter.now));
        done(till.pay(
                counter.station, counter.token(), List.of(new TenderLine(tender, Money.cents(cents))), counter.now));
    }

    private static FactId done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString)
                .fact()
                .orElse(new FactId(fr.lamine.model.fact.JournalId.of(fr.lamine.model.site.TerminalId.of(901), 1), 1));
    }

    private FactId closed() {
        return done(closings.closeDay(
                counter.station,
                counter.token(),
                CashCount.fewest(Money.cents(15_700)),
                Money.cents(15_000),
                Optional.of(MANAGER),
                false,
                counter.now));
    }

    private Entry entry(FactId id) {
        return counter.store.entries(1, id.seq() - 1, 1).getFirst();
    }

    private PaperHead head(JournalKind kind, int copy) {
        return new PaperHead(counter.book.current().catalog(), kind, copy, false);
    }

    private String fingerprint() {
        return counter.store.key(1).orElseThrow().verifyingKey().fingerprint();
    }

    private static String text(Document document, PaperWidth width) {
        return TextRendering.of(Sheet.of(document, width))
                .replaceAll("signature(\\s+).{4}", "signature$1xxxx")
                .replaceAll("(?<!/)\\b[0-9a-f]{4}\\b(?=( [0-9a-f]{4})|\\s*$|\\n)", "xxxx")
                .replaceAll("(?<=xxxx )[0-9a-f]{4}\\b", "xxxx");
    }

    private static void isAsPrinted(String name, String text) throws IOException {
        Path wanted = Path.of("target", "papers", name + ".txt");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, text);
        try (InputStream golden = ClosingPaperTest.class.getResourceAsStream("/papers/" + name + ".txt")) {
            String expected = new String(
                    Objects.requireNonNull(golden, name + " has no golden text").readAllBytes(),
                    StandardCharsets.UTF_8);
            assertEquals(expected, text, name);
        }
    }

    @Test
    void aZStatesThePeriodTheDrawerAndThePerpetualTotals() throws IOException {
        FactId id = closed();
        Closing closing = (Closing) counter.store.fact(id).orElseThrow();
        for (PaperWidth width : PaperWidth.values()) {
            isAsPrinted(
                    "z-" + width.name().toLowerCase(java.util.Locale.ROOT),
                    text(
                            ClosingPaper.of(head(JournalKind.REAL, 1), entry(id), closing, fingerprint(), List.of()),
                            width));
        }
    }

    @Test
    void aLaterCopyOfATrainingZSaysBoth() throws IOException {
        FactId id = closed();
        Closing closing = (Closing) counter.store.fact(id).orElseThrow();
        isAsPrinted(
                "z-duplicata",
                text(
                        ClosingPaper.of(head(JournalKind.TRAINING, 3), entry(id), closing, fingerprint(), List.of()),
                        PaperWidth.MM80));
    }

    @Test
    void anXSaysNothingOfTheCashThatShouldBeThere() throws IOException {
        FactId id = done(closings.read(counter.station, counter.token(), true, counter.now));
        String text = text(
                ReadingPaper.of(
                        head(JournalKind.DEMO, 1),
                        id,
                        counter.store.fact(id).orElseThrow().context(),
                        counter.store.book()),
                PaperWidth.MM58);
        isAsPrinted("x-mm58", text);
    }

    @Test
    void aBankSlipListsCoinsNotesAndCheques() throws IOException {
        FactId id = done(
                closings.bank(counter.station, counter.token(), CashCount.fewest(Money.cents(4_275)), counter.now));
        CashMoved moved = (CashMoved) counter.store.fact(id).orElseThrow();
        for (PaperWidth width : PaperWidth.values()) {
            isAsPrinted(
                    "banque-" + width.name().toLowerCase(java.util.Locale.ROOT),
                    text(BankPaper.of(head(JournalKind.REAL, 1), entry(id), moved), width));
        }
    }
}
