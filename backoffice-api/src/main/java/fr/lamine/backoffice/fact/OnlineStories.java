package fr.lamine.backoffice.fact;

import static fr.lamine.backoffice.platform.Texts.counted;
import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.Story.Detail;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.OnlineFact.ItemPublished;
import fr.lamine.model.fact.OnlineFact.ItemWithdrawn;
import fr.lamine.model.fact.OnlineFact.OrderCancelled;
import fr.lamine.model.fact.OnlineFact.OrderDispatched;
import fr.lamine.model.fact.OnlineFact.OrderReceived;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells in French what happened online.
final class OnlineStories {

    private OnlineStories() {}

    static Story tell(OnlineFact fact, Names names) {
        return switch (fact) {
            case ItemPublished p -> published(p, names);
            case ItemWithdrawn w ->
                new Story(
                        "arrow-back-up",
                        t("fact.withdrawn"),
                        t("fact.withdrawn.sentence", w.reason()),
                        List.of(Storyteller.item(w.item())));
            case OrderReceived o -> received(o);
            case OrderDispatched d -> dispatched(d, names);
            case OrderCancelled c ->
                new Story(
                        "arrow-back-up",
                        t("fact.order-cancelled"),
                        t("fact.order-cancelled.sentence", c.order(), c.reason()),
                        List.of(order(c.order())));
        };
    }

    private static Story published(ItemPublished p, Names names) {
        List<Detail> details = new ArrayList<>(List.of(
                Storyteller.item(p.item()),
                Detail.of(t("fact.category"), names.category(p.category())),
                Detail.of(t("fact.channel"), p.channel().code()),
                Detail.of(t("fact.title"), p.title()),
                Detail.of(t("fact.condition"), word(p.condition())),
                Detail.of(t("fact.price"), French.euros(p.price())),
                Storyteller.mass(t("fact.mass"), p.mass()),
                Detail.of(t("fact.from"), names.account(p.place())),
                Detail.of(t("fact.photos"), French.count(p.photos().size()))));
        if (!p.description().isBlank()) {
            details.add(Detail.of(t("fact.description"), p.description()));
        }
        return new Story(
                "external-link",
                t("fact.published"),
                t("fact.published.sentence", p.title(), p.channel(), French.euros(p.price())),
                details);
    }

    private static Story received(OrderReceived o) {
        List<Detail> details = new ArrayList<>();
        details.add(order(o.order()));
        details.add(Detail.of(t("fact.ordered-on"), French.day(o.orderedOn())));
        o.buyer().ifPresent(buyer -> details.add(Detail.of(t("fact.buyer"), buyer)));
        o.lines()
                .forEach(line -> details.add(line(
                        line.item().spaced(),
                        French.euros(line.price()),
                        line.item().digits())));
        details.add(Detail.of(t("fact.shipping"), French.euros(o.shipping())));
        return new Story(
                "shopping-cart",
                t("fact.order-received"),
                t(
                        "fact.order-received.sentence",
                        o.order(),
                        counted("things", o.lines().size())),
                details);
    }

    private static Story dispatched(OrderDispatched d, Names names) {
        List<Detail> details = new ArrayList<>();
        details.add(order(d.order()));
        d.lines().forEach(line -> {
            String what = t(
                    "fact.sent-line",
                    line.item().spaced(),
                    names.category(line.category()),
                    French.euros(line.price()),
                    French.kg(line.mass()));
            details.add(line(t("fact.line"), what, line.item().digits()));
            if (!line.ordered().equals(line.item())) {
                details.add(line(
                        t("fact.instead-of"),
                        line.ordered().spaced(),
                        line.ordered().digits()));
            }
        });
        details.add(Detail.of(t("fact.shipping"), French.euros(d.shipping())));
        d.parcel().ifPresent(parcel -> details.add(Detail.of(t("fact.parcel"), parcel)));
        return new Story(
                "truck",
                t("fact.order-dispatched"),
                t(
                        "fact.order-dispatched.sentence",
                        d.order(),
                        counted("things", d.lines().size()),
                        French.euros(d.total())),
                details);
    }

    private static Detail line(String name, String value, String code) {
        return new Detail(name, value, Optional.empty(), Optional.of("/articles/" + code), false);
    }

    private static Detail order(OrderNumber order) {
        return new Detail(
                t("fact.order"),
                order.toString(),
                Optional.empty(),
                Optional.of("/en-ligne/commandes/" + order),
                false);
    }
}
