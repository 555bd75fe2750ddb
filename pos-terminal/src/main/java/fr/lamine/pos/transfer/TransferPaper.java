package fr.lamine.pos.transfer;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The slip that travels with the goods: whoever receives them scans its code first.
public final class TransferPaper {

    private TransferPaper() {}

    public static Document of(TransferSent sent, Catalog catalog, JournalKind kind) {
        List<Block> blocks = new ArrayList<>();
        SiteCode from = sent.context().site();
        ZoneId zone = catalog.site(from).map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
        blocks.add(Line.title("Transfert"));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        blocks.add(Line.plain("De\u202f: " + name(from, catalog)));
        blocks.add(Line.bold("Vers\u202f: " + name(sent.to(), catalog)));
        blocks.add(Line.plain("Le "
                + French.day(sent.context().occurredAt().atZone(zone).toLocalDate()) + " à "
                + French.time(sent.context().occurredAt(), zone)));
        kinds(sent, catalog).forEach((name, goods) -> blocks.add(Line.plain(name + "\u202f: " + goods.told())));
        blocks.add(new Document.Code128(sent.transfer()));
        blocks.add(Line.centered("À scanner à l’arrivée."));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private record Goods(int pieces, Mass mass) {
        Goods plus(Goods other) {
            return new Goods(pieces + other.pieces, mass.plus(other.mass));
        }

        String told() {
            return pieces == 0 ? French.kg(mass) : French.count(pieces) + " étiquetés, " + French.kg(mass);
        }
    }

    private static Map<String, Goods> kinds(TransferSent sent, Catalog catalog) {
        Map<String, Goods> kinds = new TreeMap<>();
        for (CarriedItem item : sent.items()) {
            String name = item.known()
                    .flatMap(k -> catalog.category(k.category()))
                    .map(Category::name)
                    .orElse("Autres étiquettes");
            Mass mass = item.known().map(CarriedItem.Known::mass).orElse(Mass.ZERO);
            kinds.merge(name, new Goods(item.pieces(), mass), Goods::plus);
        }
        for (LooseGoods loose : sent.loose()) {
            String name = catalog.category(loose.category()).map(Category::name).orElseGet(loose.category()::code);
            kinds.merge(name + ", vrac", new Goods(0, loose.weight().net()), Goods::plus);
        }
        return kinds;
    }

    private static String name(SiteCode code, Catalog catalog) {
        return catalog.site(code).map(Site::name).orElseGet(code::code);
    }
}
