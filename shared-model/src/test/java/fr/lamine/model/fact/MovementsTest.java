package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Movement;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MovementsTest {

    /// What each kind of fact moves: from, to, grams, pieces, label, provenance.
    private static final Map<Class<?>, List<String>> TABLE = table(
            Fact.JournalOpened.class, List.of(),
            Fact.JournalContinues.class, List.of(),
            Fact.KeyChanged.class, List.of(),
            Fact.WeighIn.class, List.of("source:DROP_OFF > place:ARCUEIL:SORTING vaisselle 12340 0 - WEIGHED"),
            Fact.WeighInReversed.class, List.of("source:DROP_OFF > place:ARCUEIL:SORTING vaisselle -12340 0 - WEIGHED"),
            Fact.Labelled.class,
                    List.of("place:ARCUEIL:SORTING > place:ARCUEIL:SHOP vaisselle 1000 6 0490100000138 WEIGHED"),
            Fact.Sale.class,
                    List.of(
                            "place:ARCUEIL:SHOP > outcome:SOLD vaisselle 900 1 0490100000138 WEIGHED",
                            "place:ARCUEIL:SHOP > place:ARCUEIL:RESERVED meuble 40000 1 0490100000121 LABEL",
                            "outcome:SOLD > place:ARCUEIL:SORTING meuble 7000 1 0490100000121 LABEL"),
            Fact.LabelVoided.class,
                    List.of("place:ARCUEIL:SHOP > place:ARCUEIL:SORTING meuble 7000 1 0490100000121 LABEL"),
            Fact.TerminalEnrolled.class, List.of(),
            Fact.ReferenceChanged.class, List.of(),
            Fact.Exported.class, List.of(),
            Fact.DiscrepancySettled.class, List.of(),
            TillFact.TillOpened.class, List.of(),
            TillFact.CashMoved.class, List.of(),
            TillFact.Closing.class, List.of(),
            TillFact.LineVoided.class, List.of(),
            TillFact.TicketAbandoned.class, List.of(),
            TillFact.DuplicatePrinted.class, List.of(),
            TillFact.TechnicalNoted.class, List.of(),
            TillFact.Collected.class,
                    List.of("place:ARCUEIL:RESERVED > outcome:SOLD meuble 40000 1 0490100000121 LABEL"),
            TillFact.GivenAway.class, List.of("place:ARCUEIL:SHOP > outcome:GIVEN meuble 7000 1 0490100000121 LABEL"),
            OnlineFact.ItemPublished.class, List.of(),
            OnlineFact.ItemWithdrawn.class, List.of(),
            OnlineFact.OrderReceived.class, List.of(),
            OnlineFact.OrderCancelled.class, List.of(),
            OnlineFact.OrderDispatched.class,
                    List.of("place:ARCUEIL:SHOP > outcome:SOLD:LABEL-EMMAUS meuble 7000 1 0490100000121 LABEL"),
            SiteFact.TransferSent.class,
                    List.of(
                            "place:ARCUEIL:SHOP > transit:T-901-1-30 meuble 7000 1 0490100000121 LABEL",
                            "place:ARCUEIL:SHOP > transit:T-901-1-30 vaisselle 4200 0 - AVERAGE"),
            SiteFact.TransferReceived.class,
                    List.of(
                            "transit:T-901-1-30 > place:ARCUEIL:SHOP meuble 7000 1 0490100000121 LABEL",
                            "transit:T-901-1-30 > place:ARCUEIL:SHOP vaisselle 4200 0 - AVERAGE"),
            SiteFact.TransferSettled.class,
                    List.of(
                            "transit:T-901-1-30 > adjustment:ARCUEIL:LOST meuble 7000 1 0490100000121 LABEL",
                            "adjustment:ARCUEIL:LOST > transit:T-901-1-30 vaisselle 40 0 - WEIGHED"),
            SiteFact.Counted.class, List.of(),
            SiteFact.CountPosted.class,
                    List.of(
                            "place:ARCUEIL:SHOP > adjustment:ARCUEIL:COUNT meuble 7000 1 0490100000121 LABEL",
                            "adjustment:ARCUEIL:COUNT > place:ARCUEIL:SHOP vaisselle 250 0 - WEIGHED"));

    private static Map<Class<?>, List<String>> table(Object... rows) {
        Map<Class<?>, List<String>> table = new HashMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            table.put(
                    (Class<?>) rows[i],
                    ((List<?>) rows[i + 1]).stream().map(String.class::cast).toList());
        }
        return table;
    }

    @Test
    void everyKindOfFactHasItsRow() {
        Set<Class<?>> kinds = kinds(Fact.class);
        assertEquals(kinds, TABLE.keySet());
        assertEquals(kinds, SampleFacts.each().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .collect(Collectors.toSet());
    }

    @Test
    void aServiceIsSoldWithoutAGram() {
        SaleLine repair = new SaleLine(
                "Réparation",
                Optional.empty(),
                LineOrigin.SERVICE_KEY,
                SampleFacts.DISHES,
                1,
                Money.cents(1_000),
                PriceOrigin.ARTICLE,
                Money.cents(1_000),
                Vat.within(Money.cents(1_000), VatRegime.STANDARD, 2_000),
                Mass.ZERO,
                new MassProvenance.Typed());
        Fact.Sale sale = new Fact.Sale(
                SampleFacts.context(1),
                1,
                List.of(repair),
                Money.cents(1_000),
                List.of(new TenderLine(Tender.CASH, Money.cents(1_000))),
                Money.ZERO,
                PerpetualTotals.NONE.afterTicket(Money.cents(1_000)));
        assertEquals(List.of(), Movements.of(sale));
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
    void whatIsSortedOutOfALoadChangesItsNameWhereItStandsAndThenGoes() {
        assertEquals(
                List.of(
                        "place:ARCUEIL:SORTING > place:ARCUEIL:SORTING a_classer as vaisselle 2450 0 - WEIGHED",
                        "place:ARCUEIL:SORTING > place:ARCUEIL:SHOP vaisselle 2450 0 - WEIGHED"),
                Movements.of(SampleFacts.sortedOut()).stream()
                        .map(MovementsTest::text)
                        .toList());
    }

    @Test
    void aLoadThatIsSortedOutToTheLastGramLeavesNothingUnderItsName() {
        Seeded.loop(200, random -> {
            long left = random.nextLong(10_000, 200_000);
            Account.Place sorting = new Account.Place(SampleFacts.ARCUEIL, Area.SORTING);
            List<Fact> facts = new ArrayList<>();
            facts.add(weighed(Catalog.UNCLASSIFIED, left, Account.from(Source.STREET), sorting, Optional.empty()));
            long came = left;
            while (left > 0) {
                long part = Math.min(left, random.nextLong(1, 30_000));
                Account to = random.nextBoolean() ? sorting : Account.gone(Outcome.RECYCLED);
                CategoryCode found = random.nextBoolean() ? SampleFacts.DISHES : SampleFacts.FURNITURE;
                Fact.WeighIn sorted = weighed(found, part, sorting, to, Optional.of(Catalog.UNCLASSIFIED));
                facts.add(sorted);
                if (random.nextInt(4) == 0) {
                    facts.add(Fact.WeighInReversed.of(
                            FactId.parse("901/1/2"), sorted, SampleFacts.context(facts.size())));
                } else {
                    left -= part;
                }
            }
            Map<String, Long> shelves = new HashMap<>();
            facts.stream().flatMap(f -> Movements.of(f).stream()).forEach(m -> {
                shelves.merge(m.from().code() + m.categoryFrom(), -m.mass().grams(), Long::sum);
                shelves.merge(m.to().code() + m.categoryTo(), m.mass().grams(), Long::sum);
            });
            assertEquals(0, shelves.get(sorting.code() + Catalog.UNCLASSIFIED));
            assertEquals(
                    came,
                    shelves.entrySet().stream()
                            .filter(e -> !e.getKey().startsWith("source"))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        });
    }

    private static Fact.WeighIn weighed(
            CategoryCode category, long grams, Account from, Account to, Optional<CategoryCode> was) {
        return new Fact.WeighIn(
                SampleFacts.context(1),
                category,
                Weight.untared(Mass.grams(grams), new MassProvenance.Typed()),
                from,
                to,
                Optional.empty(),
                was,
                Beside.NOTHING);
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
        boolean renamed = !m.categoryFrom().equals(m.categoryTo());
        return "%s > %s %s %d %d %s %s"
                .formatted(
                        m.from().code(),
                        m.to().code(),
                        renamed ? m.categoryFrom() + " as " + m.categoryTo() : m.categoryFrom(),
                        m.mass().grams(),
                        m.pieces(),
                        m.item().map(Object::toString).orElse("-"),
                        m.provenance());
    }
}
