package fr.lamine.pos.count;

import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsRules;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The commands of the counting screen.
public final class Counts {

    private final Commands commands;

    public Counts(Commands commands) {
        this.commands = commands;
    }

    public List<String> families() {
        return commands.reference().catalog().categories().stream()
                .map(Category::family)
                .distinct()
                .toList();
    }

    public Optional<OpenCount> open(Station station) {
        return commands.store().read(sql -> open(sql, station.code()));
    }

    private static Optional<OpenCount> open(Handle sql, StationCode station) {
        return sql.createQuery("SELECT count FROM open_count WHERE station = :station")
                .bind("station", station.code())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, OpenCount.class));
    }

    private static void keep(Handle sql, StationCode station, OpenCount open) {
        sql.execute(
                "INSERT OR REPLACE INTO open_count (station, count) VALUES (?, ?)", station.code(), Json.write(open));
    }

    private static void close(Handle sql, StationCode station) {
        sql.execute("DELETE FROM open_count WHERE station = ?", station.code());
    }

    /// @param family absent for everything that stands in the shop
    public Answer begin(Station station, String token, Optional<String> family, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (family.isPresent() && !families().contains(family.get())) {
                return Refusal.UNKNOWN_CATEGORY.with();
            }
            if (open(work.sql(), station.code()).isPresent()) {
                return Refusal.FINISH_LIST.with();
            }
            keep(work.sql(), station.code(), new OpenCount(Area.SHOP, family, now, GoodsList.EMPTY));
            return Answer.done("Inventaire commencé.");
        });
    }

    public Answer scan(Station station, ScannedCode code, Instant now) {
        return change(station, Optional.empty(), now, (work, list) -> {
            Optional<KnownItem> known = code instanceof ScannedCode.ItemLabel(var item, var _)
                    ? Items.find(work.sql(), item, work.reference().applied())
                    : Optional.empty();
            return GoodsRules.scanned(list, code, known, work.catalog(), SiteFact.MAX_COUNTED, now);
        });
    }

    public Answer change(Station station, Optional<String> token, Instant now, Function<GoodsList, Verdict> change) {
        return change(station, token, now, (_, list) -> change.apply(list));
    }

    private interface Change {
        Verdict of(Work work, GoodsList list);
    }

    private Answer change(Station station, Optional<String> token, Instant now, Change change) {
        return commands.run(station, token, now, Role.SORTER, work -> {
            Optional<OpenCount> open = open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_COUNT.with();
            }
            return switch (change.of(work, open.get().goods())) {
                case GoodsRules.No(var answer) -> answer;
                case GoodsRules.Added(var list, var sentence) -> {
                    keep(work.sql(), station.code(), open.get().with(list));
                    yield Answer.done(sentence);
                }
            };
        });
    }

    public Answer abandon(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            close(work.sql(), station.code());
            return Answer.done("Inventaire abandonné. Rien n’a bougé.");
        });
    }

    /// The count goes to the office; an empty shelf is counted too.
    public Answer finish(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<OpenCount> open = open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_COUNT.with();
            }
            FactId id = work.writing().append(CountRules.counted(open.get(), work.catalog(), work.context()));
            close(work.sql(), station.code());
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
