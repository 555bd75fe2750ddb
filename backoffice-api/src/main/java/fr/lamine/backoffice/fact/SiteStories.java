package fr.lamine.backoffice.fact;

import static fr.lamine.backoffice.platform.Texts.counted;
import static fr.lamine.backoffice.platform.Texts.t;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.Story.Detail;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells in French of transfers and counts.
final class SiteStories {

    private SiteStories() {}

    static Story tell(SiteFact fact, Names names) {
        return switch (fact) {
            case TransferSent s -> sent(s, names);
            case TransferReceived r -> received(r, names);
            case TransferSettled s -> settled(s, names);
            case Counted c -> shelf(c, names);
            case CountPosted p -> posted(p, names);
        };
    }

    private static Story sent(TransferSent s, Names names) {
        return new Story(
                "truck",
                t("fact.transfer-sent"),
                t(
                        "fact.transfer-sent.sentence",
                        goods(s.items(), s.loose()),
                        names.site(s.context().site()),
                        names.site(s.to())),
                details(s.transfer(), s.items(), s.loose(), names));
    }

    private static Story received(TransferReceived r, Names names) {
        return new Story(
                "truck",
                t("fact.transfer-received"),
                t(
                        "fact.transfer-received.sentence",
                        goods(r.items(), r.loose()),
                        names.site(r.context().site())),
                details(r.transfer(), r.items(), r.loose(), names));
    }

    private static Story settled(TransferSettled s, Names names) {
        List<Detail> details = new ArrayList<>();
        details.add(transfer(s.transfer()));
        details.add(Detail.of(t("fact.reason"), s.reason()));
        details.addAll(differences(s.rest(), names));
        return new Story(
                "check",
                t("fact.transfer-settled"),
                t("fact.transfer-settled.sentence", s.transfer(), names.account(s.to())),
                details);
    }

    private static Story shelf(Counted c, Names names) {
        List<Detail> details = new ArrayList<>();
        c.categories().forEach(k -> details.add(Detail.of(t("fact.category"), names.category(k))));
        for (CountedItem item : c.items()) {
            details.add(item(item.item(), counted("pieces", item.pieces())));
        }
        c.loose()
                .forEach(goods -> details.add(Detail.of(
                        names.category(goods.category()),
                        French.kg(goods.weight().net()))));
        int pieces = c.items().stream().mapToInt(CountedItem::pieces).sum();
        return new Story(
                "search",
                t("fact.counted"),
                t("fact.counted.sentence", counted("pieces", pieces), names.account(c.place())),
                details);
    }

    private static Story posted(CountPosted p, Names names) {
        List<Detail> details = new ArrayList<>();
        details.add(link(t("fact.counted"), p.count().toString(), "/inventaires/" + p.count()));
        details.add(Detail.of(t("fact.reason"), p.reason()));
        details.addAll(differences(p.differences(), names));
        return new Story(
                "check",
                t("fact.count-posted"),
                t("fact.count-posted.sentence", names.account(p.place()), p.reason()),
                details);
    }

    private static String goods(List<CarriedItem> items, List<LooseGoods> loose) {
        int pieces = items.stream().mapToInt(CarriedItem::pieces).sum();
        Mass labelled = items.stream()
                .flatMap(i -> i.known().stream())
                .map(CarriedItem.Known::mass)
                .reduce(Mass.ZERO, Mass::plus);
        Mass mass = loose.stream().map(g -> g.weight().net()).reduce(labelled, Mass::plus);
        return counted("pieces", pieces) + ", " + French.kg(mass);
    }

    private static List<Detail> details(String transfer, List<CarriedItem> items, List<LooseGoods> loose, Names names) {
        List<Detail> details = new ArrayList<>();
        details.add(transfer(transfer));
        for (CarriedItem item : items) {
            String mass = item.known().map(k -> ", " + French.kg(k.mass())).orElse("");
            details.add(item(item.item(), counted("pieces", item.pieces()) + mass));
        }
        loose.forEach(goods -> details.add(Detail.of(
                names.category(goods.category()), French.kg(goods.weight().net()))));
        return details;
    }

    private static List<Detail> differences(List<Difference> all, Names names) {
        return all.stream()
                .map(d -> d.item()
                        .map(code -> item(code, signed(d)))
                        .orElseGet(() -> Detail.of(names.category(d.category()), signed(d))))
                .toList();
    }

    private static String signed(Difference d) {
        String mass = (d.more() ? "+" : "") + French.kg(d.mass());
        return d.pieces() == 0 ? mass : (d.pieces() > 0 ? "+" : "") + d.pieces() + " · " + mass;
    }

    private static Detail transfer(String code) {
        return link(t("fact.transfer"), code, "/transferts/" + code);
    }

    private static Detail item(ItemCode code, String what) {
        return link(t("fact.item"), code.spaced() + " · " + what, "/articles/" + code);
    }

    private static Detail link(String name, String value, String link) {
        return new Detail(name, value, Optional.empty(), Optional.of(link), false);
    }
}
