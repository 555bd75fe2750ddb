package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what leaves the shop free of charge (*sortie gratuite*): kilos and no euro, beside every ticket. A label
/// that seems to be gone already, or is promised online, is asked about and never refused: the thing lies on the
/// counter.
final class GiveRules {

    private GiveRules() {}

    /// What is to be given.
    ///
    /// @param qr       what its label told, when its QR was read
    /// @param category chosen on the screen: of goods without a label, or of a label that nobody here knows
    record Wanted(Optional<ItemCode> item, Optional<CheckedLabel> qr, Optional<CategoryCode> category) {

        static final Wanted NOTHING = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param left        pieces under its label that are believed to be here, those on the open ticket taken off
    /// @param reservedFor where it is promised online
    record Thing(
            Optional<ItemCode> item,
            CategoryCode category,
            String name,
            Mass piece,
            MassProvenance provenance,
            Optional<Integer> left,
            Optional<ChannelCode> reservedFor) {}

    sealed interface Verdict {}

    record Given(TillFact.GivenAway fact, String sentence) implements Verdict {}

    record Answered(Answer answer) implements Verdict {}

    /// @param known    what this terminal knows of the label
    /// @param onTicket pieces of the label that stand on the open ticket
    /// @return empty while it cannot be told what is meant
    static Optional<Thing> thing(
            Wanted wanted, Optional<KnownItem> known, int onTicket, Catalog catalog, long tableRevision) {
        if (known.isPresent()) {
            KnownItem item = known.get();
            String name = item.title().isBlank() ? name(item.category(), catalog) : item.title();
            return Optional.of(new Thing(
                    wanted.item(),
                    item.category(),
                    name,
                    item.pieceMass(),
                    new MassProvenance.Label(),
                    Optional.of(item.left() - onTicket),
                    item.reservedFor()));
        }
        if (wanted.qr().isPresent()) {
            CheckedLabel label = wanted.qr().get();
            return Optional.of(new Thing(
                    wanted.item(),
                    label.category(),
                    name(label.category(), catalog),
                    label.piece(),
                    new MassProvenance.Label(),
                    Optional.of(label.pieces() - onTicket),
                    Optional.empty()));
        }
        return wanted.category()
                .flatMap(catalog::category)
                .map(category -> new Thing(
                        wanted.item(),
                        category.code(),
                        category.name(),
                        catalog.averagePiece(category.code()).orElseThrow(),
                        new MassProvenance.Average(tableRevision),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String name(CategoryCode category, Catalog catalog) {
        return catalog.category(category).map(Category::name).orElse(category.code());
    }

    /// @param confirmed somebody looked, and it is here all the same
    static Verdict judge(
            Optional<Thing> thing, int pieces, Optional<GiftReason> reason, boolean confirmed, Context context) {
        if (thing.isEmpty()) {
            return new Answered(Refusal.NOTHING_TO_GIVE.with());
        }
        if (pieces < 1 || pieces > SaleLine.MAX_PIECES) {
            return new Answered(Refusal.BAD_PIECES.with());
        }
        if (reason.isEmpty()) {
            return new Answered(Refusal.NO_REASON.with());
        }
        Thing given = thing.get();
        Optional<Answer.Asked> asked = asked(given, pieces);
        if (!confirmed && asked.isPresent()) {
            return new Answered(asked.get());
        }
        TillFact.GivenAway fact = new TillFact.GivenAway(
                context,
                given.item(),
                given.category(),
                pieces,
                given.piece().times(pieces),
                given.provenance(),
                reason.get().words());
        String count = pieces == 1 ? "" : French.count(pieces) + " × ";
        return new Given(fact, "Donné\u202f: " + count + given.name() + ", " + French.kg(fact.mass()) + ".");
    }

    private static Optional<Answer.Asked> asked(Thing given, int pieces) {
        String label = given.item().map(ItemCode::digits).orElse("");
        if (given.left().filter(left -> left < 1).isPresent()) {
            return Optional.of(Question.GONE_ALREADY.about(label, given.name()));
        }
        if (given.reservedFor().isPresent()) {
            return Optional.of(Question.RESERVED_ONLINE.about(
                    label, given.name(), given.reservedFor().get()));
        }
        return given.left()
                .filter(left -> left < pieces)
                .map(left -> Question.MORE_THAN_LEFT.about(label, French.count(left), given.name()));
    }
}
