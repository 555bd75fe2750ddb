package fr.lamine.pos.till;

import fr.lamine.model.item.ScannedCode;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.Aside.GivingAway;
import fr.lamine.pos.till.GiveRules.Wanted;
import fr.lamine.pos.till.TillChoices.Open;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.Optional;

/// The forms of what leaves free of charge: the thing, the reason, and then it is given.
final class GiveDesk {

    private final Giving giving;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;

    GiveDesk(Giving giving, Station station, TillChoices chosen, InstantSource clock) {
        this.giving = giving;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/caisse/sortie", posts.in(screen, this::open))
                .post("/caisse/sortie/categorie", posts.in(screen, this::category))
                .post("/caisse/sortie/motif", posts.in(screen, this::reason))
                .post("/caisse/sortie/donner", posts.in(screen, this::give));
    }

    private Optional<BandView> open(Form form) {
        chosen.close();
        chosen.panel = new Open(GivingAway.NOTHING);
        return Optional.empty();
    }

    /// A label that is scanned meanwhile is the thing to give.
    boolean takes(ScannedCode code) {
        return code instanceof ScannedCode.ItemLabel && chosen.panel instanceof Open(GivingAway _);
    }

    Optional<BandView> scanned(ScannedCode code) {
        if (code instanceof ScannedCode.ItemLabel(var item, var qr)) {
            chosen.page = 0;
            chosen.panel = new Open(GivingAway.of(new Wanted(Optional.of(item), qr, Optional.empty())));
        }
        return Optional.empty();
    }

    private Optional<BandView> category(Form form) {
        if (!(chosen.panel instanceof Open(GivingAway now))) {
            return Optional.empty();
        }
        var category = Optional.of(TillPage.categoryCode(form));
        Wanted wanted = new Wanted(now.wanted().item(), now.wanted().qr(), category);
        if (giving.thing(station, wanted).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CATEGORY);
        }
        chosen.panel = new Open(new GivingAway(wanted, pieces(form, now), now.reason(), Optional.empty()));
        return Optional.empty();
    }

    private Optional<BandView> reason(Form form) {
        if (chosen.panel instanceof Open(GivingAway now)) {
            Optional<GiftReason> reason = Optional.of(form.constant("reason", GiftReason.class));
            chosen.panel = new Open(new GivingAway(now.wanted(), pieces(form, now), reason, Optional.empty()));
        }
        return Optional.empty();
    }

    private Optional<BandView> give(Form form) {
        if (!(chosen.panel instanceof Open(GivingAway now))) {
            return Optional.empty();
        }
        int pieces = pieces(form, now);
        boolean confirmed = now.question().isPresent();
        Answer answer =
                giving.give(station, form.token(), now.wanted(), pieces, now.reason(), confirmed, clock.instant());
        return switch (answer) {
            case Answer.Done _ -> {
                chosen.close();
                yield Bands.of(answer);
            }
            case Answer.Asked(var _, var _, var sentence) -> {
                chosen.panel = new Open(new GivingAway(now.wanted(), pieces, now.reason(), Optional.of(sentence)));
                yield Optional.empty();
            }
            case Answer.Refused _ -> Bands.of(answer);
        };
    }

    /// As many as are typed; else as many as before.
    private static int pieces(Form form, GivingAway now) {
        return form.filled("entry", 12)
                .map(entry -> entry.matches("[0-9]{1,6}") ? Integer.parseInt(entry) : 0)
                .orElse(now.pieces());
    }
}
