package fr.lamine.model.journal;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import java.util.Optional;
import java.util.Set;

/// Name and version of each fact in the journal. A fact is written in its latest version; [OldBodies] reads the others.
public final class FactTypes {

    private static final Set<Class<? extends Fact>> CHAIN =
            Set.of(Fact.JournalOpened.class, Fact.JournalContinues.class, Fact.KeyChanged.class, Fact.Exported.class);

    private FactTypes() {}

    public static String typeOf(Fact fact) {
        return switch (fact) {
            case Fact.JournalOpened _ -> "journal-opened.1";
            case Fact.JournalContinues _ -> "journal-continues.2";
            case Fact.KeyChanged _ -> "key-changed.1";
            case Fact.WeighIn _ -> "weigh-in.2";
            case Fact.WeighInReversed _ -> "weigh-in-reversed.2";
            case Fact.Labelled _ -> "labelled.1";
            case Fact.LabelVoided _ -> "label-voided.1";
            case Fact.Sale _ -> "sale.2";
            case Fact.TerminalEnrolled _ -> "terminal-enrolled.1";
            case Fact.ReferenceChanged _ -> "reference-changed.2";
            case Fact.DiscrepancySettled _ -> "discrepancy-settled.1";
            case Fact.Exported _ -> "exported.1";
            case TillFact.TillOpened _ -> "till-opened.1";
            case TillFact.CashMoved _ -> "cash-moved.1";
            case TillFact.Closing _ -> "closing.1";
            case TillFact.LineVoided _ -> "line-voided.1";
            case TillFact.TicketAbandoned _ -> "ticket-abandoned.1";
            case TillFact.DuplicatePrinted _ -> "duplicate-printed.1";
            case TillFact.TechnicalNoted _ -> "technical-noted.1";
            case TillFact.Collected _ -> "collected.1";
            case TillFact.GivenAway _ -> "given-away.1";
            case OnlineFact.ItemPublished _ -> "item-published.1";
            case OnlineFact.ItemWithdrawn _ -> "item-withdrawn.1";
            case OnlineFact.OrderReceived _ -> "order-received.1";
            case OnlineFact.OrderDispatched _ -> "order-dispatched.1";
            case OnlineFact.OrderCancelled _ -> "order-cancelled.1";
            case SiteFact.TransferSent _ -> "transfer-sent.1";
            case SiteFact.TransferReceived _ -> "transfer-received.1";
            case SiteFact.TransferSettled _ -> "transfer-settled.1";
            case SiteFact.Counted _ -> "counted.1";
            case SiteFact.CountPosted _ -> "count-posted.1";
        };
    }

    /// Weighings are no matter of the tax office (BOI-TVA-DECLA-30-10-30 § 30): an archive may hold their hash in place
    /// of
    /// their body. Labels stay, because their numbers are part of the perpetual totals.
    public static boolean isOutsideFiscalPerimeter(String type) {
        return type.matches("(weigh-in|weigh-in-reversed)\\.[0-9]+");
    }

    /// Such a fact brings a key, or says how far an export goes.
    static boolean concernsTheChain(String type) {
        return recordOf(type).filter(CHAIN::contains).isPresent();
    }

    /// Empty for a type that this version does not know.
    static Optional<Class<? extends Fact>> recordOf(String type) {
        return switch (type) {
            case "journal-opened.1" -> Optional.of(Fact.JournalOpened.class);
            case "journal-continues.1", "journal-continues.2" -> Optional.of(Fact.JournalContinues.class);
            case "key-changed.1" -> Optional.of(Fact.KeyChanged.class);
            case "weigh-in.1", "weigh-in.2" -> Optional.of(Fact.WeighIn.class);
            case "weigh-in-reversed.1", "weigh-in-reversed.2" -> Optional.of(Fact.WeighInReversed.class);
            case "labelled.1" -> Optional.of(Fact.Labelled.class);
            case "label-voided.1" -> Optional.of(Fact.LabelVoided.class);
            case "sale.1", "sale.2" -> Optional.of(Fact.Sale.class);
            case "terminal-enrolled.1" -> Optional.of(Fact.TerminalEnrolled.class);
            case "reference-changed.1", "reference-changed.2" -> Optional.of(Fact.ReferenceChanged.class);
            case "discrepancy-settled.1" -> Optional.of(Fact.DiscrepancySettled.class);
            case "exported.1" -> Optional.of(Fact.Exported.class);
            case "till-opened.1" -> Optional.of(TillFact.TillOpened.class);
            case "cash-moved.1" -> Optional.of(TillFact.CashMoved.class);
            case "closing.1" -> Optional.of(TillFact.Closing.class);
            case "line-voided.1" -> Optional.of(TillFact.LineVoided.class);
            case "ticket-abandoned.1" -> Optional.of(TillFact.TicketAbandoned.class);
            case "duplicate-printed.1" -> Optional.of(TillFact.DuplicatePrinted.class);
            case "technical-noted.1" -> Optional.of(TillFact.TechnicalNoted.class);
            case "collected.1" -> Optional.of(TillFact.Collected.class);
            case "given-away.1" -> Optional.of(TillFact.GivenAway.class);
            case "item-published.1" -> Optional.of(OnlineFact.ItemPublished.class);
            case "item-withdrawn.1" -> Optional.of(OnlineFact.ItemWithdrawn.class);
            case "order-received.1" -> Optional.of(OnlineFact.OrderReceived.class);
            case "order-dispatched.1" -> Optional.of(OnlineFact.OrderDispatched.class);
            case "order-cancelled.1" -> Optional.of(OnlineFact.OrderCancelled.class);
            case "transfer-sent.1" -> Optional.of(SiteFact.TransferSent.class);
            case "transfer-received.1" -> Optional.of(SiteFact.TransferReceived.class);
            case "transfer-settled.1" -> Optional.of(SiteFact.TransferSettled.class);
            case "counted.1" -> Optional.of(SiteFact.Counted.class);
            case "count-posted.1" -> Optional.of(SiteFact.CountPosted.class);
            default -> Optional.empty();
        };
    }
}
