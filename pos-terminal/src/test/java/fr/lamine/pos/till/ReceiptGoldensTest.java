package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.TextRendering;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.site.TerminalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each kind of receipt, to the letter, on both widths of paper. After a change that is meant, the texts are written
/// anew by `mvn -pl pos-terminal -am -Dtest=ReceiptGoldensTest -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens=write
/// test` and read in the diff. The signature, which no two runs share, is written as `xxxx`.
final class ReceiptGoldensTest {

    private static final Path TEXTS = Path.of("src", "test", "resources", "receipts");
    private static final SigningKey KEY = SigningKey.generate();

    /// What each of them says, whatever was sold (CGI 286 I 3° bis and what a customer may ask for).
    private static final List<String> MANDATORY = List.of(
            "LaMine",
            "SIRET73282932000074",
            "APE38.32Z",
            "TVAFR44732829320",
            "Arcueil",
            "74avenuedelaConvention",
            "Ticket901-17",
            "23/11/2026",
            "10:12:34",
            "Caisse901·parAWA",
            "TOTAL",
            "ligne",
            "LogicielLaMine0.1.0",
            "signaturexxxx",
            "R-901-1-42");

    @ParameterizedTest
    @EnumSource(ReceiptKind.class)
    void eachKindIsPrintedToTheLetter(ReceiptKind kind) throws IOException {
        for (PaperWidth width : PaperWidth.values()) {
            Path file = file(kind, width);
            String text = text(kind, width);
            if ("write".equals(System.getProperty("goldens"))) {
                Files.createDirectories(TEXTS);
                Files.writeString(file, text);
            }
            assertEquals(Files.readString(file), text, file.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(ReceiptKind.class)
    void eachKindSaysWhatEveryReceiptMustAndWhatItsOwnKindMust(ReceiptKind kind) throws IOException {
        for (PaperWidth width : PaperWidth.values()) {
            String text = squeezed(Files.readString(file(kind, width)));
            List<String> wanted = new ArrayList<>(MANDATORY);
            kind.says().stream().map(ReceiptGoldensTest::squeezed).forEach(wanted::add);
            assertEquals(
                    List.of(), wanted.stream().filter(w -> !text.contains(w)).toList(), kind + " at " + width);
            assertEquals(kind == ReceiptKind.FACTICE, text.contains("FACTICE"), kind.toString());
            assertEquals(kind == ReceiptKind.DUPLICATA, text.contains("DUPLICATA"), kind.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(ReceiptKind.class)
    void noLineIsWiderThanThePaper(ReceiptKind kind) throws IOException {
        for (PaperWidth width : PaperWidth.values()) {
            List<String> wide = Files.readAllLines(file(kind, width)).stream()
                    .filter(line -> !line.startsWith("[") && line.length() > width.columns())
                    .toList();
            assertEquals(List.of(), wide, kind + " at " + width);
        }
    }

    /// Under the margin scheme VAT may not appear on the paper (CGI 297 E); nor where none is due.
    @ParameterizedTest
    @EnumSource(names = {"MARGIN", "EXEMPT", "FRANCHISE"})
    void whereNoVatIsDueNoAmountOfVatIsShown(ReceiptKind kind) throws IOException {
        String text = Files.readString(file(kind, PaperWidth.MM80));
        assertFalse(text.matches("(?s).*TVA [0-9].*"), text);
    }

    @Test
    void everyTextBelongsToAKind() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertEquals(
                    Stream.of(ReceiptKind.values())
                            .flatMap(kind -> Stream.of(PaperWidth.values()).map(width -> file(kind, width)))
                            .sorted()
                            .toList(),
                    files.sorted().toList());
        }
    }

    private static Path file(ReceiptKind kind, PaperWidth width) {
        return TEXTS.resolve(kind.file() + "-" + width.name().toLowerCase(Locale.ROOT) + ".txt");
    }

    private static String text(ReceiptKind kind, PaperWidth width) {
        Fact.Sale sale = kind.sale();
        JournalId journal = JournalId.of(TerminalId.of(901), 1);
        Entry entry = Chain.seal(
                new Head(journal, 41, "a".repeat(64)),
                sale.context().occurredAt(),
                FactTypes.typeOf(sale),
                Json.writeFact(sale),
                KEY);
        return TextRendering.of(Sheet.of(
                        Receipt.of(ReceiptText.of(entry, sale, catalog(), kind.journal(), kind.issue())), width))
                .replace(ReceiptText.extract(entry), "xxxx");
    }

    private static Catalog catalog() {
        Catalog plain = StartingCatalog.read();
        TillPolicy till = plain.till();
        Company company = new Company("La Mine", "73282932000074", "38.32Z", Optional.of("FR44732829320"));
        return new Catalog(
                plain.sites(),
                plain.categories(),
                plain.containers(),
                plain.vatRegime(),
                new TillPolicy(
                        company,
                        till.cashCap(),
                        till.differenceThreshold(),
                        till.cashierReduction(),
                        till.vat(),
                        till.guaranteed(),
                        till.prices(),
                        till.campaigns(),
                        till.markdowns(),
                        till.articles()));
    }

    /// Large letters stand apart in the text, and lines break where the paper ends.
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u202f\u00a0]", "").replace("\u2212", "-");
    }
}
