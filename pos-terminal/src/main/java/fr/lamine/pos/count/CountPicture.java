package fr.lamine.pos.count;

import fr.lamine.pos.goods.GoodsChoices;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsPicture;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.GoodsPanel;
import fr.lamine.pos.web.view.GoodsView;
import fr.lamine.pos.web.view.ModeView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the counting screen shows.
final class CountPicture {

    private static final int MOST = 11;

    private final Counts counts;
    private final Station station;
    private final Texts texts;
    private final GoodsPicture goods;

    CountPicture(Counts counts, ReferenceBook book, Station station, Texts texts) {
        this.counts = counts;
        this.station = station;
        this.texts = texts;
        this.goods = new GoodsPicture(book, texts);
    }

    GoodsView view(GoodsChoices chosen, LiveScale live) {
        return counts.open(station).map(open -> counting(open, chosen, live)).orElseGet(this::asked);
    }

    Optional<LiveWeight> weight(GoodsChoices chosen, LiveScale live) {
        return counts.open(station).map(_ -> goods.weight(chosen, live));
    }

    private GoodsView counting(OpenCount open, GoodsChoices chosen, LiveScale live) {
        GoodsList list = open.goods();
        GoodsPanel panel = goods.panel(list, chosen, live, texts.get("count.scan"));
        GoView go = panel instanceof GoodsPanel.Kinds || panel instanceof GoodsPanel.Weighing
                ? goods.weight(chosen, live).go()
                : GoView.allowed(
                        list.holdsNothing()
                                ? texts.get("count.empty")
                                : goods.pieces(list) + " · " + goods.kilos(list));
        return new GoodsView(
                ModeView.Mode.COUNT,
                CountPage.PATH,
                open.family().map(f -> texts.get("count.of", f)).orElseGet(() -> texts.get("count.all")),
                panel,
                goods.pieces(list),
                goods.kilos(list),
                !live.usable(),
                texts.get("count.finish"),
                go);
    }

    private GoodsView asked() {
        List<ChoiceView> choices = Stream.concat(
                        Stream.of(new ChoiceView(
                                "",
                                texts.get("count.everything"),
                                texts.get("count.everythingNote"),
                                "building-store",
                                false)),
                        counts.families().stream().limit(MOST).map(f -> new ChoiceView(f, f, "", "package", false)))
                .toList();
        return new GoodsView(
                ModeView.Mode.COUNT,
                CountPage.PATH,
                "",
                new GoodsPanel.Asking(
                        texts.get("count.what"),
                        choices,
                        "family",
                        CountPage.PATH + "/commencer",
                        texts.get("count.hint"),
                        List.of()),
                "",
                "",
                false,
                "",
                GoView.refused(texts.get("goods.nothing")));
    }
}
