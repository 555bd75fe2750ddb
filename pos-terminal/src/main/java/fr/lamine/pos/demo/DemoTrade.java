package fr.lamine.pos.demo;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.operator.SignIns;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.Till;
import fr.lamine.pos.weighin.Journey;
import fr.lamine.pos.weighin.WeighInRequest;
import fr.lamine.pos.weighin.WeighIns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Plays the script of one shop through the handlers of its counter, day by day, on the days' own dates.
public final class DemoTrade {

    private static final ScaleIdentity SCALE = ScaleIdentity.emulated("DEMO-SOL", "Balance de démonstration");
    private static final List<Long> NOTES = List.of(500L, 1_000L, 2_000L, 5_000L);

    private static final int UNWEIGHED = 5;
    private static final Money FLOAT = Money.cents(15_000);
    private static final long NOTE = 1_000;
    private static final List<Money> SLIPS =
            List.of(Money.cents(-50), Money.cents(20), Money.cents(-200), Money.cents(-10), Money.cents(100));
    private static final Duration CASHING_UP = Duration.ofMinutes(10);

    /// Who works there, with the PIN that opens the counter.
    public record Worker(OperatorCode code, String pin) {}

    private final ShopProfile shop;
    private final long seed;
    private final Station station;
    private final Commands commands;
    private final SignIns signIns;
    private final WeighIns weighIns;
    private final Labels labels;
    private final Till till;
    private final Closings closings;
    private final Deque<ItemCode> labelled = new ArrayDeque<>();
    private final Map<CategoryCode, Long> sorting = new HashMap<>();
    private final Map<CategoryCode, Long> shelf = new HashMap<>();
    private long forms;

    public DemoTrade(ShopProfile shop, long seed, Station station, Commands commands, ReferenceBook book) {
        if (!commands.store().identity().terminal().isForTrainingOrDemo()) {
            throw new IllegalArgumentException("made-up trade has no place in a real journal");
        }
        this.shop = shop;
        this.seed = seed;
        this.station = station;
        this.commands = commands;
        this.signIns = new SignIns(commands.store(), book);
        this.weighIns = new WeighIns(commands);
        this.labels = new Labels(commands);
        this.till = new Till(commands);
        this.closings = new Closings(commands);
    }

