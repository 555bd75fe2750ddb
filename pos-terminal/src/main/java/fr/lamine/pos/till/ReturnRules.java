package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what of a sold line may come back, and for how much: the pieces' share of what was paid, the last of them
/// what
/// is left of it, so that all pieces together give all of it back and never a cent more, whichever till takes them.
final class ReturnRules {

    private ReturnRules() {}

    sealed interface Verdict {}

    record Back(ReturnLine line) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    /// What came back of a line before, or stands on the open ticket.
    ///
    /// @param elsewhere pieces that are coming back at other tills meanwhile, for amounts unknown here
    record Before(int pieces, Money total, Mass mass, int elsewhere) {
        static final Before NOTHING = new Before(0, Money.ZERO, Mass.ZERO);

        Before(int pieces, Money total, Mass mass) {
            this(pieces, total, mass, 0);
        }

        Before plus(Before other) {
            return new Before(
                    pieces + other.pieces, total.plus(other.total), mass.plus(other.mass), elsewhere + other.elsewhere);
        }

        int gone() {
            return pieces + elsewhere;
        }
    }

    /// @param line     0 for the first
    /// @param verified nobody else can take the same back
    static Verdict judge(
            FactId id,
            Fact.Sale sale,
            int line,
            int pieces,
            Before before,
            boolean verified,
            ReturnReason reason,
            SiteCode here) {
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
        int left = sold.pieces() - before.gone();
        if (left < 1) {
            return new No(Refusal.ALL_RETURNED.with());
        }
        if (pieces > left) {
            return new No(Refusal.MORE_THAN_SOLD.with(French.count(left)));
        }
        boolean last = before.elsewhere() == 0 && pieces == left;
        Money total = Money.cents(share(
                sold.total().cents(),
                pieces,
                sold.pieces(),
                last,
                before.total().cents()));
        Mass mass = Mass.grams(share(
                sold.mass().grams(), pieces, sold.pieces(), last, before.mass().grams()));
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
                verified,
                reason.words(),
                Account.place(here, reason.to())));
    }

    /// @param gone of the whole, before
    private static long share(long whole, int part, int of, boolean last, long gone) {
        long even = Math.multiplyExact(whole, part) / of;
        return last ? Math.clamp(whole - gone, 0, even + of - 1) : even;
    }
}
