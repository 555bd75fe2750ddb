package fr.lamine.pos.till;

import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands of what is handed over piece by piece: one more, one taken back, the end of it.
final class Tendering {

    private final Till till;

    Tendering(Till till) {
        this.till = till;
    }

    /// Once it is enough the sale is recorded.
    Answer hand(Station station, String token, TenderLine tender, Instant now) {
        return till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            List<TenderLine> tenders = new ArrayList<>(ticket.tenders());
            tenders.add(tender);
            return till.settle(station, work, ticket, tenders, true);
        });
    }

    /// Records the sale with what was handed over: all of it is there, and something stood in the way.
    Answer finish(Station station, String token, Instant now) {
        return till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            return till.settle(station, work, ticket, ticket.tenders(), false);
        });
    }

    /// Gives one of the things handed over back. What a card terminal has accepted must be cancelled there first: the
    /// same thing done again says so.
    ///
    /// @param place of it among the ticket's, from 0
    Answer takeBack(Station station, String token, int place, Instant now) {
        return till.commands().run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Optional<Answer> pending = CardPayments.pending(work.sql(), station.code());
            if (pending.isPresent()) {
                return pending.get();
            }
            if (place >= ticket.tenders().size()) {
                return Refusal.NO_SUCH_TENDER.with();
            }
            List<TenderLine> rest = new ArrayList<>(ticket.tenders());
            TenderLine gone = rest.remove(place);
            if (gone.word() != Word.CASHIER) {
                Answer.Asked asked = Question.CARD_CANCELLED.about(
                        place + " " + gone.reference().orElse(""), French.euros(gone.amount()));
                if (!ticket.asked().equals(Optional.of(Change.key(asked)))) {
                    OpenTickets.keep(work.sql(), station.code(), ticket.asking(Change.key(asked)));
                    return asked;
                }
                note(work, gone);
            }
            OpenTickets.keep(work.sql(), station.code(), ticket.paying(rest));
            return Answer.done("Repris\u202f: " + French.euros(gone.amount()) + ".");
        });
    }

    private static void note(Work work, TenderLine card) {
        String reference = card.reference().map(code -> " (" + code + ")").orElse("");
        work.writing()
                .append(new TillFact.TechnicalNoted(
                        work.context(),
                        TechnicalEvent.CARD_IN_DOUBT,
                        "Carte " + French.euros(card.amount()) + reference
                                + "\u202f: acceptée, puis dite annulée sur le terminal"));
    }

    /// What a card terminal accepted is not forgotten by the way.
    static Optional<Answer.Refused> byCard(List<TenderLine> tenders) {
        Money taken = tenders.stream()
                .filter(tender -> tender.word() != Word.CASHIER)
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
        return taken.isPositive() ? Optional.of(Refusal.CARD_TAKEN.with(French.euros(taken))) : Optional.empty();
    }
}
