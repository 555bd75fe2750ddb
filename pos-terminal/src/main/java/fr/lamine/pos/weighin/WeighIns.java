package fr.lamine.pos.weighin;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Account;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of the weigh-in screen, and its last weighings.
public final class WeighIns {

    private static final String SELECT = """
            SELECT j.terminal, j.generation, j.seq, j.type, j.body, w.reversed
            FROM own_weigh_in w JOIN journal j ON j.generation = w.generation AND j.seq = w.seq
            """;

    private static final int ON_ONE_SLIP = 100;

    private final Commands commands;

    public WeighIns(Commands commands) {
        this.commands = commands;
    }

    /// Records the scale's own reading of this moment.
    public Answer record(
            Station station, String token, WeighInRequest request, Optional<CounterScale> scale, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            GrossWeight gross =
                    request.beside().pieces().isPresent() ? counted(request, work) : taken(request, scale, now);
            return judged(request, gross, work);
        });
    }

    /// Keeps what lies on the scale for later: it counts as unclassified until it is taken up.
    ///
    /// @param request of the unclassified category
    Answer park(
            Station station,
            String token,
            WeighInRequest request,
            Parking parking,
            Optional<CounterScale> scale,
            Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (ParkedThings.count(work.sql()) >= ParkedThings.MOST) {
                return Refusal.TOO_MANY_PARKED.with(ParkedThings.MOST);
            }
            GrossWeight gross = taken(request, scale, now);
            return switch (NetWeight.of(gross, request.container(), work.catalog())) {
                case NetWeight.No(var refusal) -> refusal.with();
                case NetWeight.Net(var weight) -> {
                    boolean liesThere = request.journey().was().equals(Optional.of(request.category()));
                    Answer answer = liesThere ? Answer.done("") : judged(request, gross, work);
                    if (answer instanceof Answer.Done(var _, var fact)) {
                        ParkedThings.keep(work.sql(), weight.net(), parking, fact, now);
                        yield new Answer.Done("Gardé pour plus tard\u202f: " + French.kg(weight.net()) + ".", fact);
                    }
                    yield answer;
                }
            };
        });
    }

    /// Sorts a parked thing out of the unclassified goods, with the grams that it had when it was parked.
    Answer takeUp(Station station, String token, WeighInRequest request, long parked, Instant now) {
        return commands.run(
                station,
                Optional.of(token),
                now,
                Role.SORTER,
                work -> ParkedThings.waiting(work.sql(), parked)
                        .map(thing -> takeUp(request, thing, work))
                        .orElseGet(Refusal.PARKED_GONE::with));
    }

    private static Answer takeUp(WeighInRequest request, ParkedThing thing, Work work) {
        GrossWeight known = new GrossWeight.Taken(thing.mass(), new MassProvenance.Share(), false);
        Answer answer = judged(request, known, work);
        if (answer instanceof Answer.Done(var _, var fact)) {
            ParkedThings.takeUp(
                    work.sql(), thing.id(), fact.orElseThrow(), work.writing().now());
        }
        return answer;
    }

    private GrossWeight taken(WeighInRequest request, Optional<CounterScale> scale, Instant now) {
        return GrossWeight.take(commands.store().identity().kind(), scale, request.typed(), now);
    }

    private static Answer judged(WeighInRequest request, GrossWeight gross, Work work) {
        return switch (WeighInRules.judge(request, gross, work.catalog(), work.context())) {
            case WeighInRules.Answered(var answer) -> answer;
            case WeighInRules.Record(var fact, var sentence) ->
                Answer.recorded(work.writing().append(fact), sentence);
        };
    }

    private static GrossWeight counted(WeighInRequest request, Work work) {
        boolean lost = request.journey().to(work.context().site()) instanceof Account.Adjustment;
        return WeighInRules.counted(
                request.category(),
                request.beside().pieces().orElseThrow(),
                lost,
                work.catalog(),
                work.context().referenceRevision());
    }

    /// Prints what left today for an account under a document, all on one slip.
    public Answer printSlip(Station station, String token, Account to, Optional<String> document, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            List<LastWeighIn> slip =
                    onSlip(work.sql(), to, document, work.context().businessDay());
            if (slip.isEmpty()) {
                return Refusal.NOTHING_ON_SLIP.with();
            }
            PrintQueue.enqueue(
                    work.sql(),
                    station.code(),
                    PrintJob.Kind.OUTFLOW,
                    slip.getLast().id(),
                    now);
            return Answer.done("Le bon s’imprime.");
        });
    }

    public List<LastWeighIn> onSlip(Account to, Optional<String> document, LocalDate day) {
        return commands.store().read(sql -> onSlip(sql, to, document, day));
    }

    /// What left on a day for the same account under the same document and was not taken back, oldest first.
    public static List<LastWeighIn> onSlip(Handle sql, Account to, Optional<String> document, LocalDate day) {
        return last(sql, ON_ONE_SLIP).stream()
                .filter(w -> !w.reversed()
                        && w.fact().context().businessDay().equals(day)
                        && w.fact().to().equals(to)
                        && w.fact().beside().document().equals(document))
                .toList()
                .reversed();
    }

    /// Takes a weighing of this terminal back, whole.
    public Answer reverse(Station station, String token, FactId id, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> reverse(work, id));
    }

    private static Answer reverse(Work work, FactId id) {
        Optional<LastWeighIn> known = one(work.sql(), id);
        if (known.isEmpty()) {
            return Refusal.UNKNOWN_WEIGH_IN.with();
        }
        Fact.WeighIn fact = known.get().fact();
        Optional<Refusal> no = WeighInRules.mayReverse(
                fact, known.get().reversed(), work.context().businessDay());
        return no.<Answer>map(Refusal::with).orElseGet(() -> {
            ParkedThings.reversed(work.sql(), id);
            return Answer.recorded(
                    work.writing().append(Fact.WeighInReversed.of(id, fact, work.context())), "Pesée annulée.");
        });
    }

    /// @param reversed it was taken back
    public record LastWeighIn(FactId id, Fact.WeighIn fact, boolean reversed) {

        public boolean mayBeReversed(LocalDate today) {
            return WeighInRules.mayReverse(fact, reversed, today).isEmpty();
        }
    }

    /// The void by which a label of this terminal, or of another, was given up to be taken apart here.
    Optional<Fact.LabelVoided> dismantled(ItemCode code) {
        return commands.store()
                .read(sql -> sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_sold s JOIN journal j ON j.generation = s.generation AND j.seq = s.seq
                        WHERE s.code = :code AND j.type LIKE 'label-voided.%' ORDER BY j.generation, j.seq LIMIT 1""")
                        .bind("code", code.digits())
                        .map((row, _) -> Facts.fact(row, Fact.LabelVoided.class))
                        .findOne()
                        .filter(voided -> voided.reason() == VoidReason.DISMANTLED));
    }

    /// What was sorted out under a document and not taken back, less what came from a difference of weight.
    static Mass parts(Handle sql, String document) {
        return sql
                .createQuery(SELECT + "WHERE w.reversed = 0 AND j.body ->> '$.beside.document' = :document")
                .bind("document", document)
                .map((row, _) -> read(row).fact())
                .stream()
                .map(part -> part.from() instanceof Account.Adjustment
                        ? part.weight().net().negated()
                        : part.weight().net())
                .reduce(Mass.ZERO, Mass::plus);
    }

    Mass left(Dismantling thing) {
        return commands.store().read(sql -> thing.whole().minus(parts(sql, thing.document())));
    }

    /// Newest first.
    public List<LastWeighIn> last(int count) {
        return commands.store().read(sql -> last(sql, count));
    }

    private static List<LastWeighIn> last(Handle sql, int count) {
        return sql.createQuery(SELECT + "ORDER BY w.rowid DESC LIMIT :count")
                .bind("count", count)
                .map((row, _) -> read(row))
                .list();
    }

    private static Optional<LastWeighIn> one(Handle sql, FactId id) {
        return sql.createQuery(SELECT + "WHERE w.generation = :generation AND w.seq = :seq")
                .bind("generation", id.journal().generation())
                .bind("seq", id.seq())
                .map((row, _) -> read(row))
                .findOne()
                .filter(found -> found.id().equals(id));
    }

    private static LastWeighIn read(ResultSet row) throws SQLException {
        return new LastWeighIn(Facts.id(row), Facts.fact(row, Fact.WeighIn.class), row.getInt("reversed") == 1);
    }
}
