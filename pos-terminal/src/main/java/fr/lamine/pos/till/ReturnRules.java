package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what of a sold line may come back, and for how much: the pieces' share of what was paid, so that all pieces
/// together give all of it back and never a cent more.
final class ReturnRules {

    private ReturnRules() {}

    sealed interface Verdict {}

    record Back(ReturnLine line) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    /// What came back of a line before, or stands on the open ticket.
    record Before(int pieces, Money total, Mass mass) {
        static final Before NOTHING = new Before(0, Money.ZERO, Mass.ZERO);

        Before plus(Before other) {
            return new Before(pieces + other.pieces, total.plus(other.total), mass.plus(other.mass));
        }
    }

    /// @param line 0 for the first
    static Verdict judge(FactId id, Fact.Sale sale, int line, int pieces, Before before, ReturnReason reason) {
        if (line < 0 || line >= sale.lines().size()) {
            return new No(Refusal.NO_SUCH_LINE.with());
        }
        SaleLine sold = sale.lines().get(line);
        if (!sold.mass().isPositive() || sold.pickUp().isPresent()) {
            return new No(Refusal.NOT_RETURNED.with());
        }
        if (pieces < 1 || pieces > SaleLine.MAX_PIECES) {
            return new No(Refusal.BAD_PIECES.with());
        }
        int left = sold.pieces() - before.pieces();
        if (left < 1) {
            return new No(Refusal.ALL_RETURNED.with());
        }
        if (pieces > left) {
            return new No(Refusal.MORE_THAN_SOLD.with(French.count(left)));
        }
        int gone = before.pieces() + pieces;
        Money total =
                Money.cents(share(sold.total().cents(), gone, sold.pieces())).minus(before.total());
        Mass mass = Mass.grams(share(sold.mass().grams(), gone, sold.pieces())).minus(before.mass());
        return new Back(new ReturnLine(
                sold.label(),
                sold.item(),
                sold.category(),
                pieces,
                total,
                Vat.within(total, sold.vat().regime(), sold.vat().basisPoints()),
                mass.isPositive() ? mass : Mass.grams(1),
                sold.provenance(),
                Optional.of(new ReturnLine.SoldLine(id, line)),
                true,
                reason.words(),
                Account.place(sale.context().site(), reason.to())));
    }

    private static long share(long whole, int part, int of) {
        return Math.multiplyExact(whole, part) / of;
    }
}
