package fr.lamine.backoffice;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Listings, orders, parcels and cancellations of one seed, in any order and about anything: things that are sold,
/// never
/// labelled, ordered twice. Here they stand in the journals of terminals, so that their arrival is shuffled too.
public final class OnlineScenario {

    public static final ChannelCode CHANNEL = new ChannelCode("LABEL-EMMAUS");

    private final Random random;
    private final List<Made> made = new ArrayList<>();
    private final List<Ordered> ordered = new ArrayList<>();

    private record Made(ItemCode code, CategoryCode category, long grams) {}

    private record Ordered(OrderNumber order, List<Made> things) {}

    OnlineScenario(long seed) {
        this.random = new Random(seed);
    }

    void labelled(ItemCode code, CategoryCode category, long grams) {
        made.add(new Made(code, category, grams));
    }

    void act(TestTerminal terminal, Instant at) {
        if (made.isEmpty() || random.nextInt(3) != 0) {
            return;
        }
        Made thing = made.get(random.nextInt(made.size()));
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> terminal.add(published(terminal.site, at, thing.code(), thing.category(), thing.grams()));
            case 3 ->
                terminal.add(new OnlineFact.ItemWithdrawn(
                        TestFacts.context(terminal.site, at), thing.code(), "Plus en vente"));
            case 4, 5 -> order(terminal, at, thing);
            default -> settle(terminal, at);
        }
    }

    private void order(TestTerminal terminal, Instant at, Made thing) {
        Made other = made.get(random.nextInt(made.size()));
        List<Made> things = other.code().equals(thing.code()) ? List.of(thing) : List.of(thing, other);
        OrderNumber number = new OrderNumber(CHANNEL, "N" + ordered.size());
        terminal.add(received(
                terminal.site, at, number, things.stream().map(Made::code).toArray(ItemCode[]::new)));
        ordered.add(new Ordered(number, things));
    }

    private void settle(TestTerminal terminal, Instant at) {
        if (ordered.isEmpty()) {
            return;
        }
        Ordered order = ordered.get(random.nextInt(ordered.size()));
        if (random.nextBoolean()) {
            terminal.add(new OnlineFact.OrderCancelled(
                    TestFacts.context(terminal.site, at), order.order(), "Plus disponible"));
        } else {
            Made sent = order.things().getFirst();
            Made instead = random.nextInt(4) == 0 ? made.get(random.nextInt(made.size())) : sent;
            terminal.add(new OnlineFact.OrderDispatched(
                    TestFacts.context(terminal.site, at),
                    order.order(),
                    List.of(new SentLine(
                            sent.code(),
                            instead.code(),
                            instead.category(),
                            Mass.grams(instead.grams()),
                            Money.cents(900))),
                    Money.cents(450),
                    Optional.empty()));
        }
    }

    public static OnlineFact.ItemPublished published(
            SiteCode site, Instant at, ItemCode code, CategoryCode category, long grams) {
        return new OnlineFact.ItemPublished(
                TestFacts.context(site, at),
                code,
                category,
                Mass.grams(grams),
                new Account.Place(site, Area.SHOP),
                CHANNEL,
                "Service à café",
                "Six tasses, une soucoupe ébréchée.",
                Condition.GOOD,
                Money.cents(900),
                List.of());
    }

    public static OnlineFact.OrderReceived received(SiteCode site, Instant at, OrderNumber number, ItemCode... items) {
        return new OnlineFact.OrderReceived(
                TestFacts.context(site, at),
                number,
                LocalDate.of(2026, 11, 23),
                Optional.of("ACH-1"),
                List.of(items).stream()
                        .map(item -> new OrderLine(item, Money.cents(900)))
                        .toList(),
                Money.cents(450));
    }
}
