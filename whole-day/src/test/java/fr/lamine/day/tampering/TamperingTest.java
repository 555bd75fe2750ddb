package fr.lamine.day.tampering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each deed is named by the start, by verify or by the office; the till sells on in a new generation, the office
/// loses none of the sales it had and gets the new ones, and the next closing says what was found.
final class TamperingTest {

    private static final int DAY_BEFORE = 3;
    private static final int TODAY = 6;
    private static final Instant TONIGHT = ShopTill.MORNING.plusSeconds(86_400 + 30_000);

    private static RealOffice office;
    private static int terminals;

    @TempDir
    private Path folder;

    private TerminalId terminal;
    private Path shop;
    private Path yesterday;
    private String fingerprint;
    private List<Entry> known;

    @BeforeAll
    static void openTheOffice() throws IOException {
        office = new RealOffice();
    }

    @AfterAll
    static void closeTheOffice() throws IOException {
        assertTrue(office.daysAddUp(), "the days of the shop are the sum of its tickets, branches included");
        office.close();
    }

    @BeforeEach
    void aTillInTheMiddleOfItsSecondDay() throws Exception {
        terminals++;
        terminal = TerminalId.of(100 + terminals);
        shop = Files.createDirectories(folder.resolve("shop-" + terminals));
        office.enrol(terminal, shop);
        try (ShopTill till = open(shop, ShopTill.MORNING)) {
            till.talk().sell(DAY_BEFORE).closeDay();
            till.talk();
        }
        yesterday = Meddling.copy(shop, folder.resolve("yesterday-" + terminals));
        try (ShopTill till = open(shop, ShopTill.MORNING.plusSeconds(86_400))) {
            till.sell(TODAY).talk();
            known = till.entries();
        }
        fingerprint = new KeyFolder(StoreFolders.under(shop).keys())
                .key(1)
                .orElseThrow()
                .verifyingKey()
                .fingerprint();
        assertEquals(cents(DAY_BEFORE + TODAY), office.revenue(terminal));
    }

    private static ShopTill open(Path folder, Instant now) {
        return ShopTill.open(folder, office.address(), now);
    }

    @FunctionalInterface
    private interface Deed {
        void on(Path till) throws IOException, SQLException;
    }

    /// @param cause    that the start finds
    /// @param named    what start and closing say, the terminal left out as `T`
    /// @param verified what verify says of an archive made afterwards
    private record AtTheDisk(String name, Deed deed, ContinueCause cause, String named, String verified) {}

    /// The entry of a sale of today.
    private static final int SALE = 10;

