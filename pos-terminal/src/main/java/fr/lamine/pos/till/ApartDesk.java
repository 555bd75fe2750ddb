package fr.lamine.pos.till;

import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The part of the till's page beside the sale at hand: what is done seldom, and the tickets on hold.
final class ApartDesk {

    private final Holds holds;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;

    ApartDesk(Holds holds, Station station, TillChoices chosen, InstantSource clock) {
        this.holds = holds;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
    }

    /// @param in how a form of the till is answered
    HttpRules routes(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> in) {
        return rules.post("/caisse/plus-de-choix", in.apply(form -> show(new ApartChoice.More())))
                .post("/caisse/attente", in.apply(this::hold))
                .post("/caisse/attente/liste", in.apply(form -> show(new ApartChoice.Held())))
                .post("/caisse/attente/reprendre", in.apply(this::resume));
    }

    private Optional<BandView> show(ApartChoice choice) {
        chosen.close();
        chosen.panel = new TillChoices.Apart(choice);
        return Optional.empty();
    }

    private Optional<BandView> hold(Form form) {
        return changed(holds.hold(station, form.token(), clock.instant()));
    }

    private Optional<BandView> resume(Form form) {
        return changed(holds.resume(station, form.token(), form.number("held"), clock.instant()));
    }

    /// Another ticket stands there now.
    private Optional<BandView> changed(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.close();
            chosen.fresh = Optional.empty();
            chosen.sold = Optional.empty();
            chosen.ticketPage = TillChoices.NEWEST;
        }
        return Bands.of(answer);
    }
}
