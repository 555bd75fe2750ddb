package fr.lamine.pos.store;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.TenderLine;
import java.util.Optional;

/// Decides how a terminal starts, from what its store, its head file, its keys and its last entries say.
final class StartCheck {

    /// Label numbers left out when a whole generation is gone, or another branch of it lives elsewhere, and nothing
    /// here tells how many it gave: more than a shop labels in a year, a hundredth of what a terminal has.
    private static final int UNSEEN_LABELS = 100_000;

    /// The same for vouchers and deposits.
    private static final int UNSEEN_VOUCHERS = 100_000;

    /// Vouchers that one lost entry may have given: every line of a ticket, and all that it gave back.
    private static final int VOUCHERS_OF_AN_ENTRY = Fact.MAX_LINES + Fact.MAX_TENDERS;

    private StartCheck() {}

    /// @param store       the last entry recorded, if any
    /// @param witness     the head file, if it can be read
    /// @param storeHasWitnessed true when the store holds the very entry that the head file names
    /// @param broken      one of the last entries does not verify
    /// @param keyIsThere  false when the key of the store's generation is lost
    /// @param keyed       the last generation that the keys know of
    static StartFinding judge(
            Optional<Head> store,
            Optional<Head> witness,
            boolean storeHasWitnessed,
            boolean broken,
            boolean keyIsThere,
            Optional<JournalId> keyed) {
        if (keyed.isPresent() && isUnknownTo(store, keyed.get()) && isUnknownTo(witness, keyed.get())) {
            return new StartFinding.Ended(ContinueCause.STORE_BEHIND_HEAD, Head.empty(keyed.get()));
        }
        if (store.isEmpty()) {
            return witness.<StartFinding>map(head -> new StartFinding.Ended(ContinueCause.STORE_BEHIND_HEAD, head))
                    .orElseGet(StartFinding.Fresh::new);
        }
        Head last = store.get();
        if (broken || !keyIsThere) {
            return new StartFinding.Ended(ContinueCause.CHAIN_BROKEN, later(last, witness));
        }
        if (witness.isEmpty()) {
            return last.seq() == 1
                    ? new StartFinding.Sound(true)
                    : new StartFinding.Ended(ContinueCause.STORE_BEHIND_HEAD, last);
        }
        Head seen = witness.get();
        if (storeHasWitnessed && seen.equals(last)) {
            return new StartFinding.Sound(false);
        }
        if (storeHasWitnessed && isNext(seen, last)) {
            return new StartFinding.Sound(true);
        }
        return new StartFinding.Ended(ContinueCause.STORE_BEHIND_HEAD, later(last, witness));
    }

    /// A generation that neither side tells of; the first one is named by its key before it begins.
    private static boolean isUnknownTo(Optional<Head> side, JournalId keyed) {
        return keyed.generation()
                > side.map(head -> head.journal().generation()).orElse(1);
    }

    /// Numbers once given are not given again, whichever side remembers them.
    static PerpetualTotals carriedOver(PerpetualTotals store, Optional<PerpetualTotals> witness) {
        return witness.map(store::orLater).orElse(store);
    }

    /// Leaves out as many label numbers as entries are lost here, and as many voucher numbers as they can have given:
    /// any of them may have been a label or a ticket, and a code is never given twice.
    ///
    /// @param end  the last entry that anything knows of; of a generation that is gone, none
    /// @param held the last number of that generation that the store still holds
    static PerpetualTotals leavingOut(PerpetualTotals totals, Head end, long held) {
        if (end.seq() == 0) {
            return leavingOutUnseen(totals);
        }
        long lost = Math.max(0, end.seq() - held);
        return leavingOut(totals, lost, lost * VOUCHERS_OF_AN_ENTRY);
    }

    /// Leaves out more numbers of labels and vouchers than a branch that is not here can have given.
    static PerpetualTotals leavingOutUnseen(PerpetualTotals totals) {
        return leavingOut(totals, UNSEEN_LABELS, UNSEEN_VOUCHERS);
    }

    private static PerpetualTotals leavingOut(PerpetualTotals totals, long labels, long vouchers) {
        return totals.skippingTo(Math.toIntExact(Math.min(ItemCode.MAX_SERIAL, totals.labels() + labels)))
                .skippingVouchersTo(Math.toIntExact(Math.min(TenderLine.MAX_VOUCHER, totals.vouchers() + vouchers)));
    }

    /// A crash between the two syncs leaves the store one entry ahead; that entry may open the next generation.
    private static boolean isNext(Head seen, Head last) {
        boolean sameGeneration = last.journal().equals(seen.journal());
        boolean nextGeneration = last.journal().generation() == seen.journal().generation() + 1;
        return sameGeneration && last.seq() == seen.seq() + 1 || nextGeneration && last.seq() == 1;
    }

    private static Head later(Head store, Optional<Head> witness) {
        return witness.filter(seen -> seen.journal().compareTo(store.journal()) > 0
                        || seen.journal().equals(store.journal()) && seen.seq() > store.seq())
                .orElse(store);
    }
}