    private List<AtTheDisk> atTheDisk() {
        String sale = " WHERE seq = " + SALE;
        String changed = "l’écriture T/1/10 a un contenu qui a été changé";
        return List.of(
                new AtTheDisk(
                        "one byte of a body",
                        sql("UPDATE journal SET body = replace(body, 'vaisselle', 'vaissellf')" + sale),
                        ContinueCause.CHAIN_BROKEN,
                        changed,
                        "l’écriture T/1/10 (ligne 10) a un contenu qui a été changé"),
                new AtTheDisk(
                        "one byte of an amount",
                        sql("UPDATE journal SET body = replace(body, '\"total\":100', '\"total\":101')" + sale),
                        ContinueCause.CHAIN_BROKEN,
                        changed,
                        "l’écriture T/1/10 (ligne 10) a un contenu qui a été changé"),
                new AtTheDisk(
                        "an amount and its hash",
                        till -> Meddling.forge(till, known.get(SALE - 1)),
                        ContinueCause.CHAIN_BROKEN,
                        "l’écriture T/1/10 a une empreinte fausse",
                        "l’écriture T/1/10 (ligne 10) a une empreinte fausse"),
                new AtTheDisk(
                        "one byte of a signature",
                        sql("UPDATE journal SET signature = substr(signature, 1, 20)"
                                + " || CASE substr(signature, 21, 1) WHEN 'A' THEN 'B' ELSE 'A' END"
                                + " || substr(signature, 22)" + sale),
                        ContinueCause.CHAIN_BROKEN,
                        "l’écriture T/1/10 a une signature fausse",
                        "l’écriture T/1/10 (ligne 10) a une signature fausse"),
                new AtTheDisk(
                        "a middle entry deleted",
                        sql("DELETE FROM journal" + sale),
                        ContinueCause.CHAIN_BROKEN,
                        "l’écriture T/1/11 ne suit pas l’écriture précédente",
                        "l’écriture T/1/11 (ligne 10) ne suit pas l’écriture précédente"),
                new AtTheDisk(
                        "the last entry deleted",
                        sql("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"),
                        ContinueCause.STORE_BEHIND_HEAD,
                        "l’écriture T/1/%d manque".formatted(known.size()),
                        "l’écriture T/2/1 (ligne %d) ne s’enchaîne pas".formatted(known.size())),
                new AtTheDisk(
                        "the last ten entries deleted",
                        sql("DELETE FROM journal WHERE seq > (SELECT max(seq) FROM journal) - 10"),
                        ContinueCause.STORE_BEHIND_HEAD,
                        "les écritures T/1/%d à T/1/%d manquent".formatted(known.size() - 9, known.size()),
                        "l’écriture T/2/1 (ligne %d) ne s’enchaîne pas".formatted(known.size() - 9)),
                new AtTheDisk(
                        "two entries swapped",
                        sql(
                                "UPDATE journal SET seq = 9999" + sale,
                                "UPDATE journal SET seq = 10 WHERE seq = 12",
                                "UPDATE journal SET seq = 12 WHERE seq = 9999"),
                        ContinueCause.CHAIN_BROKEN,
                        "l’écriture T/1/10 a une empreinte fausse",
                        "l’écriture T/1/10 (ligne 10) a une empreinte fausse"),
                new AtTheDisk(
                        "yesterday's database put back",
                        till -> Meddling.putBack(yesterday, till, "data"),
                        ContinueCause.STORE_BEHIND_HEAD,
                        "les écritures T/1/7 à T/1/%d manquent".formatted(known.size()),
                        "l’écriture T/2/1 (ligne 7) ne s’enchaîne pas"),
                new AtTheDisk(
                        "the database taken away",
                        till -> Meddling.delete(till.resolve("data")),
                        ContinueCause.STORE_BEHIND_HEAD,
                        "la base est vide, le témoin connaît T/1/%d".formatted(known.size()),
                        "l’écriture T/2/1 annonce une clé dont personne ne répond"),
                new AtTheDisk(
                        "the head file taken away",
                        till -> Meddling.delete(till.resolve("heads")),
                        ContinueCause.STORE_BEHIND_HEAD,
                        "le témoin manque, la base va jusqu’à T/1/%d".formatted(known.size()),
                        "OK : "));
    }

