package fr.lamine.pos.weighin;

import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.weighin.WeighInChoices.Panel;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeping a thing for later, and taking it up again. What lies on the scale tells which of the two is wanted.
final class ParkDesk {

    private final WeighInChoices chosen;
    private final ParkedThings parked;
    private final Supplier<LiveScale> live;

    ParkDesk(WeighInChoices chosen, ParkedThings parked, Supplier<LiveScale> live) {
        this.chosen = chosen;
        this.parked = parked;
        this.live = live;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/pesee/plus-tard", posts.in(screen, this::later))
                .post("/pesee/garder", posts.in(screen, this::park))
                .post("/pesee/garder/motif", posts.in(screen, this::reason))
                .post("/pesee/garder/photo", posts.in(screen, this::photo))
                .post("/pesee/reprendre", posts.in(screen, this::takeUp))
                .post("/pesee/photo", posts.bytes(screen, Photo.TYPE, Photo.MAX_BYTES, this::pictured))
                .get("/pesee/photo", (request, response) -> show(request, response, chosen.photo))
                .get("/pesee/photo/{id}", (request, response) -> show(request, response, kept(request)));
    }

    private Optional<BandView> later(Form form) {
        boolean onTheScale = live.get().refusal().isEmpty();
        if (onTheScale && chosen.mayPark()) {
            chosen.park();
        } else {
            list();
        }
        return Optional.empty();
    }

    /// What was taken up and is not sorted yet waits again.
    private void list() {
        chosen.putBack();
        chosen.close();
        chosen.panel = Panel.PARKED;
        chosen.page = 0;
    }

    private Optional<BandView> park(Form form) {
        if (form.filled("list", 5).isPresent()) {
            list();
            return Optional.empty();
        }
        if (!chosen.mayPark()) {
            return Bands.refused(Refusal.NOT_TO_PARK);
        }
        chosen.park();
        return Optional.empty();
    }

    private Optional<BandView> reason(Form form) {
        chosen.reason = form.constant("reason", ParkedFor.class);
        return Optional.empty();
    }

    /// The photograph stands there already; or it is to be taken again.
    private Optional<BandView> photo(Form form) {
        if (form.filled("again", 5).isPresent()) {
            chosen.photo = Optional.empty();
        }
        return Optional.empty();
    }

    private void pictured(byte[] bytes) {
        if (!chosen.parking) {
            throw BadRequest.malformed("nothing is kept for later");
        }
        chosen.photo = Optional.of(Photo.of(bytes).orElseThrow(() -> BadRequest.malformed("not a photograph")));
    }

    private Optional<Photo> kept(ServerRequest request) {
        String id = request.path().pathParameters().get("id");
        return id.matches("[0-9]{1,9}") ? parked.photo(Long.parseLong(id)) : Optional.empty();
    }

    private static void show(ServerRequest request, ServerResponse response, Optional<Photo> photo) {
        response.header(HeaderNames.CONTENT_TYPE, Photo.TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(photo.orElseThrow(() -> BadRequest.notFound(request.path().path()))
                        .jpeg());
    }

    private Optional<BandView> takeUp(Form form) {
        String id = form.text("thing", 9);
        if (!id.matches("[0-9]{1,9}")) {
            throw BadRequest.malformed("not a kept thing");
        }
        Optional<ParkedThing> thing = parked.waiting(Long.parseLong(id));
        thing.ifPresent(chosen::takeUp);
        return thing.isPresent() ? Optional.empty() : Bands.refused(Refusal.PARKED_GONE);
    }
}
