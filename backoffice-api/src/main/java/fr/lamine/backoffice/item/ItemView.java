package fr.lamine.backoffice.item;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.backoffice.fact.Story;
import fr.lamine.backoffice.fact.Storyteller;
import fr.lamine.backoffice.intake.WeighInList;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.sync.ItemState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The page of one item.
///
/// @param item    absent when it was sold and never labelled
/// @param origins the last weighings of its category before its label: where it may come from
/// @param steps   in the order in which they occurred
public record ItemView(
        Names names,
        ItemCode code,
        Optional<ItemState> item,
        List<WeighInList.Row> origins,
        List<Step> steps,
        List<InboxDao.Row> discrepancies) {

    public record Step(FactId fact, Context context, Story story, boolean sold) {

        Instant at() {
            return context.occurredAt();
        }
    }

    static Step step(StoredEntry entry, Fact fact, ItemCode code, Storyteller teller) {
        return fact instanceof Fact.Sale sale
                ? new Step(entry.id(), fact.context(), teller.tellSold(sale, code), true)
                : new Step(entry.id(), fact.context(), teller.tell(fact), false);
    }

    public long left() {
        return item.map(i -> (long) i.pieces() - i.sold()).orElse(0L);
    }
}
