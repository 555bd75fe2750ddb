package fr.lamine.backoffice.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.sheet.SheetDao.Batch;
import fr.lamine.backoffice.sheet.SheetLayout.Stock;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class SheetCodesTest {

    private static final SheetLayout LAYOUT = Stock.THREE_BY_EIGHT.layout();

    private static Optional<Integer> give(Database database, String token, int sheets) {
        return database.inTransaction(
                handle -> SheetDao.give(handle, token, LAYOUT, sheets, new OperatorCode("AWA"), TestOffice.NOON));
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    @Test
    void fourManagersAtOnceGetCodesWithoutAGapAndNoneTwice(Database database) throws Exception {
        new TestOffice(database, JournalKind.REAL);
        List<Future<Optional<Integer>>> asked = new ArrayList<>();
        try (var managers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 24; i++) {
                int sheets = i % 3 + 1;
                asked.add(managers.submit(() -> give(database, token(), sheets)));
            }
        }
        for (Future<Optional<Integer>> one : asked) {
            assertTrue(one.get().isPresent());
        }
        List<Batch> batches = database.jdbi().withHandle(handle -> SheetDao.last(handle, 100)).stream()
                .sorted(Comparator.comparing(Batch::first))
                .toList();
        List<ItemCode> codes =
                batches.stream().flatMap(batch -> batch.codes().stream()).toList();
        assertEquals(48 * LAYOUT.labels(), codes.size());
        for (int serial = 1; serial <= codes.size(); serial++) {
            assertEquals(ItemCode.of(0, serial), codes.get(serial - 1));
        }
    }

    @Test
    void theSameFormSentTwiceGetsTheSameCodes(Database database) {
        new TestOffice(database, JournalKind.REAL);
        String token = token();
        assertEquals(Optional.of(1), give(database, token, 1));
        assertEquals(Optional.of(1), give(database, token, 1));
        assertEquals(Optional.of(25), give(database, token(), 1));
    }

    @Test
    void afterARestoreNothingIsGivenThatMayHaveBeenGivenSinceTheBackup(Database database) {
        new TestOffice(database, JournalKind.REAL);
        give(database, token(), 1);
        database.useTransaction(handle -> RevisionDao.begin(handle, "restored", 0));
        assertEquals(Optional.of(25 + SheetDao.LEFT_OUT), give(database, token(), 1));
        assertEquals(Optional.of(49 + SheetDao.LEFT_OUT), give(database, token(), 1));
    }

    @Test
    void whenTheCodesRunOutNoneIsGiven(Database database) {
        new TestOffice(database, JournalKind.REAL);
        database.useTransaction(handle ->
                handle.execute("UPDATE preprinted_counter SET next = " + (ItemCode.MAX_SERIAL - LAYOUT.labels() + 1)));
        assertTrue(give(database, token(), 2).isEmpty());
        assertTrue(give(database, token(), 1).isPresent());
        assertTrue(give(database, token(), 1).isEmpty());
    }

    @Test
    void aManagerGivesASheetAndOpensItsPdfAgain(Database database) throws Exception {
        try (var browser = new OfficeBrowser(new TestOffice(database, JournalKind.REAL))) {
            browser.signIn(Role.MANAGER);
            String form = "planche=FIVE_BY_THIRTEEN&token=" + token() + "&nombre=";
            assertEquals(
                    "/planches?fait=1",
                    browser.post("/planches/codes", form + 2)
                            .headers()
                            .firstValue("location")
                            .orElseThrow());
            assertTrue(browser.page("/planches?fait=1").contains("04 000 0000130"));
            var pdf = browser.get("/planches/codes/1.pdf");
            assertEquals(
                    "application/pdf", pdf.headers().firstValue("content-type").orElseThrow());
            assertTrue(pdf.body().startsWith("%PDF"));
            assertEquals(404, browser.get("/planches/codes/2.pdf").statusCode());
            assertTrue(browser.post("/planches/codes", form + 21).body().contains("de 1 à 20 planches"));
        }
    }
}
