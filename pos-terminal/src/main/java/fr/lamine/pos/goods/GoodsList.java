package fr.lamine.pos.goods;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.CountedLoose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was scanned and weighed so far, in the order in which it was begun.
public record GoodsList(List<ScannedLine> items, List<CountedLoose> loose) {

    public static final GoodsList EMPTY = new GoodsList(List.of(), List.of());

    public GoodsList {
        items = List.copyOf(items);
        loose = List.copyOf(loose);
    }

    public boolean holdsNothing() {
        return items.isEmpty() && loose.isEmpty();
    }

    public int pieces() {
        return items.stream().mapToInt(ScannedLine::pieces).sum();
    }

    public Mass mass() {
        Mass labelled = items.stream().map(ScannedLine::mass).reduce(Mass.ZERO, Mass::plus);
        return loose.stream().map(l -> l.weight().net()).reduce(labelled, Mass::plus);
    }

    public Optional<ScannedLine> line(ItemCode code) {
        return items.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    public GoodsList with(ScannedLine line) {
        List<ScannedLine> more = new ArrayList<>(items);
        more.add(line);
        return new GoodsList(more, loose);
    }

    /// A label that is on the list, as more is known of it.
    GoodsList replacing(ScannedLine told) {
        return new GoodsList(
                items.stream()
                        .map(line -> line.code().equals(told.code()) ? told : line)
                        .toList(),
                loose);
    }

    /// More pieces of a label that is on the list.
    public GoodsList with(ItemCode code, int more, Instant now) {
        return new GoodsList(
                items.stream()
                        .map(line -> line.code().equals(code) ? line.with(more, now) : line)
                        .toList(),
                loose);
    }

    public GoodsList with(CountedLoose weighed) {
        List<CountedLoose> more = new ArrayList<>(loose);
        more.add(weighed);
        return new GoodsList(items, more);
    }

    public GoodsList without(ItemCode code) {
        return new GoodsList(
                items.stream().filter(line -> !line.code().equals(code)).toList(), loose);
    }

    /// Without one piece of a label; without the label when it was the last.
    public GoodsList withoutOne(ItemCode code) {
        Optional<ScannedLine> line = line(code).filter(l -> l.pieces() > 1);
        return line.isPresent()
                ? new GoodsList(
                        items.stream()
                                .map(l -> l.code().equals(code) ? l.with(-1, l.last()) : l)
                                .toList(),
                        loose)
                : without(code);
    }

    public GoodsList withoutLoose(int place) {
        List<CountedLoose> fewer = new ArrayList<>(loose);
        fewer.remove(place);
        return new GoodsList(items, fewer);
    }
}
