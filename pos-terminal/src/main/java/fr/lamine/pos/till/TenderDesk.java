package fr.lamine.pos.till;

import fr.lamine.hardware.cardterminal.CaisseAp;
import fr.lamine.hardware.cardterminal.CardResult;
import fr.lamine.hardware.cardterminal.CardTerminal;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.TillChoices.Paying;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Fault;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The forms of every tender that needs more than one tap, and of the card terminal, which is asked outside of the
/// desk's lock.
final class TenderDesk {

    /// Short names of banks that many customers have; the first stand beside the number's keypad.
    static final List<String> BANKS = List.of(
            "Crédit Agricole",
            "BNP Paribas",
            "Caisse d’Épargne",
            "Crédit Mutuel",
            "Société Générale",
            "La Banque Postale",
            "LCL",
            "Banque Populaire",
            "CIC");

    private final Till till;
    private final Tendering tendering;
    private final Cards cards;
    private final Drawers drawers;
    private final TenderSetup setup;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;
    private final Function<Answer, Optional<BandView>> paid;
    private final Function<String, Supplier<Optional<BandView>>> voucher;

    /// @param paid    what every answer of a payment goes through
    /// @param voucher asks the office about a voucher's code, before the desk; what comes of it is done by the desk
    TenderDesk(
            Till till,
            Cards cards,
            TenderSetup setup,
            Station station,
            TillChoices chosen,
            InstantSource clock,
            Function<Answer, Optional<BandView>> paid,
            Function<String, Supplier<Optional<BandView>>> voucher) {
        this.till = till;
        this.tendering = new Tendering(till);
        this.cards = cards;
        this.drawers = new Drawers(till);
        this.setup = setup;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
        this.paid = paid;
        this.voucher = voucher;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/caisse/payer", posts.in(screen, _ -> paying()))
                .post("/caisse/payer/autres", posts.in(screen, this::others))
                .post("/caisse/payer/locale", posts.in(screen, this::localCurrency))
                .post("/caisse/payer/main", posts.in(screen, form -> plain(form, Tender.CARD)))
                .post("/caisse/payer/terminal", posts.in(screen, this::terminal))
                .post("/caisse/payer/fin", posts.in(screen, this::finish))
                .post("/caisse/cheque", posts.in(screen, this::cheque))
                .post("/caisse/cheque/banque", posts.in(screen, this::bank))
                .post("/caisse/cheque/banques", posts.in(screen, this::banks))
                .post("/caisse/cheque/retour", posts.in(screen, _ -> withCheque(this::step)))
                .post("/caisse/cheque/recu", posts.in(screen, this::chequeTaken))
                .post("/caisse/bon", posts.in(screen, _ -> step(new TenderStep.VoucherCode())))
                .post("/caisse/bon/code", posts.in(screen, this::asked, (_, found) -> found.get()))
                .post("/caisse/virement", posts.in(screen, this::transfer))
                .post("/caisse/virement/recu", posts.in(screen, this::transferTaken))
                .post("/caisse/rendu", posts.in(screen, _ -> step(new TenderStep.TakingBack())))
                .post("/caisse/rendu/un", posts.in(screen, this::takeBack))
                .post("/caisse/carte/attente", posts.in(screen, this::giveUp))
                .post("/caisse/carte/oui", posts.in(screen, form -> said(form, true)))
                .post("/caisse/carte/non", posts.in(screen, form -> said(form, false)));
    }

    private Optional<BandView> step(TenderStep step) {
        chosen.panel = new TillChoices.Tendering(step);
        return Optional.empty();
    }

    private Optional<BandView> paying() {
        chosen.panel = new Paying();
        return Optional.empty();
    }

    /// What is typed, else what was typed before, else all that is due; empty when it cannot be read.
    private Optional<Money> amount(Form form) {
        Optional<String> entry = form.filled("entry", 12);
        if (entry.isPresent()) {
            return entry.flatMap(French::parseEuros).filter(Money::isPositive);
        }
        return Optional.of(typedBefore().orElseGet(() -> till.ticket(station).due()));
    }

