package fr.lamine.pos.goods;

import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What stations have begun to scan on one screen: each list stands in the store until it is finished or thrown away.
public final class OpenLists<T extends OpenLists.Open<T>> {

    /// A list with what was asked before it.
    public interface Open<T> {
        GoodsList goods();

        T with(GoodsList changed);
    }

    private final Commands commands;
    private final String name;
    private final Class<T> type;
    private final int most;
    private final Refusal none;

    /// @param name `transfer` for the table `open_transfer` and its column
    /// @param most labels on a list
    /// @param none said when there is no list at a station
    public OpenLists(Commands commands, String name, Class<T> type, int most, Refusal none) {
        this.commands = commands;
        this.name = name;
        this.type = type;
        this.most = most;
        this.none = none;
    }

    public Optional<T> open(Station station) {
        return commands.store().read(sql -> open(sql, station.code()));
    }

    public Optional<T> open(Handle sql, StationCode station) {
        return sql.createQuery("SELECT %1$s FROM open_%1$s WHERE station = :station".formatted(name))
                .bind("station", station.code())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, type));
    }

    public void keep(Handle sql, StationCode station, T open) {
        sql.execute(
                "INSERT OR REPLACE INTO open_%1$s (station, %1$s) VALUES (?, ?)".formatted(name),
                station.code(),
                Json.write(open));
    }

    public void close(Handle sql, StationCode station) {
        sql.execute("DELETE FROM open_%s WHERE station = ?".formatted(name), station.code());
    }

    /// Something is scanned onto the list at hand.
    public Answer scan(Station station, ScannedCode code, Instant now) {
        return change(station, Optional.empty(), now, (work, list) -> {
            Optional<KnownItem> known = code instanceof ScannedCode.ItemLabel(var item, var _)
                    ? Items.find(work.sql(), item, work.reference().applied())
                    : Optional.empty();
            return GoodsRules.scanned(list, code, known, work.catalog(), most, now);
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
            Optional<T> open = open(work.sql(), station.code());
            if (open.isEmpty()) {
                return none.with();
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

    /// The list is thrown away; nothing was moved by it.
    public Answer abandon(Station station, String token, Instant now, String sentence) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            close(work.sql(), station.code());
            return Answer.done(sentence);
        });
    }
}
