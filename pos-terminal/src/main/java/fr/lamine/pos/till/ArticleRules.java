package fr.lamine.pos.till;

import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.text.French;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Decides what the articles of the house, a gift, a member's card and the scale make of the open ticket. Campaigns and
/// markdowns leave articles alone: their price is their own.
final class ArticleRules {

    private static final String ROUNDED = "Arrondi solidaire";
    private static final String CARD = "[A-Za-z0-9-]{1,40}";

    private ArticleRules() {}

    /// @param said what the customer or the cashier says it costs; taken only when the article has no price
    static Change add(
            OpenTicket ticket, Optional<Article> article, Optional<Money> said, Catalog catalog, long tableRevision) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        if (no.isPresent() || article.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.UNKNOWN_ARTICLE.with()));
        }
        Article wanted = article.get();
        Optional<Money> price = wanted.price().or(() -> said).filter(TicketRules::isPrice);
        if (price.isEmpty()) {
            return Change.refused(ticket, Refusal.BAD_AMOUNT.with());
        }
        if (!price.get().isPositive()) {
            return Change.refused(
                    ticket, (wanted.kind().isGoods() ? Refusal.FREE_OF_CHARGE : Refusal.BAD_AMOUNT).with());
        }
        return switch (wanted.kind()) {
            case BAG, FREE_PRICE -> goods(ticket, wanted, price.get(), catalog, tableRevision);
            case SERVICE -> TicketRules.add(ticket, service(ticket, wanted, price.get()));
            case DUES -> TicketRules.extra(ticket, extra(ExtraLine.Kind.DUES, wanted.name(), price.get()));
            case GIFT -> TicketRules.extra(ticket, extra(ExtraLine.Kind.GIFT, wanted.name(), price.get()));
        };
    }

    private static Change goods(OpenTicket ticket, Article article, Money price, Catalog catalog, long tableRevision) {
        CategoryCode category = article.category().orElseThrow();
        Optional<Mass> mass =
                catalog.averagePiece(category).map(average -> article.mass().orElse(average));
        if (mass.isEmpty()) {
            return Change.refused(ticket, Refusal.UNKNOWN_CATEGORY.with());
        }
        return TicketRules.add(
                ticket,
                new TicketLine(
                        ticket.nextId(),
                        article.name(),
                        Optional.empty(),
                        LineOrigin.CATEGORY_KEY,
                        category,
                        1,
                        price,
                        article.price().isPresent() ? PriceOrigin.ARTICLE : PriceOrigin.FREE,
                        mass.get(),
                        new MassProvenance.Average(tableRevision),
                        Optional.empty()));
    }

    private static TicketLine service(OpenTicket ticket, Article article, Money price) {
        return new TicketLine(
                ticket.nextId(),
                article.name(),
                Optional.empty(),
                LineOrigin.SERVICE_KEY,
                Catalog.UNCLASSIFIED,
                1,
                price,
                article.price().isPresent() ? PriceOrigin.ARTICLE : PriceOrigin.TYPED,
                Mass.ZERO,
                new MassProvenance.Typed(),
                Optional.empty());
    }

    private static ExtraLine extra(ExtraLine.Kind kind, String label, Money amount) {
        return new ExtraLine(kind, label, amount, Optional.empty());
    }

    static Optional<Article> gift(Catalog catalog) {
        return catalog.till().articles().stream()
                .filter(article -> article.kind() == Article.Kind.GIFT)
                .findFirst();
    }

    /// The totals that a ticket can be rounded up to: the next whole euro, when it is none, and the next five.
    static List<Money> roundings(Money total) {
        return total.isPositive()
                ? LongStream.of(100, 500)
                        .map(step -> Math.ceilDiv(total.cents(), step) * step)
                        .filter(cents -> cents > total.cents())
                        .distinct()
                        .mapToObj(Money::cents)
                        .toList()
                : List.of();
    }

    /// The difference becomes a gift.
    ///
    /// @param to one of the roundings that stood on the screen
    static Change roundUp(OpenTicket ticket, Optional<Money> to, Catalog catalog) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        if (gift(catalog).isEmpty()) {
            return Change.refused(ticket, Refusal.UNKNOWN_ARTICLE.with());
        }
        return to.filter(roundings(ticket.total())::contains)
                .map(total ->
                        TicketRules.extra(ticket, extra(ExtraLine.Kind.GIFT, ROUNDED, total.minus(ticket.total()))))
                .orElseGet(() -> Change.refused(ticket, Refusal.NOT_ROUNDED.with()));
    }

    /// A member's card is shown; another one takes its place.
    static Change member(OpenTicket ticket, String card) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return card.matches(CARD)
                ? Change.done(ticket.of(Optional.of(card)), "Carte " + card + ".")
                : Change.refused(ticket, Refusal.UNKNOWN_CODE.with());
    }

    static Change withoutMember(OpenTicket ticket) {
        return TicketRules.mayChange(ticket)
                .orElseGet(() -> Change.done(ticket.of(Optional.empty()), "Le ticket est sans carte."));
    }

    /// Whether the scale may tell what a line weighs: goods without a label, whose grams are an average.
    static boolean mayBeWeighed(TicketLine line) {
        return line.origin() == LineOrigin.CATEGORY_KEY;
    }

    /// All pieces of a line lie on the scale: their grams take the place of the average. The price stays.
    static Change weigh(OpenTicket ticket, int id, NetWeight net, Catalog catalog) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        if (!mayBeWeighed(line.get())) {
            return Change.refused(ticket, Refusal.NOT_WEIGHED.with());
        }
        return switch (net) {
            case NetWeight.No(var refusal) -> Change.refused(ticket, refusal.with());
            case NetWeight.Net(var weight) -> weighed(ticket, line.get(), weight, catalog);
        };
    }

    private static Change weighed(OpenTicket ticket, TicketLine line, Weight weight, Catalog catalog) {
        String kilos = French.kg(weight.net());
        Answer.Asked asked = Question.UNUSUAL_WEIGHT.about(line.category().code(), kilos, line.label());
        boolean unusual = catalog.category(line.category())
                .filter(category -> weight.net().compareTo(category.questionAbove()) > 0)
                .isPresent();
        return unusual && !TicketRules.isYes(ticket, asked)
                ? Change.asked(ticket, asked)
                : Change.done(ticket.changing(line.id(), l -> l.weighing(weight)), line.label() + ", " + kilos + ".");
    }
}
