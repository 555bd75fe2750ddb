package fr.lamine.pos.count;

import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.goods.OpenLists;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The commands of the counting screen.
public final class Counts {

    private final Commands commands;
    private final OpenLists<OpenCount> lists;

    public Counts(Commands commands) {
        this.commands = commands;
        this.lists = new OpenLists<>(commands, "count", OpenCount.class, SiteFact.MAX_COUNTED, Refusal.NO_COUNT);
    }

    public List<String> families() {
        return commands.reference().catalog().categories().stream()
                .map(Category::family)
                .distinct()
                .toList();
    }

    public Optional<OpenCount> open(Station station) {
        return lists.open(station);
    }

    /// @param family absent for everything that stands in the shop
    public Answer begin(Station station, String token, Optional<String> family, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (family.isPresent() && !families().contains(family.get())) {
                return Refusal.UNKNOWN_CATEGORY.with();
            }
            if (lists.open(work.sql(), station.code()).isPresent()) {
                return Refusal.FINISH_LIST.with();
            }
            lists.keep(work.sql(), station.code(), new OpenCount(Area.SHOP, family, now, GoodsList.EMPTY));
            return Answer.done("Inventaire commencé.");
        });
    }

    public Answer scan(Station station, ScannedCode code, Instant now) {
        return lists.scan(station, code, now);
    }

    public Answer change(Station station, Optional<String> token, Instant now, Function<GoodsList, Verdict> change) {
        return lists.change(station, token, now, change);
    }

    public Answer abandon(Station station, String token, Instant now) {
        return lists.abandon(station, token, now, "Inventaire abandonné. Rien n’a bougé.");
    }

    /// The count goes to the office; an empty shelf is counted too.
    public Answer finish(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<OpenCount> open = lists.open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_COUNT.with();
            }
            FactId id = work.writing().append(CountRules.counted(open.get(), work.catalog(), work.context()));
            lists.close(work.sql(), station.code());
            int pieces = open.get().goods().pieces();
            return Answer.recorded(
                    id,
                    "Inventaire remis\u202f: %s %s, %s."
                            .formatted(
                                    French.count(pieces),
                                    pieces > 1 ? "pièces" : "pièce",
                                    French.kg(open.get().goods().mass())));
        });
    }
}
