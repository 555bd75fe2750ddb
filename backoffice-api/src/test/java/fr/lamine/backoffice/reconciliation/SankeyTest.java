package fr.lamine.backoffice.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.reconciliation.Sankey.Bar;
import fr.lamine.backoffice.reconciliation.Sankey.Column;
import fr.lamine.backoffice.reconciliation.Sankey.Link;
import fr.lamine.backoffice.reconciliation.Sankey.Node;
import fr.lamine.backoffice.reconciliation.Sankey.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SankeyTest {

    private static final double NEAR = 0.01;

    private static List<Link> links(Random random) {
        List<Link> links = new ArrayList<>();
        int categories = 1 + random.nextInt(24);
        for (int c = 0; c < categories; c++) {
            Node category = new Node(Column.CATEGORY, 0, "C" + c);
            for (int s = random.nextInt(7); s >= 0; s--) {
                Node source = new Node(Column.SOURCE, s, "S" + s);
                links.add(new Link(source, category, 1 + random.nextInt(random.nextInt(9) == 0 ? 5_000_000 : 9_000)));
            }
            for (int o = random.nextInt(6); o > 0; o--) {
                links.add(new Link(category, new Node(Column.OUTCOME, o, "O" + o), 1 + random.nextInt(2_000_000)));
            }
        }
        return links;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everythingStandsInsideThePictureAndNothingStandsOnAnother(long seed) {
        Picture picture = Sankey.layout(Sankey.grouped(links(new Random(seed)), 7, "Autres"));
        for (Column column : Column.values()) {
            List<Bar> bars = picture.bars().stream()
                    .filter(b -> b.node().column() == column)
                    .toList();
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                String what = "seed " + seed + " " + bar;
                assertTrue(bar.y() >= -NEAR && bar.y() + bar.height() <= Sankey.HEIGHT + NEAR, what);
                assertTrue(bar.middle() >= 9 && bar.middle() <= Sankey.HEIGHT - 9, what);
                if (i > 0) {
                    Bar above = bars.get(i - 1);
                    assertTrue(bar.y() > above.y() + above.height(), what);
                    assertTrue(bar.middle() - above.middle() >= 20 - NEAR, "labels touch: " + what);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void oneGramIsEverywhereAsHigh(long seed) {
        Picture picture = Sankey.layout(Sankey.grouped(links(new Random(seed)), 7, "Autres"));
        Bar first = picture.bars().getFirst();
        for (Bar bar : picture.bars()) {
            assertEquals(
                    first.height() / first.weight(), bar.height() / bar.weight(), 1e-9, "seed " + seed + " " + bar);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void groupingLosesNoGramAndKeepsTheHeaviest(long seed) {
        List<Link> links = links(new Random(seed));
        List<Link> grouped = Sankey.grouped(links, 5, "Autres");
        assertEquals(weight(links), weight(grouped), "seed " + seed);
        long categories = grouped.stream()
                .flatMap(l -> List.of(l.from(), l.to()).stream())
                .filter(n -> n.column() == Column.CATEGORY)
                .distinct()
                .count();
        assertTrue(categories <= 5, "seed " + seed + ": " + categories);
    }

    @Test
    void fewCategoriesStandByThemselves() {
        Node source = new Node(Column.SOURCE, 0, "Rue");
        List<Link> links = List.of(
                new Link(source, new Node(Column.CATEGORY, 0, "Livres"), 10),
                new Link(source, new Node(Column.CATEGORY, 0, "Jouets"), 20));
        assertEquals(2, Sankey.grouped(links, 2, "Autres").size());
        assertFalse(Sankey.grouped(links, 2, "Autres").toString().contains("Autres"));
    }

    @Test
    void anEmptyPictureIsEmpty() {
        assertTrue(Sankey.layout(List.of()).bars().isEmpty());
    }

    private static long weight(List<Link> links) {
        return links.stream().mapToLong(Link::weight).sum();
    }
}
