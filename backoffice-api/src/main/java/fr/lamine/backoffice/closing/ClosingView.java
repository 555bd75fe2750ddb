package fr.lamine.backoffice.closing;

import fr.lamine.backoffice.accounting.Entries.Piece;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.closing.ClosingRules.Differs;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.till.DrawerCheck;
import java.util.Optional;

/// The page of one closing.
///
/// @param own   what the office counts over the same tickets
/// @param piece its accounting entry; of a day only
public record ClosingView(
        FactId id, Closing closing, Names names, OwnSums own, Money threshold, Optional<Piece> piece) {

    /// The signed fact that every figure comes from.
    public String fact() {
        return "/faits/" + id;
    }

    public String period() {
        return ClosingDao.period(closing).label();
    }

    public boolean agrees() {
        return differs().isEmpty();
    }

    public Optional<Differs> differs() {
        return ClosingRules.differs(closing, own);
    }

    public Money taken() {
        return ClosingDao.taken(closing);
    }

    public boolean isBeyond() {
        return closing.drawer()
                .map(DrawerCheck::difference)
                .filter(money -> ClosingRules.isBeyond(money, threshold))
                .isPresent();
    }

    public Address tickets() {
        return new Scope(Optional.of(closing.context().site()), ClosingDao.period(closing)).at("/ventes");
    }
}
