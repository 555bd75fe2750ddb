package fr.lamine.pos.labelling;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.text.French;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides whether a label may be voided, and where its things go then.
public final class VoidRules {

    private VoidRules() {}

    public sealed interface Verdict {}

    public record Voided(Fact.LabelVoided fact, String sentence) implements Verdict {}

    public record Answered(Answer answer) implements Verdict {}

    /// @param whole    mass of all pieces of the label
    /// @param back     where goods without a label go from here
    /// @param onTicket whether a ticket of this terminal, open or held, names it
    /// @param onList   whether a transfer or a count that is going on names it
    public static Verdict judge(
            KnownItem item,
            Mass whole,
            Area back,
            boolean onTicket,
            boolean onList,
            VoidReason reason,
            Context context) {
        Optional<Answer> no = refusal(item, onTicket, onList);
        if (no.isPresent()) {
            return new Answered(no.get());
        }
        Mass mass = item.sold() == 0 ? whole : item.pieceMass().times(item.left());
        Fact.LabelVoided fact = new Fact.LabelVoided(
                context,
                item.code(),
                item.category(),
                item.left(),
                mass,
                reason,
                Account.place(context.site(), Area.SHOP),
                switch (reason) {
                    case MISTAKE, DISMANTLED -> Account.place(context.site(), back);
                    case BROKEN -> new Account.Adjustment(context.site(), Cause.BREAKAGE);
                    case THROWN_AWAY -> Account.gone(Outcome.WASTE);
                });
        return new Voided(fact, sentence(fact));
    }

    private static Optional<Answer> refusal(KnownItem item, boolean onTicket, boolean onList) {
        if (item.voided().isPresent()) {
            return Optional.of(Refusal.VOIDED_LABEL.with());
        }
        if (item.left() < 1) {
            return Optional.of(Refusal.GONE_LABEL.with());
        }
        if (item.reservedFor().isPresent()) {
            return Optional.of(Refusal.RESERVED_LABEL.with(item.reservedFor().get()));
        }
        if (onTicket) {
            return Optional.of(Refusal.LABEL_ON_TICKET.with());
        }
        return onList ? Optional.of(Refusal.LABEL_ON_LIST.with()) : Optional.empty();
    }

    private static String sentence(Fact.LabelVoided fact) {
        String kilos = French.kg(fact.mass());
        return switch (fact.reason()) {
            case MISTAKE -> "Étiquette annulée. " + kilos + " sont de nouveau sans étiquette.";
            case BROKEN -> "Étiquette annulée, " + kilos + " cassés.";
            case THROWN_AWAY -> "Étiquette annulée, " + kilos + " jetés.";
            case DISMANTLED -> "Étiquette annulée, " + kilos + " à démonter.";
        };
    }
}
