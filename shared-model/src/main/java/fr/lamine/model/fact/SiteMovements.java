package fr.lamine.model.fact;

import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.CarriedItem.Known;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.stock.Movement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What transfers and counts move. Labels whose mass the counter did not know move nothing by the fact alone.
final class SiteMovements {

    private SiteMovements() {}

    static List<Movement> of(SiteFact fact) {
        return switch (fact) {
            case TransferSent s ->
                carried(Account.place(s.context().site(), s.from()), new Transit(s.transfer()), s.items(), s.loose());
            case TransferReceived r ->
                carried(new Transit(r.transfer()), Account.place(r.context().site(), r.into()), r.items(), r.loose());
            case TransferSettled s ->
                s.rest().stream()
                        .map(rest -> posted(new Transit(s.transfer()), s.to(), rest))
                        .toList();
            case CountPosted p ->
                p.differences().stream()
                        .map(d -> posted(new Account.Adjustment(p.place().site(), Cause.COUNT), p.place(), d))
                        .toList();
            case Counted _ -> List.of();
        };
    }

    private static List<Movement> carried(Account from, Account to, List<CarriedItem> items, List<LooseGoods> loose) {
        return Stream.concat(
                        items.stream().flatMap(item -> item.known().map(known -> item(from, to, item, known)).stream()),
                        loose.stream().map(goods -> loose(from, to, goods)))
                .toList();
    }

    private static Movement item(Account from, Account to, CarriedItem item, Known known) {
        return new Movement(
                from,
                to,
                known.category(),
                known.category(),
                known.mass(),
                item.pieces(),
                Optional.of(item.item()),
                MassProvenance.Kind.LABEL);
    }

    private static Movement loose(Account from, Account to, LooseGoods goods) {
        return new Movement(
                from,
                to,
                goods.category(),
                goods.category(),
                goods.weight().net(),
                0,
                Optional.empty(),
                goods.weight().provenance().kind());
    }

    /// What is less goes the other way.
    private static Movement posted(Account from, Account to, Difference difference) {
        return new Movement(
                difference.more() ? from : to,
                difference.more() ? to : from,
                difference.category(),
                difference.category(),
                difference.size(),
                Math.abs(difference.pieces()),
                difference.item(),
                difference.item().isPresent() ? MassProvenance.Kind.LABEL : MassProvenance.Kind.WEIGHED);
    }
}
