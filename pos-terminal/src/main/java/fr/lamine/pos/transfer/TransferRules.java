package fr.lamine.pos.transfer;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.text.French;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.ScannedLine;
import java.util.List;

/// What a scanned list becomes as a fact.
final class TransferRules {

    private TransferRules() {}

    /// @param id of the fact itself, which names the transfer
    static TransferSent sent(OpenTransfer open, FactId id, Context context) {
        return new TransferSent(
                context,
                SiteFact.transferOf(id),
                open.to().orElseThrow(),
                Area.SHOP,
                items(open.goods()),
                loose(open.goods()));
    }

    static TransferReceived received(OpenTransfer open, Context context) {
        return new TransferReceived(
                context, open.transfer().orElseThrow(), Area.SHOP, items(open.goods()), loose(open.goods()));
    }

    private static List<CarriedItem> items(GoodsList goods) {
        return goods.items().stream()
                .map(line -> new CarriedItem(
                        line.code(),
                        line.pieces(),
                        line.label().map(l -> new CarriedItem.Known(l.category(), line.mass()))))
                .toList();
    }

    private static List<LooseGoods> loose(GoodsList goods) {
        return goods.loose().stream()
                .map(l -> new LooseGoods(l.category(), l.weight()))
                .toList();
    }

    /// `12 pièces, 34,500 kg`
    static String told(GoodsList goods) {
        int pieces = goods.items().stream().mapToInt(ScannedLine::pieces).sum();
        return French.count(pieces) + (pieces > 1 ? " pièces, " : " pièce, ") + French.kg(goods.mass());
    }
}
