package fr.lamine.backoffice.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the bars and bands of the picture of flows stand: sources at the left, categories in the middle, outcomes at
/// the
/// right, each as high as its weight. Pure; lengths are in the units of the picture.
public final class Sankey {

    public static final int WIDTH = 960;
    public static final int HEIGHT = 280;

    private static final int BAR = 14;
    private static final int GAP = 12;
    private static final int LABEL_ROOM = 170;
    private static final int LABEL_HEIGHT = 20;

    private Sankey() {}

    public enum Column {
        SOURCE,
        CATEGORY,
        OUTCOME
    }

    /// @param order of outcomes and sources that weigh the same, and their colour
    /// @param label what stands beside the bar
    public record Node(Column column, int order, String label) {}

    /// @param weight above zero
    public record Link(Node from, Node to, long weight) {

        public Link {
            if (weight <= 0 || from.column().compareTo(to.column()) >= 0) {
                throw new IllegalArgumentException("a band of " + weight + " from " + from + " to " + to);
            }
        }
    }

    /// @param colour class of the bar: `s1` for the second source, `o0` for what is sold
    /// @param middle where the label stands
    public record Bar(Node node, String colour, double x, double y, double height, double middle, long weight) {

        public String left() {
            return number(x);
        }

        public String top() {
            return number(y);
        }

        public String tall() {
            return number(Math.max(1, height));
        }

        public String textX() {
            return number(x + BAR + 7);
        }

        public String textY() {
            return number(middle + 6);
        }

        private Bar labelledAt(double newMiddle) {
            return new Bar(node, colour, x, y, height, newMiddle, weight);
        }
    }

    /// The colours that a band runs between.
    public record Pair(String from, String to) {
        public String id() {
            return from + "-" + to;
        }
    }

    /// @param path an SVG path: the outline of the band
    public record Band(Bar from, Bar to, long weight, String path) {
        public Pair pair() {
            return new Pair(from.colour(), to.colour());
        }
    }

    public record Picture(List<Bar> bars, List<Band> bands) {
        public List<Pair> pairs() {
            return bands.stream().map(Band::pair).distinct().toList();
        }
    }