    private Optional<Money> typedBefore() {
        return chosen.panel instanceof TillChoices.Tendering(var step) && step instanceof TenderStep.Others(var typed)
                ? typed
                : Optional.empty();
    }

    /// Opens the step of a tender that gives no change.
    private Optional<BandView> within(Form form, Function<Money, TenderStep> step) {
        Optional<Money> amount = amount(form);
        if (amount.isEmpty()) {
            return Bands.refused(Refusal.BAD_AMOUNT);
        }
        return amount.get().compareTo(till.ticket(station).due()) > 0
                ? Bands.refused(Refusal.MORE_THAN_DUE)
                : step(step.apply(amount.get()));
    }

    private Optional<BandView> others(Form form) {
        return within(
                form, amount -> new TenderStep.Others(form.filled("entry", 12).map(_ -> amount)));
    }

    private Optional<BandView> plain(Form form, Tender tender) {
        return paid.apply(till.tender(station, form.token(), tender, amount(form), clock.instant()));
    }

    private Optional<BandView> localCurrency(Form form) {
        return setup.localCurrency() ? plain(form, Tender.LOCAL_CURRENCY) : Bands.refused(Refusal.NO_LOCAL_CURRENCY);
    }

    private Optional<BandView> finish(Form form) {
        return paid.apply(tendering.finish(station, form.token(), clock.instant()));
    }

    private Optional<BandView> cheque(Form form) {
        return within(form, amount -> new TenderStep.Cheque(amount, "", Optional.empty(), ""));
    }

    private Optional<BandView> withCheque(Function<TenderStep.Cheque, Optional<BandView>> action) {
        if (!(chosen.panel instanceof TillChoices.Tendering(var step))) {
            return Optional.empty();
        }
        return switch (step) {
            case TenderStep.Cheque cheque -> action.apply(cheque);
            case TenderStep.Banks(var cheque) -> action.apply(cheque);
            case TenderStep.Others _, TenderStep.VoucherCode _, TenderStep.Transfer _, TenderStep.TakingBack _ ->
                Optional.empty();
        };
    }

    private static TenderStep.Cheque numbered(TenderStep.Cheque cheque, Form form) {
        String number = form.filled("entry", 12)
                .filter(entry -> entry.matches("[0-9]{1,12}"))
                .orElse(cheque.number());
        String drawer = form.optional("drawer", 400).map(String::strip).orElse(cheque.drawer());
        return new TenderStep.Cheque(cheque.amount(), number, cheque.bank(), drawer);
    }

    private Optional<BandView> banks(Form form) {
        return withCheque(cheque -> step(new TenderStep.Banks(numbered(cheque, form))));
    }

    /// Tapped, or typed when it is none of those shown; tapped again it is let go.
    private Optional<BandView> bank(Form form) {
        Optional<String> name = form.filled("bank", 60).or(() -> form.filled("typed", 60));
        if (name.filter(n -> n.length() > 40).isPresent()) {
            return Bands.refused(Refusal.BAD_BANK);
        }
        return withCheque(cheque -> {
            TenderStep.Cheque typed = numbered(cheque, form);
            if (!Drawers.mayBe(typed.drawer())) {
                return Bands.refused(Refusal.BAD_DRAWER);
            }
            return step(new TenderStep.Cheque(
                    typed.amount(),
                    typed.number(),
                    name.isEmpty()
                            ? cheque.bank()
                            : name.filter(n -> !cheque.bank().equals(Optional.of(n))),
                    typed.drawer()));
        });
    }

    private Optional<BandView> chequeTaken(Form form) {
        return withCheque(before -> {
            TenderStep.Cheque cheque = numbered(before, form);
            TenderLine line = new TenderLine(
                    Tender.CHEQUE,
                    cheque.amount(),
                    Optional.of(cheque.number()).filter(n -> !n.isEmpty()),
                    cheque.bank(),
                    Word.CASHIER);
            Answer answer = tendering.hand(station, form.token(), line, clock.instant());
            if (answer instanceof Answer.Done) {
                drawers.note(line, cheque.drawer());
            }
            return paid.apply(answer);
        });
    }

