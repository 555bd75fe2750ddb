package fr.lamine.pos.weighin;

import fr.lamine.model.fact.Beside;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.weighin.WeighInChoices.Destination;
import fr.lamine.pos.weighin.WeighInChoices.Panel;
import io.helidon.webserver.http.HttpRules;
import java.util.Optional;
import java.util.OptionalInt;

/// The forms of where goods come from and go to, and of what is written beside their weight: one question a screen,
/// each
/// of which may be left unanswered.
final class BesideDesk {

    private final WeighInChoices chosen;
    private final ReferenceBook book;
    private final Partners partners;

    BesideDesk(WeighInChoices chosen, ReferenceBook book, Partners partners) {
        this.chosen = chosen;
        this.book = book;
        this.partners = partners;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/pesee/provenance", posts.in(screen, this::source))
                .post("/pesee/siret", posts.in(screen, this::siret))
                .post("/pesee/tournee", posts.in(screen, this::round))
                .post("/pesee/commune", posts.in(screen, this::commune))
                .post("/pesee/destination", posts.in(screen, this::destination))
                .post("/pesee/depart", posts.in(screen, this::leavingFrom))
                .post("/pesee/repreneur", posts.in(screen, this::partner))
                .post("/pesee/document", posts.in(screen, this::document))
                .post("/pesee/pieces", posts.in(screen, this::pieces));
    }

    private Optional<BandView> source(Form form) {
        chosen.comesFrom(form.constant("source", Source.class));
        chosen.panel = switch (chosen.source) {
            case BUSINESS -> Panel.SIRET;
            case HOME_COLLECTION -> Panel.ROUND;
            case DROP_OFF, DECHETERIE, HOUSE_CLEARANCE, STREET, OTHER_REUSE_BODY -> Panel.SOURCES;
        };
        return Optional.empty();
    }

    private Optional<BandView> siret(Form form) {
        Optional<String> given = answer(form);
        Optional<Siret> siret = given.flatMap(Siret::parse);
        if (given.isPresent() && siret.isEmpty()) {
            return Bands.refused(Refusal.NOT_A_SIRET);
        }
        chosen.siret = siret.map(Siret::digits);
        chosen.panel = Panel.SOURCES;
        return Optional.empty();
    }

    private Optional<BandView> round(Form form) {
        Optional<String> round = answer(form);
        if (round.isPresent() && !isShort(round.get())) {
            return Bands.refused(Refusal.NOT_BESIDE);
        }
        chosen.round = round;
        chosen.panel = Panel.SOURCES;
        return Optional.empty();
    }

    private Optional<BandView> commune(Form form) {
        Optional<String> commune = form.filled("commune", 60).or(() -> form.filled("place", 60));
        if (commune.isPresent() && commune.get().chars().anyMatch(Character::isISOControl)) {
            return Bands.refused(Refusal.BAD_COMMUNE);
        }
        chosen.commune = commune;
        chosen.close();
        return Optional.empty();
    }

    private Optional<BandView> destination(Form form) {
        chosen.goesTo(form.constant("destination", Destination.class));
        chosen.close();
        if (chosen.outcome().isPresent()) {
            chosen.panel = Panel.PARTNER;
        } else if (chosen.isLost() && chosen.category.isPresent()) {
            chosen.panel = Panel.PIECES;
        }
        return Optional.empty();
    }

    private Optional<BandView> leavingFrom(Form form) {
        chosen.leavingFrom = form.constant("area", Area.class);
        chosen.close();
        return Optional.empty();
    }

    private Optional<BandView> partner(Form form) {
        Optional<String> given = answer(form);
        Optional<String> partner = given.flatMap(partners::code);
        if (given.isPresent() && partner.isEmpty()) {
            return Bands.refused(Refusal.NOT_BESIDE);
        }
        chosen.partner = partner;
        chosen.document = Optional.empty();
        chosen.close();
        if (chosen.hasPapers()) {
            chosen.panel = Panel.DOCUMENT;
        }
        return Optional.empty();
    }

    private Optional<BandView> document(Form form) {
        Optional<String> document = answer(form);
        if (document.isPresent() && !isShort(document.get())) {
            return Bands.refused(Refusal.NOT_BESIDE);
        }
        chosen.document = document;
        chosen.close();
        return Optional.empty();
    }

    private Optional<BandView> pieces(Form form) {
        Optional<String> given = answer(form);
        if (given.isEmpty()) {
            chosen.pieces = OptionalInt.empty();
            chosen.close();
            return Optional.empty();
        }
        int pieces = given.get().matches("[0-9]{1,3}") ? Integer.parseInt(given.get()) : 0;
        if (pieces < 1) {
            return Bands.refused(Refusal.BAD_PIECES);
        }
        if (chosen.category.isEmpty()
                || !WeighInRules.mayBeCounted(
                        chosen.category.get(), chosen.isLost(), book.current().catalog())) {
            return Bands.refused(Refusal.WEIGH_IT);
        }
        chosen.pieces = OptionalInt.of(pieces);
        chosen.container = Optional.empty();
        chosen.close();
        return Optional.empty();
    }

    /// What was touched, else what was typed; empty for "none".
    private static Optional<String> answer(Form form) {
        return form.filled("answer", 60)
                .or(() -> form.optional("answer", 60).isPresent() ? Optional.empty() : form.filled("typed", 60));
    }

    private static boolean isShort(String text) {
        return text.length() <= Beside.LONGEST && text.chars().noneMatch(Character::isISOControl);
    }
}
