package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.store.StartFinding.Ended;
import fr.lamine.pos.store.StartFinding.Fresh;
import fr.lamine.pos.store.StartFinding.Sound;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StartCheckTest {

    private static Head head(int generation, long seq, char hash) {
        return new Head(
                JournalId.of(TerminalId.of(901), generation),
                seq,
                String.valueOf(hash).repeat(64));
    }

    private record Row(String what, Optional<Head> store, Optional<Head> witness, boolean held, StartFinding found) {

        /// The keys usually know of no more than store and head file do.
        JournalId newest() {
            return Stream.concat(store.stream(), witness.stream())
                    .map(Head::journal)
                    .max(JournalId::compareTo)
                    .orElse(head(1, 1, 'a').journal());
        }
    }

    @Test
    void storeAndHeadFileTogetherDecideHowATerminalStarts() {
        Head ten = head(1, 10, 'a');
        Head eleven = head(1, 11, 'b');
        Head twelve = head(1, 12, 'c');
        Head next = head(2, 1, 'd');
        Row[] rows = {
            new Row("nothing anywhere", none(), none(), false, new Fresh()),
            new Row("both agree", of(ten), of(ten), true, new Sound(false)),
            new Row("a crash between the two syncs", of(eleven), of(ten), true, new Sound(true)),
            new Row("the same at a new generation", of(next), of(ten), true, new Sound(true)),
            new Row("a crash right after the first entry", of(head(1, 1, 'e')), none(), false, new Sound(true)),
            new Row("the head file is gone", of(ten), none(), false, behind(ten)),
            new Row("the store is gone", none(), of(ten), false, behind(ten)),
            new Row("a restored copy, or a cut tail", of(ten), of(twelve), false, behind(twelve)),
            new Row("a copy of an earlier generation", of(twelve), of(next), false, behind(next)),
            new Row("another entry under the same number", of(ten), of(head(1, 10, 'f')), false, behind(ten)),
            new Row("another past", of(eleven), of(head(1, 10, 'f')), false, behind(eleven)),
            new Row("an old head file", of(twelve), of(ten), true, behind(twelve)),
            new Row(
                    "an old head file and a new generation",
                    of(head(2, 2, 'd')),
                    of(ten),
                    true,
                    behind(head(2, 2, 'd')))
        };
        for (Row row : rows) {
            assertEquals(
                    row.found(),
                    StartCheck.judge(row.store(), row.witness(), row.held(), false, true, of(row.newest())),
                    row.what());
        }
    }

    @Test
    void theKeysRememberAGenerationThatStoreAndHeadFileHaveForgottenTogether() {
        Head ten = head(1, 10, 'a');
        Head third = head(3, 7, 'b');
        StartFinding forgotten = behind(Head.empty(third.journal()));
        Optional<JournalId> keyed = of(third.journal());
        assertEquals(forgotten, StartCheck.judge(of(ten), of(ten), true, false, true, keyed));
        assertEquals(forgotten, StartCheck.judge(of(ten), none(), false, false, true, keyed));
        assertEquals(forgotten, StartCheck.judge(none(), of(ten), false, false, true, keyed));
        assertEquals(forgotten, StartCheck.judge(none(), none(), false, false, true, keyed));
        assertEquals(behind(third), StartCheck.judge(of(ten), of(third), false, false, true, keyed));
        assertEquals(new Sound(false), StartCheck.judge(of(third), of(third), true, false, true, keyed));
        assertEquals(new Sound(false), StartCheck.judge(of(third), of(third), true, false, true, none()));
    }

    @Test
    void aBrokenEntryOrALostKeyEndsTheGeneration() {
        Head ten = head(1, 10, 'a');
        var broken = new Ended(ContinueCause.CHAIN_BROKEN, ten);
        assertEquals(broken, StartCheck.judge(of(ten), of(ten), true, true, true, of(ten.journal())));
        assertEquals(broken, StartCheck.judge(of(ten), of(ten), true, false, false, none()));
    }

    @Test
    void noNumberIsGivenTwiceWhicheverSideRemembersIt() {
        PerpetualTotals store = new PerpetualTotals(40, 9, Money.cents(500), Money.cents(700));
        PerpetualTotals witness = new PerpetualTotals(42, 7, Money.cents(800), Money.cents(1_000));
        assertEquals(
                new PerpetualTotals(42, 9, Money.cents(800), Money.cents(1_000)),
                StartCheck.carriedOver(store, of(witness)));
        assertEquals(
                new PerpetualTotals(42, 9, Money.cents(800), Money.cents(1_000)),
                StartCheck.carriedOver(witness, of(store)));
        assertEquals(store, StartCheck.carriedOver(store, none()));
    }

    @Test
    void whatNobodyRemembersIsLeftOutAmply() {
        PerpetualTotals totals = new PerpetualTotals(40, 9, Money.cents(500), Money.cents(700));
        assertEquals(9 + 3, StartCheck.leavingOut(totals, head(1, 13, 'a'), 10).labels());
        assertEquals(9, StartCheck.leavingOut(totals, head(1, 10, 'a'), 12).labels());
        Head gone = Head.empty(head(2, 1, 'a').journal());
        assertEquals(9 + 100_000, StartCheck.leavingOut(totals, gone, 0).labels());
        assertEquals(40, StartCheck.leavingOut(totals, gone, 0).tickets());
        PerpetualTotals given = totals.afterVouchers(5);
        assertEquals(
                5 + 3 * 210, StartCheck.leavingOut(given, head(1, 13, 'a'), 10).vouchers());
        assertEquals(5, StartCheck.leavingOut(given, head(1, 10, 'a'), 12).vouchers());
        assertEquals(5 + 100_000, StartCheck.leavingOut(given, gone, 0).vouchers());
        PerpetualTotals last = new PerpetualTotals(40, 9_999_990, Money.cents(500), Money.cents(700));
        assertEquals(ItemCode.MAX_SERIAL, StartCheck.leavingOut(last, gone, 0).labels());
    }

    private static StartFinding behind(Head end) {
        return new Ended(ContinueCause.STORE_BEHIND_HEAD, end);
    }

    private static <T> Optional<T> of(T value) {
        return Optional.of(value);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
