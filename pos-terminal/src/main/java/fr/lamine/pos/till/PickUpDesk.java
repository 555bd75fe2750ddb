package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.text.French;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.ApartChoice.Deposit;
import fr.lamine.pos.till.ApartChoice.Later;
import fr.lamine.pos.till.ApartChoice.OnePickUp;
import fr.lamine.pos.till.ApartChoice.PickUpList;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The part of the till's page where goods are put aside: paid and collected later, or kept for a deposit.
final class PickUpDesk {

    private final PickUps pickUps;
    private final Deposits deposits;
    private final ReferenceBook book;
    private final Station station;
    private final PrintWorker printing;
    private final TillChoices chosen;
    private final InstantSource clock;

    PickUpDesk(
            PickUps pickUps,
            Deposits deposits,
            ReferenceBook book,
            Station station,
            PrintWorker printing,
            TillChoices chosen,
            InstantSource clock) {
        this.pickUps = pickUps;
        this.deposits = deposits;
        this.book = book;
        this.station = station;
        this.printing = printing;
        this.chosen = chosen;
        this.clock = clock;
    }

    /// @param in how a form of the till is answered
    HttpRules routes(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> in) {
        return rules.post("/caisse/plus-tard", in.apply(this::later))
                .post("/caisse/plus-tard/choix", in.apply(this::choose))
                .post("/caisse/plus-tard/noter", in.apply(form -> note(form, true)))
                .post("/caisse/plus-tard/emporter", in.apply(form -> note(form, false)))
                .post("/caisse/acompte", in.apply(this::deposit))
                .post("/caisse/acompte/prendre", in.apply(this::take))
                .post("/caisse/retraits", in.apply(this::list))
                .post("/caisse/retraits/un", in.apply(form -> open(code(form))))
                .post("/caisse/retraits/imprimer", in.apply(this::print))
                .post("/caisse/retraits/remettre", in.apply(this::collect));
    }

    /// A slip: where the goods wait is shown first, and scanned once more it is collected.
    Optional<BandView> scanned(String code) {
        boolean again = chosen.panel instanceof TillChoices.Apart(OnePickUp(var shown)) && shown.equals(code);
        if (!again) {
            chosen.close();
            return open(code);
        }
        return collected(pickUps.collect(station, Optional.empty(), code, clock.instant()));
    }

    private void show(ApartChoice choice) {
        chosen.panel = new TillChoices.Apart(choice);
    }

    private Optional<BandView> later(Form form) {
        Optional<Integer> line = chosen.line();
        if (line.isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        show(Later.usual(line.get()));
        return Optional.empty();
    }

    private Optional<BandView> choose(Form form) {
        if (chosen.panel instanceof TillChoices.Apart(Later(var line, var place, var state, var term))) {
            show(new Later(
                    line,
                    form.filled("place", 40).isPresent() ? form.constant("place", PickUpPlace.class) : place,
                    form.filled("state", 40).isPresent() ? form.constant("state", PickUpState.class) : state,
                    form.filled("term", 40).isPresent() ? form.constant("term", PickUpTerm.class) : term));
        }
        return Optional.empty();
    }

    private Optional<BandView> note(Form form, boolean waits) {
        if (!(chosen.panel instanceof TillChoices.Apart(Later later))) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        PickUp pickUp = new PickUp(
                SaleCodes.NO_PICK_UP,
                later.place().words(),
                later.state().words(),
                later.term().until(book.current().businessDay(station.site(), clock.instant())));
        return changed(pickUps.later(
                station, form.token(), later.line(), Optional.of(pickUp).filter(_ -> waits), clock.instant()));
    }

    private Optional<BandView> deposit(Form form) {
        Optional<Integer> line =
                chosen.panel instanceof TillChoices.Apart(Later later) ? Optional.of(later.line()) : chosen.line();
        if (line.isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        show(new Deposit(line.get()));
        return Optional.empty();
    }

    private Optional<BandView> take(Form form) {
        if (!(chosen.panel instanceof TillChoices.Apart(Deposit(var line)))) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        Optional<Money> amount = form.filled("entry", 12).flatMap(French::parseEuros);
        return changed(deposits.take(station, form.token(), line, amount, clock.instant()));
    }

    private Optional<BandView> changed(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.close();
            chosen.ticketPage = TillChoices.NEWEST;
        }
        return TillPage.said(answer);
    }

    private Optional<BandView> list(Form form) {
        chosen.page = form.filled("page", 6).isPresent() ? form.number("page") : 0;
        show(new PickUpList());
        return Optional.empty();
    }

    private Optional<BandView> open(String code) {
        Optional<Answer> no = pickUps.refusal(code);
        if (no.isPresent()) {
            return Bands.of(no.get());
        }
        show(new OnePickUp(code));
        return Optional.empty();
    }

    private Optional<BandView> print(Form form) {
        Answer answer = pickUps.print(station, form.token(), code(form), clock.instant());
        printing.wake();
        return Bands.of(answer);
    }

    private Optional<BandView> collect(Form form) {
        return collected(pickUps.collect(station, form.token(), code(form), clock.instant()));
    }

    private Optional<BandView> collected(Answer answer) {
        chosen.close();
        return Bands.of(answer);
    }

    private static String code(Form form) {
        String code = form.text("code", 24);
        if (!code.matches("P-[0-9]{3}-[0-9]{1,9}-[0-9]{1,3}")) {
            throw BadRequest.malformed("not the code of a pick-up");
        }
        return code;
    }
}
