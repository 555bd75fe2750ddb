package fr.lamine.backoffice.settlement;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.MANAGER;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.settlement.SettlementDesk.Settled;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class SettlementTest {

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));
    private TestOffice office;

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
    }

    private Settled settle(Kind kind, String subject, Optional<String> shown, String reason, int minute) {
        return office.database.inTransaction(h -> new SettlementDesk(office.journal)
                .settle(h, kind, subject, shown.map(FactId::parse), reason, MANAGER, at(minute)));
    }

    private void settled(Kind kind, String subject, Optional<String> shown, int minute) {
        assertInstanceOf(Settled.Done.class, settle(kind, subject, shown, "Vérifié au poste", minute));
    }

    private void rebuild() {
        Map<String, String> before = office.derived();
        office.database.useTransaction(h -> Rebuild.all(h, at(1_000)));
        assertEquals(before, office.derived());
    }

    private void weigh(TestTerminal terminal, int minute) {
        terminal.add(TestFacts.weighIn(ARCUEIL, at(minute), DISHES, 12_340, Area.SORTING));
    }

    @Test
    void aForkedEntryIsSettledForGoodAndTheNextOneIsNot() {
        weigh(till, 1);
        TestTerminal clone = till.copy();
        weigh(till, 2);
        office.take(till.from(0));
        weigh(clone, 12);
        office.take(clone.from(0));
        String forked = "101/1~" + clone.entries.get(2).hash().substring(0, 8) + "/3";
        assertEquals(List.of("FORKED_ENTRY " + forked), office.discrepancies());

        settled(Kind.FORKED_ENTRY, forked, Optional.of(forked), 20);
        assertEquals(List.of(), office.discrepancies());
        assertEquals(1, office.count("SELECT count(*) FROM settlement WHERE reason = 'Vérifié au poste'"));
        office.take(clone.from(0));
        rebuild();
        assertEquals(List.of(), office.discrepancies());

        weigh(clone, 13);
        office.take(clone.from(0));
        assertEquals(List.of("FORKED_ENTRY " + forked.replace("/3", "/4")), office.discrepancies());
        assertEquals(4 * 12_340, office.count("SELECT grams FROM balance"), "what was settled stays counted");
    }

    @Test
    void whatCannotBeAppliedIsSettledThoughItIsTriedAgain() {
        till.seal(at(1), "weigh-in.99", "{}");
        office.take(till.from(0));
        settled(Kind.UNAPPLIED_FACT, "101/1/2", Optional.of("101/1/2"), 2);
        office.database.useTransaction(h -> Rebuild.repair(h, at(3)));
        assertEquals(List.of(), office.discrepancies());
        rebuild();
        assertEquals(1, office.count("SELECT count(*) FROM unapplied"));
    }

    @Test
    void anotherFactThatShowsTheSameOpensItAgain() {
        ItemCode lamp = ItemCode.of(101, 7);
        weigh(till, 1);
        till.add(TestFacts.label(ARCUEIL, at(2), lamp, DISHES, 1, 1_000, 300));
        till.sell(at(10), Tender.CASH, TestFacts.labelled(lamp, DISHES, 1, 1_000, 300));
        till.sell(at(20), Tender.CASH, TestFacts.labelled(lamp, DISHES, 1, 1_000, 300));
        office.take(till.from(0));
        settled(Kind.SOLD_TWICE, lamp.digits(), Optional.of("101/1/5"), 30);
        assertEquals(List.of("NEGATIVE_STOCK place:ARCUEIL:SHOP|vaisselle"), office.discrepancies());
        till.sell(at(5), Tender.CASH, TestFacts.labelled(lamp, DISHES, 1, 1_000, 300));
        office.take(till.from(0));
        assertEquals(
                List.of("NEGATIVE_STOCK place:ARCUEIL:SHOP|vaisselle", "SOLD_TWICE " + lamp), office.discrepancies());
        rebuild();
    }

    @Test
    void aWrongSealIsSettledUntilItIsSeenAgain() {
        till.key = SigningKey.generate();
        weigh(till, 1);
        office.take(till.from(0));
        assertEquals(List.of("WRONG_SIGNATURE 101/1"), office.discrepancies());
        settled(Kind.WRONG_SIGNATURE, "101/1", Optional.empty(), 0);
        assertEquals(List.of(), office.discrepancies());
        office.database.inTransaction(h -> office.ingest.take(h, till.from(0), at(5)));
        assertEquals(List.of("WRONG_SIGNATURE 101/1"), office.discrepancies());
        rebuild();
        assertEquals(List.of("WRONG_SIGNATURE 101/1"), office.discrepancies(), "the old word does not close the new");
    }

    @Test
    void whatCannotBeSettledIsRefusedInAPlainSentence() {
        till.seal(at(1), "weigh-in.99", "{}");
        till.sell(at(2), Tender.CASH, TestFacts.unlabelled(DISHES, 1, 400, 100));
        office.take(till.from(0));
        Optional<String> shown = Optional.of("101/1/2");
        String shelf = "place:ARCUEIL:SHOP|vaisselle";
        refused("déjà clos", settle(Kind.FORKED_ENTRY, "101/1/2", shown, "vu", 3));
        refused("pesée ou un comptage", settle(Kind.NEGATIVE_STOCK, shelf, Optional.empty(), "vu", 3));
        refused("a changé", settle(Kind.UNAPPLIED_FACT, "101/1/2", Optional.of("101/1/3"), "vu", 3));
        refused("quelques mots", settle(Kind.UNAPPLIED_FACT, "101/1/2", shown, "  ", 3));
        refused("quelques mots", settle(Kind.UNAPPLIED_FACT, "101/1/2", shown, "x".repeat(201), 3));
        assertEquals(0, office.count("SELECT count(*) FROM settlement"));
        settled(Kind.UNAPPLIED_FACT, "101/1/2", shown, 4);
        refused("déjà clos", settle(Kind.UNAPPLIED_FACT, "101/1/2", shown, "vu", 5));
    }

    private static void refused(String words, Settled settled) {
        assertEquals(true, settled instanceof Settled.Refused(String sentence) && sentence.contains(words), words);
    }
}