    /// The heaviest categories by themselves, the others together.
    public static List<Link> grouped(List<Link> links, int categories, String others) {
        Map<Node, Long> weight = new HashMap<>();
        links.forEach(link -> weight.merge(categoryOf(link), link.weight(), Long::sum));
        var kept = weight.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().label()))
                .limit(weight.size() <= categories ? categories : categories - 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Node rest = new Node(Column.CATEGORY, 1, others);
        Map<List<Node>, Long> sums = new LinkedHashMap<>();
        for (Link link : links) {
            Node from = link.from().column() == Column.CATEGORY && !kept.contains(link.from()) ? rest : link.from();
            Node to = link.to().column() == Column.CATEGORY && !kept.contains(link.to()) ? rest : link.to();
            sums.merge(List.of(from, to), link.weight(), Long::sum);
        }
        return sums.entrySet().stream()
                .map(e -> new Link(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
                .toList();
    }

    public static Picture layout(List<Link> links) {
        Map<Node, long[]> sides = new LinkedHashMap<>();
        for (Link link : links) {
            sides.computeIfAbsent(link.from(), _ -> new long[2])[1] += link.weight();
            sides.computeIfAbsent(link.to(), _ -> new long[2])[0] += link.weight();
        }
        Map<Column, List<Node>> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            columns.put(
                    column,
                    sides.keySet().stream()
                            .filter(node -> node.column() == column)
                            .sorted(order(column, sides))
                            .toList());
        }
        double scale = columns.values().stream()
                .filter(nodes -> !nodes.isEmpty())
                .mapToDouble(nodes -> (HEIGHT - GAP * (nodes.size() - 1.0))
                        / nodes.stream().mapToLong(n -> weight(sides, n)).sum())
                .min()
                .orElse(1);
        Map<Node, Bar> bars = new LinkedHashMap<>();
        columns.forEach((column, nodes) -> place(column, nodes, sides, scale).forEach(b -> bars.put(b.node(), b)));
        return new Picture(List.copyOf(bars.values()), bands(links, bars, scale));
    }

    private static Node categoryOf(Link link) {
        return link.from().column() == Column.CATEGORY ? link.from() : link.to();
    }

    private static Comparator<Node> order(Column column, Map<Node, long[]> sides) {
        Comparator<Node> byWeight =
                Comparator.comparing((Node n) -> weight(sides, n)).reversed();
        return switch (column) {
            case SOURCE, CATEGORY ->
                Comparator.comparingInt((Node n) -> n.order() >= 20 || column == Column.CATEGORY ? n.order() : 0)
                        .thenComparing(byWeight)
                        .thenComparing(Node::label);
            case OUTCOME -> Comparator.comparingInt(Node::order).thenComparing(Node::label);
        };
    }

    private static long weight(Map<Node, long[]> sides, Node node) {
        long[] side = sides.get(node);
        return Math.max(side[0], side[1]);
    }

    private static List<Bar> place(Column column, List<Node> nodes, Map<Node, long[]> sides, double scale) {
        double x = switch (column) {
            case SOURCE -> 0;
            case CATEGORY -> (WIDTH - LABEL_ROOM - BAR) / 2.0;
            case OUTCOME -> WIDTH - LABEL_ROOM - BAR;
        };
        double used = nodes.stream().mapToDouble(n -> weight(sides, n) * scale).sum() + GAP * (nodes.size() - 1.0);
        double y = Math.max(0, (HEIGHT - used) / 2);
        double[] labels = new double[nodes.size()];
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            double height = weight(sides, nodes.get(i)) * scale;
            labels[i] = Math.max(y + height / 2, i == 0 ? LABEL_HEIGHT / 2.0 : labels[i - 1] + LABEL_HEIGHT);
            bars.add(new Bar(
                    nodes.get(i), colour(nodes.get(i), i), x, y, height, labels[i], weight(sides, nodes.get(i))));
            y += height + GAP;
        }
        double limit = HEIGHT - LABEL_HEIGHT / 2.0;
        for (int i = bars.size() - 1; i >= 0 && labels[i] > limit; i--) {
            labels[i] = limit;
            limit -= LABEL_HEIGHT;
        }
        for (int i = 0; i < bars.size(); i++) {
            bars.set(i, bars.get(i).labelledAt(labels[i]));
        }
        return bars;
    }

    /// Sources and categories are told apart by their place, outcomes by what they mean.
    private static String colour(Node node, int place) {
        return switch (node.column()) {
            case SOURCE -> node.order() >= 20 ? "s9" : "s" + place % 5;
            case CATEGORY -> node.order() > 0 ? "c9" : "c" + place % 7;
            case OUTCOME -> node.order() >= 20 ? "o9" : "o" + node.order();
        };
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    private static List<Band> bands(List<Link> links, Map<Node, Bar> bars, double scale) {
        List<Node> order = List.copyOf(bars.keySet());
        Map<Node, Double> leaving = new HashMap<>();
        Map<Node, Double> arriving = new HashMap<>();
        List<Link> sorted = links.stream()
                .sorted(Comparator.comparingInt((Link l) -> order.indexOf(l.from()))
                        .thenComparingInt(l -> order.indexOf(l.to())))
                .toList();
        List<Band> bands = new ArrayList<>();
        for (Link link : sorted) {
            Bar from = bars.get(link.from());
            Bar to = bars.get(link.to());
            double height = link.weight() * scale;
            double top = leaving.merge(link.from(), height, Double::sum) - height + from.y();
            double end = arriving.merge(link.to(), height, Double::sum) - height + to.y();
            bands.add(new Band(from, to, link.weight(), outline(from.x() + BAR, top, to.x(), end, height)));
        }
        return bands;
    }

    private static String outline(double x0, double y0, double x1, double y1, double height) {
        double middle = (x0 + x1) / 2;
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fv%.1fC%.1f %.1f %.1f %.1f %.1f %.1fz",
                x0,
                y0,
                middle,
                y0,
                middle,
                y1,
                x1,
                y1,
                height,
                middle,
                y1 + height,
                middle,
                y0 + height,
                x0,
                y0 + height);
    }
}
