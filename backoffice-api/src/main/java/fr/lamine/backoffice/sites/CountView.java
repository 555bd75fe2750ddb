package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.count.CountDao;
import fr.lamine.backoffice.count.Found;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.text.French;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One count beside the books.
///
/// @param shown     the difference in words; empty when nothing differs
/// @param discarded a manager said that it was no good
/// @param newer     a later count of the same goods that nobody has posted yet
public record CountView(
        Names names,
        CountDao.Count count,
        List<Line> lines,
        List<Posting> postings,
        String shown,
        boolean discarded,
        Optional<FactId> newer) {

    public CountView {
        lines = List.copyOf(lines);
        postings = List.copyOf(postings);
    }

    /// What differs or was posted.
    ///
    /// @param books   ready to be read
    /// @param counted ready to be read
    public record Line(
            Optional<ItemCode> item, CategoryCode category, String books, String counted, String difference) {}

    public record Posting(FactId fact, OperatorCode operator, Instant at, String reason) {}

    /// A row of the list.
    public record Row(
            FactId id, Place place, String what, OperatorCode operator, Instant at, long pieces, State state) {}

    public enum State {
        AGREES,
        /// It differs, and nobody has posted that.
        WAITS,
        POSTED,
        DISCARDED
    }

    static Line line(Found found) {
        boolean labelled = found.item().isPresent();
        long difference = found.difference();
        return new Line(
                found.item(),
                found.category(),
                amount(found.books(), labelled),
                amount(found.counted(), labelled),
                (difference > 0 ? "+" : "") + amount(difference, labelled));
    }

    private static String amount(long number, boolean labelled) {
        return labelled ? French.count(number) : French.kg(Mass.grams(number));
    }

    public FactId id() {
        return count.id();
    }

    public Place place() {
        return count.place();
    }

    public String when() {
        return names.moment(count.ended(), count.place().site());
    }

    public String operator() {
        return count.operator().code();
    }

    public String what() {
        return what(names, count.categories());
    }

    static String what(Names names, List<CategoryCode> categories) {
        return categories.isEmpty()
                ? ""
                : String.join(", ", categories.stream().map(names::category).toList());
    }

    public boolean mayPost() {
        return !shown.isEmpty() && !discarded;
    }
}
