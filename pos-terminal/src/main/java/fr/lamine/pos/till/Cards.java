package fr.lamine.pos.till;

import fr.lamine.hardware.cardterminal.CardResult;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.till.CardPayment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The commands of payments over the card terminal. What was asked is never asked again by itself: an answer that does
/// not come is a question to a person.
public final class Cards {

    private final Till till;

    public Cards(Till till) {
        this.till = till;
    }

    /// What an earlier process was waiting for when it ended is in doubt.
    public void recover(Instant now) {
        if (!till.commands().store().read(CardPayments::hasAsked)) {
            return;
        }
        till.commands().store().write(now, writing -> {
            CardPayments.doubtAll(writing.sql(), "Le poste s’est arrêté pendant le paiement.");
            return true;
        });
    }

    Optional<CardPayment> open(Station station) {
        return till.commands().store().read(sql -> CardPayments.open(sql, station.code()));
    }

    /// @param amount absent when it could not be read
    /// @param begin  sends it, once it is written down; no second post of the same form does
    Answer ask(Station station, String token, Optional<Money> amount, Consumer<CardPayment> begin, Instant now) {
        AtomicReference<CardPayment> asked = new AtomicReference<>();
        Answer answer = till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (amount.filter(Money::isPositive).isEmpty()) {
                return Refusal.BAD_AMOUNT.with();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            List<TenderLine> tenders = and(ticket, new TenderLine(Tender.CARD, amount.get()));
            Optional<Answer> no = CardPayments.pending(work.sql(), station.code())
                    .or(() -> SellingRules.judge(work.book(), work.context().businessDay()))
                    .or(() -> refusal(station, work, ticket, tenders));
            if (no.isPresent()) {
                return no.get();
            }
            asked.set(CardPayments.ask(
                    work.sql(), station.code(), amount.get(), work.context().operator(), now));
            return Answer.done("Suivez le terminal de carte.");
        });
        Optional.ofNullable(asked.get()).ifPresent(begin);
        return answer;
    }

    private Optional<Answer> refusal(Station station, Work work, OpenTicket ticket, List<TenderLine> tenders) {
        return switch (PaymentRules.judge(ticket, tenders, work.catalog().till().cashCap())) {
            case PaymentRules.No(var why) -> Optional.of(why);
            case PaymentRules.Owed(var back) -> Optional.of(Refusal.REFUND_FIRST.with(French.euros(back)));
            case PaymentRules.Missing _, PaymentRules.Paid _ -> till.overtaken(station, work, ticket, tenders);
        };
    }

    /// What the terminal said, or did not say.
    Answer came(Station station, CardPayment asked, CardResult result, Instant now) {
        return till.commands().after(station, asked.operator(), now, work -> {
            CardPayment payment = CardPayments.find(work.sql(), asked.id()).orElseThrow();
            if (!payment.isOpen()) {
                return tooLate(work, payment, result);
            }
            return switch (result) {
                case CardResult.Paid(var _, var authorisation) -> {
                    CardPayments.become(work.sql(), payment, State.PAID, authorisation);
                    Optional<String> reference = Optional.of(authorisation).filter(a -> !a.isEmpty());
                    yield paid(station, work, payment, reference, Word.DEVICE);
                }
                case CardResult.Declined(var reason) -> {
                    CardPayments.become(work.sql(), payment, State.DECLINED, reason);
                    yield Refusal.CARD_DECLINED.with(reason);
                }
                case CardResult.Unreachable _ -> {
                    CardPayments.become(work.sql(), payment, State.UNREACHED, "");
                    yield Refusal.CARD_UNREACHABLE.with();
                }
                case CardResult.Unknown(var reason) -> {
                    if (payment.state() == State.ASKED) {
                        CardPayments.become(work.sql(), payment, State.DOUBTFUL, reason);
                    }
                    yield Answer.done("Regardez le terminal de carte.");
                }
            };
        });
    }

    /// A person answered before the terminal did.
    private static Answer tooLate(Work work, CardPayment payment, CardResult result) {
        if (payment.state() != State.SAID_UNPAID || !(result instanceof CardResult.Paid)) {
            return Answer.done("");
        }
        note(work, payment, "le terminal dit payé après la réponse");
        return Refusal.CARD_PAID_LATE.with(French.euros(payment.amount()));
    }

    /// The money is taken, whatever else stands in the way: then the ticket keeps it until it can be finished.
    private Answer paid(Station station, Work work, CardPayment payment, Optional<String> reference, Word word) {
        OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
        List<TenderLine> tenders =
                and(ticket, new TenderLine(Tender.CARD, payment.amount(), reference, Optional.empty(), word));
        Answer answer = till.settle(station, work, ticket, tenders, true);
        if (!(answer instanceof Answer.Done)) {
            OpenTickets.keep(work.sql(), station.code(), ticket.paying(tenders));
        }
        return answer;
    }

    private static List<TenderLine> and(OpenTicket ticket, TenderLine card) {
        List<TenderLine> tenders = new ArrayList<>(ticket.tenders());
        tenders.add(card);
        return tenders;
    }

    /// Nobody waits any longer for the terminal: a person says what stands on it.
    Answer giveUp(Station station, String token, Instant now) {
        return till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            CardPayments.open(work.sql(), station.code())
                    .filter(payment -> payment.state() == State.ASKED)
                    .ifPresent(payment ->
                            CardPayments.become(work.sql(), payment, State.DOUBTFUL, "L’attente a été abandonnée."));
            return Answer.done("");
        });
    }

    /// A person has looked at the terminal.
    Answer say(Station station, String token, boolean accepted, Instant now) {
        return till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<CardPayment> open = CardPayments.open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_CARD_DOUBT.with();
            }
            CardPayment payment = open.get();
            if (payment.state() != State.DOUBTFUL) {
                return Refusal.CARD_PENDING.with();
            }
            note(work, payment, payment.said() + " Réponse\u202f: " + (accepted ? "accepté" : "non accepté"));
            CardPayments.become(work.sql(), payment, accepted ? State.SAID_PAID : State.SAID_UNPAID, payment.said());
            return accepted
                    ? paid(station, work, payment, Optional.empty(), Word.AFTER_DOUBT)
                    : Answer.done("Rien n’est payé par carte.");
        });
    }

    private static void note(Work work, CardPayment payment, String what) {
        String said = "Carte " + French.euros(payment.amount()) + ", demande " + payment.id() + "\u202f: " + what;
        work.writing()
                .append(new TillFact.TechnicalNoted(
                        work.context(), TechnicalEvent.CARD_IN_DOUBT, said.substring(0, Math.min(said.length(), 200))));
    }
}
