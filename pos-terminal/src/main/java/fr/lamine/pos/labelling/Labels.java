package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The commands of the labelling screen.
public final class Labels {

    /// The terminal whose codes the office prints on sheets.
    private static final int OFFICE = 0;

    private final Commands commands;

    public Labels(Commands commands) {
        this.commands = commands;
    }

    /// Gives the next code, records the label and queues its print.
    public Answer make(Station station, String token, LabelRequest request, Optional<CounterScale> scale, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<KnownItem> taken = request.stuck().flatMap(code -> item(work, code));
            if (taken.isPresent()) {
                return Refusal.CODE_TAKEN.with(taken.get().title());
            }
            var kind = commands.store().identity().kind();
            var verdict = LabelRules.judge(
                    request,
                    () -> GrossWeight.take(kind, scale, Optional.<Mass>empty(), now),
                    request.stuck().orElseGet(() -> work.writing().nextItemCode()),
                    work.catalog(),
                    work.context());
            return switch (verdict) {
                case LabelRules.Answered(var answer) -> answer;
                case LabelRules.Made(var fact, var sentence) ->
                    made(work, station, fact, request.stuck().isEmpty(), sentence);
            };
        });
    }

    private static Optional<KnownItem> item(Work work, ItemCode code) {
        return Items.find(work.sql(), code, work.reference().applied());
    }

    /// Whether a code of a pre-printed sheet still names nothing here.
    public boolean isFree(ItemCode code) {
        var applied = commands.reference().applied();
        return code.terminal() == OFFICE
                && commands.store().read(sql -> Items.find(sql, code, applied).isEmpty());
    }

    /// @param printed false for a label that sticks on the thing already
    private static Answer made(Work work, Station station, Fact.Labelled fact, boolean printed, String sentence) {
        FactId id = work.writing().append(fact);
        if (printed) {
            PrintQueue.enqueue(
                    work.sql(),
                    station.code(),
                    PrintJob.Kind.LABEL,
                    id,
                    work.writing().now());
        }
        return Answer.recorded(id, sentence);
    }

    /// Queues price tags of a category. Nothing is recorded: what they stick on is sold as unlabelled goods.
    ///
    /// @param price absent when what was typed is no price
    public Answer priceTags(
            Station station, String token, CategoryCode code, Optional<Money> price, int count, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<Category> category = work.catalog().category(code);
            Optional<Refusal> no = LabelRules.priceTags(category, price, count);
            if (no.isPresent()) {
                return no.get().with();
            }
            String tag = new PriceTag(code, price.orElseThrow()).text();
            PrintQueue.enqueueTags(work.sql(), station.code(), tag, count, now);
            return Answer.done("%s × %s, %s."
                    .formatted(French.count(count), category.orElseThrow().name(), French.euros(price.orElseThrow())));
        });
    }

    /// Queues the same label once more; the code stays.
    public Answer printAgain(Station station, String token, FactId id, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<Fact.Labelled> label = Facts.read(work.sql(), id, Fact.Labelled.class);
            if (label.isEmpty()) {
                return Refusal.UNKNOWN_LABEL.with();
            }
            if (item(work, label.get().code()).flatMap(KnownItem::voided).isPresent()) {
                return Refusal.VOIDED_LABEL.with();
            }
            PrintQueue.enqueue(work.sql(), station.code(), PrintJob.Kind.LABEL, id, now);
            return new Answer.Done("L’étiquette s’imprime encore.", Optional.of(id));
        });
    }

    /// The label counts no more; its things go where the reason says.
    ///
    /// @param token of the form; absent for a scan
    public Answer cancel(Station station, Optional<String> token, ItemCode code, VoidReason reason, Instant now) {
        return commands.run(station, token, now, Role.SORTER, work -> {
            Optional<KnownItem> item = item(work, code);
            if (item.isEmpty()) {
                return Refusal.UNKNOWN_CODE_HERE.with();
            }
            var verdict = VoidRules.judge(
                    item.get(),
                    Items.wholeMass(work.sql(), code).orElseThrow(),
                    reason == VoidReason.DISMANTLED ? Area.SORTING : cameFrom(work, code),
                    names(work, "SELECT ticket FROM open_ticket", code),
                    names(work, "SELECT transfer FROM open_transfer UNION ALL SELECT count FROM open_count", code),
                    reason,
                    work.context());
            return switch (verdict) {
                case VoidRules.Answered(var answer) -> answer;
                case VoidRules.Voided(var fact, var sentence) ->
                    Answer.recorded(work.writing().append(fact), sentence);
            };
        });
    }

    /// Where goods without a label go; what another terminal labelled goes to be sorted anew.
    private static Area cameFrom(Work work, ItemCode code) {
        return Items.ownLabelFact(work.sql(), code)
                .map(label -> label.from().area())
                .orElse(Area.SORTING);
    }

    private static boolean names(Work work, String kept, ItemCode code) {
        return work.sql().createQuery(kept).mapTo(String.class).stream().anyMatch(text -> text.contains(code.digits()));
    }

    /// Newest first.
    public List<Items.OwnLabel> last(int count) {
        return commands.store().read(sql -> Items.lastLabels(sql, count));
    }
}
