package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.text.French;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.TillChoices.Deed;
import fr.lamine.pos.till.TillChoices.Reason;
import fr.lamine.pos.till.TillChoices.Reducing;
import fr.lamine.pos.till.TillChoices.Vouching;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.TillPanel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// The forms of prices and reductions, and of the manager who allows what a cashier may not: for one deed, at once.
final class PriceDesk {

    private final Till till;
    private final Returns returns;
    private final Managers managers;
    private final Station station;
    private final TillChoices chosen;
    private final Texts texts;
    private final InstantSource clock;
    private final Function<Supplier<Answer>, Answer> changing;

    /// @param changing what every change of the ticket goes through
    PriceDesk(
            Till till,
            Returns returns,
            Managers managers,
            Station station,
            TillChoices chosen,
            Texts texts,
            InstantSource clock,
            Function<Supplier<Answer>, Answer> changing) {
        this.till = till;
        this.returns = returns;
        this.managers = managers;
        this.station = station;
        this.chosen = chosen;
        this.texts = texts;
        this.clock = clock;
        this.changing = changing;
    }

    /// A price was typed or tapped: it may need a reason first.
    Optional<BandView> price(
            Form form, Optional<Integer> line, Optional<CategoryCode> category, Optional<Money> price) {
        Answer answer = changing.apply(() -> priced(form.token(), line, category, price, Grounds.NONE));
        if (answer instanceof Answer.Asked(var question, var _, var _)
                && question == Question.PRICE_REASON
                && price.isPresent()) {
            chosen.panel = new Reason(line, category, price.get());
            return Optional.empty();
        }
        if (answer instanceof Answer.Done && category.isPresent()) {
            chosen.close();
        }
        return TillPage.said(answer);
    }

    private Answer priced(
            String token,
            Optional<Integer> line,
            Optional<CategoryCode> category,
            Optional<Money> price,
            Grounds grounds) {
        return line.isPresent()
                ? till.changePrice(station, token, line.get(), price, grounds, clock.instant())
                : till.addCategory(station, token, category.orElseThrow(), price, 1, grounds, clock.instant());
    }

    Optional<BandView> reason(Form form) {
        if (!(chosen.panel instanceof Reason(var line, var category, var price))) {
            return Optional.empty();
        }
        String why = texts.word(form.constant("reason", TillPanel.PriceReason.class));
        return did(form, new TillChoices.Priced(line, category, price, why));
    }

    /// Of the line that is chosen, or of the whole ticket.
    Optional<BandView> reducing(Form form) {
        if (!till.ticket(station).tenders().isEmpty()) {
            return Bands.refused(Refusal.TICKET_BEING_PAID);
        }
        Optional<Integer> line = form.filled("whole", 4).isPresent() ? Optional.empty() : chosen.line();
        chosen.panel = new Reducing(line, texts.word(TillPanel.ReductionReason.values()[0]));
        return Optional.empty();
    }

    Optional<BandView> reducingReason(Form form) {
        if (chosen.panel instanceof Reducing(var line, var _)) {
            chosen.panel = new Reducing(line, texts.word(form.constant("reason", TillPanel.ReductionReason.class)));
        }
        return Optional.empty();
    }

    Optional<BandView> share(Form form) {
        int share = form.number("share");
        if (share < 1 || share > 100) {
            return Bands.refused(Refusal.BAD_AMOUNT);
        }
        return reduce(form, (kind, why) -> Optional.of(Off.share(kind, share * 100, why)));
    }

    Optional<BandView> amount(Form form) {
        Optional<Money> amount =
                form.filled("entry", 12).flatMap(French::parseEuros).filter(Money::isPositive);
        return amount.isEmpty()
                ? Bands.refused(Refusal.BAD_AMOUNT)
                : reduce(form, (kind, why) -> Optional.of(Off.amount(kind, amount.get(), why)));
    }

    Optional<BandView> nothing(Form form) {
        return reduce(form, (_, _) -> Optional.empty());
    }

    private Optional<BandView> reduce(Form form, BiFunction<Reduction.Kind, String, Optional<Off>> what) {
        if (!(chosen.panel instanceof Reducing(var line, var why))) {
            return Optional.empty();
        }
        Optional<Off> off = what.apply(line.isPresent() ? Reduction.Kind.LINE : Reduction.Kind.TICKET, why);
        return did(form, new TillChoices.Reduced(line, off));
    }

    /// Does it, or asks for somebody who may.
    private Optional<BandView> did(Form form, Deed deed) {
        Answer answer = done(form, deed, Optional.empty());
        if (answer instanceof Answer.Refused(var refusal, var sentence, var _)
                && (refusal == Refusal.REDUCTION_TOO_LARGE || refusal == Refusal.PRICE_TOO_LOW)
                && !managers.isNobody()) {
            chosen.close();
            chosen.panel = new Vouching(deed, sentence, managers.only(), "");
            return Optional.empty();
        }
        return TillPage.said(answer);
    }

    private Answer done(Form form, Deed deed, Optional<OperatorCode> manager) {
        Answer answer = changing.apply(() -> switch (deed) {
            case TillChoices.Reduced(var line, var off) ->
                till.reduce(station, form.token(), line, off, manager, clock.instant());
            case TillChoices.BroughtBack(var of, var category, var price, var reason) ->
                returns.bringBackUnverified(
                        station,
                        form.token(),
                        of,
                        category,
                        Optional.of(price),
                        reason,
                        manager.orElseThrow(),
                        clock.instant());
            case TillChoices.Priced(var line, var category, var price, var why) ->
                priced(form.token(), line, category, Optional.of(price), new Grounds(Optional.of(why), manager));
        });
        if (answer instanceof Answer.Done) {
            chosen.close();
        }
        return answer;
    }

    Optional<BandView> manager(Form form) {
        if (chosen.panel instanceof Vouching(var deed, var why, var _, var _)) {
            chosen.panel = new Vouching(deed, why, Optional.of(Managers.who(form)), "");
        }
        return Optional.empty();
    }

    Answer verified(Form form) {
        return managers.verify(form, clock.instant());
    }

    Optional<BandView> vouched(Form form, Answer answer) {
        if (!(chosen.panel instanceof Vouching(var deed, var why, var _, var _))) {
            return Optional.empty();
        }
        OperatorCode who = Managers.who(form);
        return switch (answer) {
            case Answer.Done _ when managers.isOne(who) -> TillPage.said(done(form, deed, Optional.of(who)));
            case Answer.Done _ -> Bands.refused(Refusal.NOT_YOUR_MODE);
            case Answer.Refused(var _, var sentence, var _) -> {
                chosen.panel = new Vouching(deed, why, Optional.of(who), sentence);
                yield Optional.empty();
            }
            case Answer.Asked _ -> throw new IllegalStateException("a code asks nothing back");
        };
    }
}