    /// Plays the opening days from `first` up to, not including, `end`.
    ///
    /// @return how many facts were recorded
    public long play(LocalDate first, LocalDate end, Worker worker) {
        DemoScript script = new DemoScript(shop, commands.reference().catalog());
        long before = commands.store().head().seq();
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            if (script.isOpen(day)) {
                SplittableRandom random = new SplittableRandom(seed ^ day.toEpochDay());
                List<Doing> doings = script.day(day, random);
                openTill(worker, doings.getFirst().at());
                doings.forEach(this::play);
                closeTill(random, doings.getLast().at().plus(CASHING_UP));
            }
        }
        return commands.store().head().seq() - before;
    }

    /// Leaves the till open for whoever comes next.
    public void openToday(Worker worker, Instant now) {
        openTill(worker, now);
        signIns.signOut(station, now);
    }

    /// Somebody signs in and counts the cash that was left, or brings the first one.
    private void openTill(Worker worker, Instant now) {
        require(signIns.signIn(station, worker.code(), worker.pin(), now));
        CashCount left = CashCount.fewest(closings.book().left().orElse(shop.online() ? Money.ZERO : FLOAT));
        require(closings.open(station, form(), left, now));
    }

    /// What is above the opening cash goes to the bank; once in a while a coin is missing, or one too many.
    private void closeTill(SplittableRandom random, Instant now) {
        Money expected = closings.book().expectedCash().orElseThrow();
        Money above = expected.minus(FLOAT);
        Money bags = Money.cents(above.cents() / NOTE * NOTE);
        if (bags.isPositive() || !closings.cheques().isEmpty()) {
            require(closings.bank(station, form(), CashCount.fewest(bags.isPositive() ? bags : Money.ZERO), now));
        }
        Money there = closings.book().expectedCash().orElseThrow();
        int slip = random.nextInt(SLIPS.size() * 2);
        Money found = slip < SLIPS.size() && there.compareTo(FLOAT) >= 0 ? there.plus(SLIPS.get(slip)) : there;
        require(closings.closeDay(
                station, form(), CashCount.fewest(found), found, Optional.empty(), false, now.plus(CASHING_UP)));
        signIns.signOut(station, now.plus(CASHING_UP));
    }

    private void play(Doing doing) {
        switch (doing) {
            case Doing.Weighing weighing -> weigh(weighing);
            case Doing.Labelling labelling -> label(labelling);
            case Doing.Buying buying -> buy(buying);
        }
    }

    private void weigh(Doing.Weighing weighing) {
        WeighInRequest request = new WeighInRequest(
                weighing.category(),
                journey(weighing.from(), weighing.to()),
                weighing.container(),
                Optional.empty(),
                weighing.commune(),
                true);
        Mass tare = weighing.container()
                .flatMap(code -> commands.reference().catalog().container(code))
                .map(container -> container.tare())
                .orElse(Mass.ZERO);
        Mass gross = weighing.net().plus(tare);
        if (!isThere(weighing)) {
            return;
        }
        require(weighIns.record(station, form(), request, Optional.of(showing(gross)), weighing.at()));
    }

    /// Nobody carries on to the shelf, to a recycler or to waste what is not in sorting any more.
    private boolean isThere(Doing.Weighing weighing) {
        long grams = weighing.net().grams();
        if (weighing.from() instanceof Account.Place && !take(sorting, weighing.category(), grams)) {
            return false;
        }
        switch (weighing.to()) {
            case Account.Place(var _, var area)
            when area == Area.SHOP -> shelf.merge(weighing.category(), grams, Long::sum);
            case Account.Place _ -> sorting.merge(weighing.category(), grams, Long::sum);
            case Account.Transit _, Account.From _, Account.Gone _, Account.Adjustment _ -> {}
        }
        return true;
    }

    private boolean take(Map<CategoryCode, Long> from, CategoryCode category, long grams) {
        long left = from.getOrDefault(category, 0L) - grams;
        if (left < 0) {
            return false;
        }
        from.put(category, left);
        return true;
    }

    /// Once in a while somebody puts things on the shelf without weighing them, and the office finds out.
    private boolean wasShelvedUnweighed() {
        return forms % UNWEIGHED == 0;
    }

    private static Journey journey(Account from, Account to) {
        return switch (to) {
            case Account.Place(var _, var area)
            when from instanceof Account.From(var source, var _) -> new Journey.TakenIn(source, area);
            case Account.Gone(var outcome, var _) -> new Journey.SentAway(Area.SORTING, outcome);
            case Account.Place _, Account.Transit _, Account.From _, Account.Adjustment _ -> new Journey.Shelved();
        };
    }

    private void label(Doing.Labelling labelling) {
        if (!take(sorting, labelling.category(), labelling.mass().grams())) {
            return;
        }
        LabelRequest request = new LabelRequest(
                labelling.category(),
                labelling.title(),
                labelling.pieces(),
                Optional.of(labelling.price()),
                Optional.empty(),
                new MassFrom.Scale(Optional.empty()),
                Area.SORTING,
                true);
        FactId id = require(
                        labels.make(station, form(), request, Optional.of(showing(labelling.mass())), labelling.at()))
                .orElseThrow();
        if (commands.store().fact(id).orElseThrow() instanceof Fact.Labelled fact) {
            labelled.add(fact.code());
        }
    }

    private void buy(Doing.Buying buying) {
        int scanned = 0;
        while (scanned < buying.labelled() && !labelled.isEmpty()) {
            ItemCode code = labelled.poll();
            require(till.scan(station, ScannedCode.parse(code.digits(), List.of()), buying.at()));
            scanned++;
        }
        int taken = 0;
        for (Doing.FromShelf thing : buying.unlabelled()) {
            long grams = thing.pieces()
                    * commands.reference()
                            .catalog()
                            .averagePiece(thing.category())
                            .orElseThrow()
                            .grams();
            if (!take(shelf, thing.category(), grams) && !wasShelvedUnweighed()) {
                continue;
            }
            taken++;
            require(till.addCategory(
                    station, form(), thing.category(), Optional.of(thing.price()), thing.pieces(), buying.at()));
        }
        Money due = till.ticket(station).due();
        if (scanned + taken == 0) {
            return;
        }
        Money handed = buying.tender().givesChange() ? nextNote(due) : due;
        require(till.pay(station, form(), List.of(new TenderLine(buying.tender(), handed)), buying.at()));
    }

    /// What a customer pulls out: the smallest single note that is enough, else the exact amount.
    private static Money nextNote(Money due) {
        return NOTES.stream()
                .map(Money::cents)
                .filter(note -> note.compareTo(due) >= 0)
                .findFirst()
                .orElse(due);
    }

    private static CounterScale showing(Mass mass) {
        String frame = String.format(Locale.ROOT, "ST,GS,+%04d.%03dkg", mass.grams() / 1000, mass.grams() % 1000);
        return new CounterScale(SCALE, now -> new ScaleReading.Stable(mass, Basis.GROSS, frame, now));
    }

    private String form() {
        return "demo-" + shop.site() + "-" + seed + "-" + ++forms;
    }

    private static Optional<FactId> require(Answer answer) {
        return switch (answer) {
            case Answer.Done(var _, var fact) -> fact;
            case Answer.Refused(var refusal, var sentence, var _) ->
                throw new IllegalStateException("the demonstration was refused: " + refusal + ", " + sentence);
            case Answer.Asked(var question, var _, var sentence) ->
                throw new IllegalStateException("the demonstration was asked: " + question + ", " + sentence);
        };
    }
}
