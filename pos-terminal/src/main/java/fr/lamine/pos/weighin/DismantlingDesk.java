package fr.lamine.pos.weighin;

import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.weighin.Dismantling.Rest;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.Optional;

/// Taking a labelled thing apart at the scale. What is left of it is read from the journal, so that anybody may go on
/// with it: the scan of its label takes it up again.
final class DismantlingDesk {

    private final WeighInChoices chosen;
    private final Commands commands;
    private final Labels labels;
    private final WeighIns weighIns;
    private final Station station;
    private final InstantSource clock;

    DismantlingDesk(WeighInChoices chosen, Commands commands, WeighIns weighIns, Station station, InstantSource clock) {
        this.chosen = chosen;
        this.commands = commands;
        this.labels = new Labels(commands);
        this.weighIns = weighIns;
        this.station = station;
        this.clock = clock;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/pesee/demontage", posts.in(screen, this::ask))
                .post("/pesee/demontage/reste", posts.in(screen, this::close));
    }

    /// The label that was scanned is voided, once, and its thing lies in sorting then.
    Optional<BandView> scanned(ItemCode code) {
        Optional<LabelVoided> begun = weighIns.dismantled(code);
        if (begun.isPresent()) {
            chosen.dismantle(Dismantling.of(begun.get()));
            return Optional.empty();
        }
        Answer answer = labels.cancel(station, Optional.empty(), code, VoidReason.DISMANTLED, clock.instant());
        if (answer instanceof Answer.Done) {
            chosen.dismantle(Dismantling.of(weighIns.dismantled(code).orElseThrow()));
        }
        return Bands.of(answer);
    }

    private Optional<BandView> ask(Form form) {
        if (chosen.dismantled.isEmpty()) {
            return Bands.refused(Refusal.NOTHING_DISMANTLED);
        }
        chosen.panel = WeighInChoices.Panel.REST;
        return Optional.empty();
    }

    private Optional<BandView> close(Form form) {
        Rest rest = form.constant("rest", Rest.class);
        Optional<Dismantling> thing = chosen.dismantled;
        Answer answer = commands.run(
                station,
                Optional.of(form.token()),
                clock.instant(),
                Role.SORTER,
                work -> thing.<Answer>map(t -> {
                            Mass left = t.whole().minus(WeighIns.parts(work.sql(), t.document()));
                            t.close(left, rest, work.context()).ifPresent(work.writing()::append);
                            return Answer.done("Démontage terminé. Reste\u202f: " + French.kg(left) + ".");
                        })
                        .orElseGet(Refusal.NOTHING_DISMANTLED::with));
        if (answer instanceof Answer.Done) {
            chosen.forget();
        }
        return Bands.of(answer);
    }
}