    @TestFactory
    Stream<DynamicTest> theStartNamesWhatWasDoneAtTheDisk() {
        return atTheDisk().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    if (row != atTheDisk().getFirst()) {
                        aTillInTheMiddleOfItsSecondDay();
                    }
                    namedAtTheStart(row);
                }));
    }

    private void namedAtTheStart(AtTheDisk row) throws Exception {
        row.deed().on(shop);
        try (ShopTill till = open(shop, TONIGHT)) {
            assertEquals(Optional.of(row.cause()), till.report.ended());
            assertTrue(till.report.said().startsWith(of(row.named())), till.report.said());
            till.talk().sell(1).talk();
            assertEquals(2, till.store.head().journal().generation());
            TillFact.Closing closing = till.sell(1).closeDay();
            till.talk();
            assertEquals(1, closing.failures(), "the closing says so");
            assertTrue(till.paper().contains(of(row.named())), till.paper());
            officeHasAll(till, 2);
            assertEquals(DAY_BEFORE + TODAY + 2, till.store.totals().tickets(), "no ticket number is given twice");
            assertTrue(
                    office.discrepancies(terminal).stream().allMatch(d -> d.startsWith("JOURNAL_CONTINUED ")),
                    office.discrepancies(terminal).toString());
            String said = till.verified(archive(), fingerprint);
            assertTrue(said.contains(of(row.verified())), said);
        }
    }

    /// Somebody made a key of his own and signed with it: he is not the till that was enrolled, and what he sells then
    /// is told on his own screen.
    @Test
    void everythingSignedAgainWithANewKeyIsKnownToTheStartToVerifyAndToTheOffice() throws Exception {
        Meddling.signAgain(shop, known, SigningKey.generate());
        try (ShopTill till = open(shop, TONIGHT)) {
            assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), till.report.ended());
            String named = of("l’écriture T/1/%d n’est pas celle que le témoin connaît".formatted(known.size()));
            TillFact.Closing closing = till.sell(2).closeDay();
            assertEquals(1, closing.failures());
            assertTrue(till.paper().contains(named), till.paper());
            till.tryToTalk();
            assertEquals("Le bureau ne reconnaît pas ce poste. Prévenez le bureau.", till.trouble());
            String said = till.verified(archive(), fingerprint);
            assertTrue(said.contains(of("l’écriture T/1/1 annonce une clé dont personne ne répond")), said);
        }
        assertEquals(cents(DAY_BEFORE + TODAY), office.revenue(terminal), "what the office had it keeps");
    }

    /// Whoever holds disk, keys and head file leaves no trace there.
    @Test
    void everythingSignedAgainWithTheTillsOwnKeyAndItsHeadFileIsKnownToTheOffice() throws Exception {
        Meddling.signAgain(shop, known, ownKey(shop));
        Meddling.rewriteTheHeadFile(shop);
        try (ShopTill till = open(shop, TONIGHT)) {
            assertEquals(Optional.empty(), till.report.ended(), "nothing here tells");
            till.sell(1).talk();
            goesOnInItsSecondGeneration(till, "le bureau détient une autre suite du journal T/1 que ce poste.");
            int rewritten = DAY_BEFORE + TODAY;
            officeHasAll(till, rewritten + 1 + 1);
            officeSays("FORKED_ENTRY", known.size() + 1);
            officeSays("DUPLICATE_TICKET", rewritten);
        }
    }

    @Test
    void yesterdayPutBackWithItsHeadFileIsKnownToTheOfficeBeforeTheFirstSale() throws Exception {
        Meddling.putBack(yesterday, shop, "data");
        Meddling.putBack(yesterday, shop, "heads");
        try (ShopTill till = open(shop, TONIGHT)) {
            assertEquals(Optional.empty(), till.report.ended(), "nothing here tells");
            till.talk();
            goesOnInItsSecondGeneration(
                    till, "le bureau détient des écritures que ce poste n’a plus, jusqu’à T/1/" + known.size());
            officeHasAll(till, 1);
            officeSays("JOURNAL_CONTINUED", 1);
        }
    }

    @Test
    void yesterdayPutBackWithItsHeadFileIsKnownToTheOfficeAfterSalesToo() throws Exception {
        Meddling.putBack(yesterday, shop, "data");
        Meddling.putBack(yesterday, shop, "heads");
        try (ShopTill till = open(shop, TONIGHT)) {
            till.sell(2).talk();
            goesOnInItsSecondGeneration(
                    till, "le bureau détient une autre suite du journal T/1 que ce poste après l’écriture T/1/6");
            officeHasAll(till, 2 + 1);
            officeSays("FORKED_ENTRY", 1 + 2);
            officeSays("DUPLICATE_TICKET", 3);
        }
    }

    @Test
    void bothSellOnWhenAFolderRunsOnTwoMachines() throws Exception {
        Path clone = Meddling.copy(shop, folder.resolve("clone-" + terminal));
        try (ShopTill till = open(shop, TONIGHT);
                ShopTill other = open(clone, TONIGHT.plusMillis(500))) {
            till.sell(2).talk();
            assertEquals(Optional.empty(), other.report.ended(), "a clone finds itself sound");
            other.sell(3).talk();
            till.sell(1).talk();
            goesOnInItsSecondGeneration(
                    other,
                    "le bureau détient une autre suite du journal T/1 que ce poste après l’écriture T/1/"
                            + known.size());
            till.sell(1).closeDay();
            till.talk();
            other.talk();
            officeHasAll(till, 2 + 1 + 1 + 3 + 1);
            assertEquals(0, other.unsent(), other.trouble());
            officeSays("FORKED_ENTRY", 3);
            officeSays("DUPLICATE_TICKET", 3 + 1);
        }
    }

    @Test
    void aClockSetBackIsWrittenDownAndSaidByTheNextClosing() throws Exception {
        try (ShopTill till = open(shop, known.getLast().recordedAt().minusSeconds(3_600))) {
            till.sell(1).closeDay();
            till.talk();
            assertEquals(1, till.store.head().journal().generation(), "the journal is whole");
            assertTrue(till.paper().contains("Horloge en arrière"), till.paper());
            officeHasAll(till, 1);
            String said = till.verified(archive(), fingerprint);
            assertTrue(said.contains("OK : "), said);
        }
    }

    @Test
    void anArchiveWithoutItsTailIsNotGood() throws Exception {
        try (ShopTill till = open(shop, TONIGHT)) {
            Path whole = archive();
            assertTrue(till.verified(whole, fingerprint).contains("OK : "));
            Path cut = folder.resolve("cut.zip");
            withoutTail(whole, cut);
            String said = ShopTill.verify(cut, fingerprint);
            assertFalse(said.contains("OK : "), said);
            assertTrue(
                    said.contains(of("NON : le bureau a accusé réception de l’écriture T/1/"))
                            && said.contains(", qui n’est pas à sa place dans l’archive."),
                    said);
            byte[] bytes = Files.readAllBytes(whole);
            Path torn = Files.write(folder.resolve("torn.zip"), Arrays.copyOf(bytes, bytes.length - 200));
            said = ShopTill.verify(torn, fingerprint);
            assertTrue(said.contains("NON : l’archive est abîmée : sa fin manque"), said);
        }
    }

    /// An entry that was damaged before it was sent cannot be proven any more, and what was chained after it has no
    /// place to go; neither holds back what is sold from the next start on.
    @TestFactory
    Stream<DynamicTest> damageTheOfficeNeverSawHoldsNothingElseBack() {
        return Stream.of(
                        "DELETE FROM journal",
                        "UPDATE journal SET body = replace(body, '\"total\":100', '\"total\":101')")
                .map(damage -> DynamicTest.dynamicTest(damage, () -> {
                    if (!damage.startsWith("DELETE")) {
                        aTillInTheMiddleOfItsSecondDay();
                    }
                    int first = known.size() + 1;
                    try (ShopTill till = open(shop, TONIGHT)) {
                        till.sell(3);
                    }
                    Meddling.sql(shop, damage + " WHERE seq = " + (first + 1));
                    try (ShopTill till = open(shop, TONIGHT.plusSeconds(600))) {
                        assertEquals(Optional.of(ContinueCause.CHAIN_BROKEN), till.report.ended());
                        till.sell(2).talk().closeDay();
                        till.talk();
                        assertEquals(cents(DAY_BEFORE + TODAY + 1 + 2), office.revenue(terminal));
                        assertTrue(till.unsent() > 0, "it is never said to be sent");
                        assertEquals("Le bureau refuse ce que ce poste envoie. Prévenez le bureau.", till.trouble());
                    }
                }));
    }

    private void goesOnInItsSecondGeneration(ShopTill till, String named) throws InterruptedException {
        assertEquals(2, till.store.head().journal().generation());
        TillFact.Closing closing = till.sell(1).closeDay();
        assertEquals(1, closing.failures(), "the closing says so");
        assertTrue(till.paper().contains(of(named)), till.paper());
        till.talk();
    }

    private void officeSays(String kind, long times) {
        List<String> open = office.discrepancies(terminal);
        assertEquals(times, open.stream().filter(d -> d.startsWith(kind + " ")).count(), kind + " in " + open);
    }

    private Path archive() {
        return folder.resolve("archive-" + terminal + ".zip");
    }

    /// The archive as it was, but for the last ten lines of the journal in it.
    private static void withoutTail(Path whole, Path cut) throws IOException {
        try (InputStream in = Files.newInputStream(whole);
                ZipInputStream entries = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(cut);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = entries.readAllBytes();
                if (entry.getName().equals("journal.jsonl")) {
                    List<String> lines =
                            new String(bytes, StandardCharsets.UTF_8).lines().toList();
                    String kept = String.join("\n", lines.subList(0, lines.size() - 10)) + "\n";
                    bytes = kept.getBytes(StandardCharsets.UTF_8);
                }
                copy.write(bytes);
            }
        }
    }

    private static long cents(int tickets) {
        return tickets * ShopTill.PRICE;
    }

    private static SigningKey ownKey(Path till) {
        return new KeyFolder(StoreFolders.under(till).keys()).key(1).orElseThrow();
    }

    private String of(String named) {
        return named.replace("T/", terminal.code() + "/");
    }

    private static Deed sql(String... statements) {
        return till -> Meddling.sql(till, statements);
    }

    /// @param sold tickets sold since the deed
    private void officeHasAll(ShopTill till, int sold) {
        assertEquals(0, till.unsent(), till.trouble());
        assertEquals(cents(DAY_BEFORE + TODAY + sold), office.revenue(terminal));
        assertEquals(0, office.unapplied(terminal));
    }
}
