package fr.lamine.pos.transfer;

import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.text.French;
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
import fr.lamine.pos.web.view.GoodsPanel.LastView;
import fr.lamine.pos.web.view.GoodsView;
import fr.lamine.pos.web.view.ModeView;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the transfer screen shows.
final class TransferPicture {

    /// The question that stands while no transfer is open.
    enum Step {
        WHAT,
        SITE,
        SLIP
    }

    private static final int LAST = 2;

    private final Transfers transfers;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final GoodsPicture goods;

    TransferPicture(Transfers transfers, ReferenceBook book, Station station, Texts texts) {
        this.transfers = transfers;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.goods = new GoodsPicture(book, texts);
    }

    GoodsView view(Step step, GoodsChoices chosen, LiveScale live) {
        return transfers.open(station).map(open -> scanning(open, chosen, live)).orElseGet(() -> asked(step));
    }

    Optional<LiveWeight> weight(GoodsChoices chosen, LiveScale live) {
        return transfers.open(station).map(_ -> goods.weight(chosen, live));
    }

    private GoodsView scanning(OpenTransfer open, GoodsChoices chosen, LiveScale live) {
        GoodsList list = open.goods();
        boolean sends = open.to().isPresent();
        String what = open.to()
                .map(to -> texts.get("transfer.to", site(to)))
                .orElseGet(() -> texts.get("transfer.from", open.transfer().orElseThrow()));
        GoodsPanel panel = goods.panel(list, chosen, live, texts.get(sends ? "transfer.scan" : "transfer.scanIn"));
        GoView go = panel instanceof GoodsPanel.Kinds || panel instanceof GoodsPanel.Weighing
                ? goods.weight(chosen, live).go()
                : list.holdsNothing()
                        ? GoView.refused(texts.get("goods.nothing"))
                        : GoView.allowed(goods.pieces(list) + " · " + goods.kilos(list));
        return new GoodsView(
                ModeView.Mode.TRANSFER,
                TransferPage.PATH,
                what,
                panel,
                goods.pieces(list),
                goods.kilos(list),
                !live.usable(),
                texts.get(sends ? "transfer.send" : "transfer.receive"),
                go);
    }

    private GoodsView asked(Step step) {
        return new GoodsView(
                ModeView.Mode.TRANSFER,
                TransferPage.PATH,
                "",
                panel(step),
                "",
                "",
                false,
                "",
                GoView.refused(texts.get("goods.nothing")));
    }

    private GoodsPanel panel(Step step) {
        return switch (step) {
            case WHAT ->
                new GoodsPanel.Asking(
                        texts.get("transfer.what"),
                        List.of(
                                new ChoiceView(
                                        "SEND",
                                        texts.get("transfer.sendAsk"),
                                        texts.get("transfer.sendNote"),
                                        "truck",
                                        false),
                                new ChoiceView(
                                        "RECEIVE",
                                        texts.get("transfer.receiveAsk"),
                                        texts.get("transfer.receiveNote"),
                                        "package",
                                        false)),
                        "way",
                        TransferPage.PATH + "/sens",
                        texts.get("transfer.hint"),
                        last());
            case SITE ->
                new GoodsPanel.Asking(
                        texts.get("transfer.where"),
                        transfers.others(station).stream()
                                .limit(8)
                                .map(s -> new ChoiceView(s.code().code(), s.name(), "", "map-pin", false))
                                .toList(),
                        "site",
                        TransferPage.PATH + "/site",
                        "",
                        List.of());
            case SLIP -> new GoodsPanel.Slip(texts.get("transfer.slip"));
        };
    }

    private List<LastView> last() {
        ZoneId zone = book.current().zone(station.site());
        return transfers.last(LAST).stream()
                .map(last -> new LastView(
                        last.fact() instanceof TransferSent ? last.id().toString() : "",
                        French.time(last.fact().context().occurredAt(), zone),
                        last.fact() instanceof TransferSent sent
                                ? texts.get("transfer.to", site(sent.to()))
                                : texts.get("transfer.received"),
                        last.transfer()))
                .toList();
    }

    private String site(SiteCode code) {
        return book.current().catalog().site(code).map(Site::name).orElseGet(code::code);
    }
}
