package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Movement;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MovementsTest {

    /// What each kind of fact moves: from, to, grams, pieces, label, provenance.
    private static final Map<Class<? extends Fact>, List<String>> TABLE = Map.of(
            Fact.JournalOpened.class, List.of(),
            Fact.JournalContinues.class, List.of(),
            Fact.KeyChanged.class, List.of(),
            Fact.WeighIn.class, List.of("source:DROP_OFF > place:ARCUEIL:SORTING vaisselle 12340 0 - WEIGHED"),
            Fact.WeighInReversed.class, List.of("source:DROP_OFF > place:ARCUEIL:SORTING vaisselle -12340 0 - WEIGHED"),
            Fact.Labelled.class,
                    List.of("place:ARCUEIL:SORTING > place:ARCUEIL:SHOP vaisselle 1000 6 0490100000138 WEIGHED"),
            Fact.Sale.class,
                    List.of(
                            "place:ARCUEIL:SHOP > outcome:SOLD meuble 7000 1 0490100000121 LABEL",
                            "place:ARCUEIL:SHOP > outcome:SOLD vaisselle 1200 0 - AVERAGE",
                            "place:ARCUEIL:SHOP > outcome:SOLD vaisselle 996 6 0490100000138 SHARE"),
            Fact.TerminalEnrolled.class, List.of(),
            Fact.ReferenceChanged.class, List.of(),
            Fact.Exported.class, List.of());

    @Test
    void everyKindOfFactHasItsRow() {
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(Fact.class.getPermittedSubclasses()));
        assertEquals(kinds, TABLE.keySet());
        assertEquals(kinds, SampleFacts.each().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void everyKindOfFactMovesWhatItsRowSays() {
        for (Fact fact : SampleFacts.each()) {
            assertEquals(
                    TABLE.get(fact.getClass()),
                    Movements.of(fact).stream().map(MovementsTest::text).toList(),
                    fact.getClass().getSimpleName());
        }
    }

    @Test
    void anOutflowIsAWeighInThatLeaves() {
        assertEquals(
                List.of("place:ARCUEIL:SORTING > outcome:RECYCLED:ecomaison meuble 8000 0 - TYPED"),
                Movements.of(SampleFacts.recycled()).stream()
                        .map(MovementsTest::text)
                        .toList());
    }

    @Test
    void aReversedWeighInLeavesEveryAccountAsItWas() {
        List<Movement> both = new ArrayList<>(Movements.of(SampleFacts.weighIn()));
        both.addAll(Movements.of(SampleFacts.reversed()));
        assertTrue(balances(both).values().stream().allMatch(grams -> grams == 0), both::toString);
    }

    @Test
    void afterAnyWeighInsThePlacesHoldWhatCameInLessWhatWentOut() {
        Seeded.loop(200, random -> {
            List<Movement> movements = new ArrayList<>();
            long held = 0;
            for (int i = 0; i < 50; i++) {
                long grams = random.nextLong(1, 200_000);
                boolean in = random.nextInt(3) > 0;
                Account place = Account.place(SampleFacts.ARCUEIL, Area.values()[random.nextInt(4)]);
                Account world = in
                        ? Account.from(Source.values()[random.nextInt(7)])
                        : Account.gone(Outcome.values()[random.nextInt(6)]);
                held += in ? grams : -grams;
                movements.addAll(Movements.of(new Fact.WeighIn(
                        SampleFacts.context(i),
                        SampleFacts.DISHES,
                        Weight.untared(Mass.grams(grams), new MassProvenance.Typed()),
                        in ? world : place,
                        in ? place : world,
                        Optional.empty())));
            }
            Map<Account, Long> balances = balances(movements);
            assertEquals(
                    0, balances.values().stream().mapToLong(Long::longValue).sum());
            assertEquals(
                    held,
                    balances.entrySet().stream()
                            .filter(e -> e.getKey().isStock())
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        });
    }

    private static Map<Account, Long> balances(List<Movement> movements) {
        Map<Account, Long> balances = new HashMap<>();
        for (Movement m : movements) {
            balances.merge(m.from(), -m.mass().grams(), Long::sum);
            balances.merge(m.to(), m.mass().grams(), Long::sum);
        }
        return balances;
    }

    private static String text(Movement m) {
        assertEquals(m.categoryFrom(), m.categoryTo());
        return "%s > %s %s %d %d %s %s"
                .formatted(
                        m.from().code(),
                        m.to().code(),
                        m.categoryFrom(),
                        m.mass().grams(),
                        m.pieces(),
                        m.item().map(Object::toString).orElse("-"),
                        m.provenance());
    }
}
