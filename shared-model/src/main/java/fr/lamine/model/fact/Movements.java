package fr.lamine.model.fact;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.Fact.Exported;
import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.Fact.JournalOpened;
import fr.lamine.model.fact.Fact.KeyChanged;
import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.fact.Fact.Labelled;
import fr.lamine.model.fact.Fact.ReferenceChanged;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.Fact.TerminalEnrolled;
import fr.lamine.model.fact.Fact.WeighIn;
import fr.lamine.model.fact.Fact.WeighInReversed;
import fr.lamine.model.fact.OnlineFact.ItemPublished;
import fr.lamine.model.fact.OnlineFact.ItemWithdrawn;
import fr.lamine.model.fact.OnlineFact.OrderCancelled;
import fr.lamine.model.fact.OnlineFact.OrderDispatched;
import fr.lamine.model.fact.OnlineFact.OrderReceived;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.Collected;
import fr.lamine.model.fact.TillFact.DuplicatePrinted;
import fr.lamine.model.fact.TillFact.GivenAway;
import fr.lamine.model.fact.TillFact.LineVoided;
import fr.lamine.model.fact.TillFact.TechnicalNoted;
import fr.lamine.model.fact.TillFact.TicketAbandoned;
import fr.lamine.model.fact.TillFact.TillOpened;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Movement;
import fr.lamine.model.stock.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a fact moves in the ledger of mass, read from the fact alone.
public final class Movements {

    private Movements() {}

    public static List<Movement> of(Fact fact) {
        return switch (fact) {
            case WeighIn w ->
                weighed(
                        w.from(),
                        w.to(),
                        w.was(),
                        w.category(),
                        w.weight(),
                        w.weight().net());
            case WeighInReversed r ->
                weighed(
                        r.from(),
                        r.to(),
                        r.was(),
                        r.category(),
                        r.weight(),
                        r.weight().net().negated());
            case Labelled l -> List.of(labelled(l));
            case LabelVoided v -> List.of(voided(v));
            case Sale s -> traded(s);
            case GivenAway g -> List.of(given(g));
            case Collected c -> List.of(collected(c));
            case OrderDispatched d -> sent(d);
            case SiteFact site -> SiteMovements.of(site);
            case JournalOpened _,
                    JournalContinues _,
                    KeyChanged _,
                    TerminalEnrolled _,
                    ReferenceChanged _,
                    DiscrepancySettled _,
                    ItemPublished _,
                    ItemWithdrawn _,
                    OrderReceived _,
                    OrderCancelled _,
                    Exported _,
                    TillOpened _,
                    CashMoved _,
                    Closing _,
                    LineVoided _,
                    TicketAbandoned _,
                    DuplicatePrinted _,
                    TechnicalNoted _ -> List.of();
        };
    }

    /// Goods sorted out of a load take their new category where they stand and only then go elsewhere, so that what
    /// leaves leaves under its own name. A correction has its sign turned, so that tonnage in and out both go back.
    private static List<Movement> weighed(
            Account from, Account to, Optional<CategoryCode> was, CategoryCode category, Weight weight, Mass grams) {
        Stream<Movement> sorted = was.stream().map(before -> weighed(from, from, before, category, weight, grams));
        Stream<Movement> gone =
                from.equals(to) ? Stream.empty() : Stream.of(weighed(from, to, category, category, weight, grams));
        return Stream.concat(sorted, gone).toList();
    }

    private static Movement weighed(
            Account from, Account to, CategoryCode was, CategoryCode category, Weight weight, Mass grams) {
        return new Movement(
                from,
                to,
                was,
                category,
                grams,
                0,
                Optional.empty(),
                weight.provenance().kind());
    }

    private static Movement labelled(Labelled l) {
        return new Movement(
                l.from(),
                l.to(),
                l.category(),
                l.category(),
                l.mass(),
                l.pieces(),
                Optional.of(l.code()),
                l.provenance().kind());
    }

    private static Movement voided(LabelVoided v) {
        return new Movement(
                v.from(),
                v.to(),
                v.category(),
                v.category(),
                v.mass(),
                v.pieces(),
                Optional.of(v.code()),
                MassProvenance.Kind.LABEL);
    }

    private static List<Movement> traded(Sale s) {
        SiteCode site = s.context().site();
        return Stream.concat(
                        s.lines().stream()
                                .filter(line -> line.mass().isPositive())
                                .map(line -> sold(site, line)),
                        s.returns().stream().map(Movements::returned))
                .toList();
    }

    /// What is collected later waits apart, so that nobody sells it twice.
    private static Movement sold(SiteCode site, SaleLine line) {
        Account to = line.pickUp().isPresent() ? Account.place(site, Area.RESERVED) : Account.gone(Outcome.SOLD);
        return goods(Account.place(site, Area.SHOP), to, line);
    }

    private static Movement collected(Collected c) {
        return goods(Account.place(c.context().site(), Area.RESERVED), Account.gone(Outcome.SOLD), c.goods());
    }

    private static Movement returned(ReturnLine line) {
        return new Movement(
                Account.gone(Outcome.SOLD),
                line.to(),
                line.category(),
                line.category(),
                line.mass(),
                line.item().isPresent() ? line.pieces() : 0,
                line.item(),
                line.provenance().kind());
    }

    /// A parcel leaves the shelf as a sale does. Whether the things stood aside by then depends on what else
    /// happened to them, so the books of the item tell it, not this fact.
    private static List<Movement> sent(OrderDispatched d) {
        Account from = Account.place(d.context().site(), Area.SHOP);
        Account to =
                new Account.Gone(Outcome.SOLD, Optional.of(d.order().channel().code()));
        return d.lines().stream()
                .map(line -> new Movement(
                        from,
                        to,
                        line.category(),
                        line.category(),
                        line.mass(),
                        1,
                        Optional.of(line.item()),
                        MassProvenance.Kind.LABEL))
                .toList();
    }

    private static Movement given(GivenAway g) {
        return new Movement(
                Account.place(g.context().site(), Area.SHOP),
                Account.gone(Outcome.GIVEN),
                g.category(),
                g.category(),
                g.mass(),
                g.item().isPresent() ? g.pieces() : 0,
                g.item(),
                g.provenance().kind());
    }

    private static Movement goods(Account from, Account to, SaleLine line) {
        return new Movement(
                from,
                to,
                line.category(),
                line.category(),
                line.mass(),
                line.item().isPresent() ? line.pieces() : 0,
                line.item(),
                line.provenance().kind());
    }
}