    /// The ticket's cheques go back with it.
    void dropped() {
        drawers.forget();
    }

    void sold(FactId sale) {
        drawers.tell(sale, clock.instant());
    }

    /// Its code without the hyphen: three digits of the till, then its number.
    private Supplier<Optional<BandView>> asked(Form form) {
        Optional<String> digits = form.filled("entry", 12).filter(e -> e.matches("[0-9]{3}[1-9][0-9]{0,8}"));
        return digits.isEmpty()
                ? () -> Bands.refused(Refusal.UNKNOWN_VOUCHER)
                : voucher.apply(
                        digits.get().substring(0, 3) + "-" + digits.get().substring(3));
    }

    private Optional<BandView> transfer(Form form) {
        return within(form, TenderStep.Transfer::new);
    }

    private Optional<BandView> transferTaken(Form form) {
        Optional<String> reference = form.filled("reference", 60);
        if (reference.filter(r -> !r.matches("[!-~]{1,40}")).isPresent()) {
            return Bands.refused(Refusal.BAD_REFERENCE);
        }
        if (!(chosen.panel instanceof TillChoices.Tendering(var step))
                || !(step instanceof TenderStep.Transfer(var amount))) {
            return Optional.empty();
        }
        return paid.apply(tendering.hand(
                station,
                form.token(),
                new TenderLine(Tender.TRANSFER, amount, reference, Optional.empty(), Word.CASHIER),
                clock.instant()));
    }

    private Optional<BandView> takeBack(Form form) {
        Answer answer = tendering.takeBack(station, form.token(), form.number("tender"), clock.instant());
        if (answer instanceof Answer.Done) {
            boolean more = !till.ticket(station).tenders().isEmpty();
            chosen.panel = more ? new TillChoices.Tendering(new TenderStep.TakingBack()) : new Paying();
        }
        return Bands.of(answer);
    }

    private Optional<BandView> terminal(Form form) {
        Optional<CardTerminal> terminal = setup.cardTerminal().get();
        if (terminal.isEmpty()) {
            return Bands.refused(Refusal.NO_CARD_TERMINAL);
        }
        Answer answer = cards.ask(
                station, form.token(), amount(form), payment -> send(terminal.get(), payment), clock.instant());
        chosen.panel = new Paying();
        return Bands.refusals(answer);
    }

    private void send(CardTerminal terminal, CardPayment payment) {
        Thread.ofVirtual().name("card payment " + payment.id()).start(() -> {
            CardResult result = pay(terminal, payment);
            setup.came().accept(() -> came(cards.came(station, payment, result, clock.instant())));
        });
    }

    /// An answer that comes too late must not take the next customer's screen away.
    private Optional<BandView> came(Answer answer) {
        return answer instanceof Answer.Done(var sentence, var _) && !sentence.isEmpty()
                ? paid.apply(answer)
                : Bands.refusals(answer);
    }

    private static CardResult pay(CardTerminal terminal, CardPayment payment) {
        try {
            return terminal.pay(payment.amount(), Long.toString(payment.id()), CaisseAp.LONGEST);
        } catch (RuntimeException thrown) {
            Fault fault = Fault.log(thrown);
            return new CardResult.Unknown("Erreur " + fault.id() + ".");
        }
    }

    private Optional<BandView> giveUp(Form form) {
        Answer answer = cards.giveUp(station, form.token(), clock.instant());
        setup.cardTerminal().get().ifPresent(CardTerminal::giveUp);
        return Bands.refusals(answer);
    }

    private Optional<BandView> said(Form form, boolean accepted) {
        return paid.apply(cards.say(station, form.token(), accepted, clock.instant()));
    }
}
