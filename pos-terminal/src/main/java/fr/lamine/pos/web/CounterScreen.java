package fr.lamine.pos.web;

import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import fr.lamine.pos.web.view.WeightView;
import io.helidon.webserver.http.HttpService;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One mode of the counter: what it shows now, what a scan means in it, and its routes. Called by one thread at a time,
/// under the desk's lock.
public interface CounterScreen {

    /// Its routes, one private method each.
    HttpService routes(Posts posts);

    ModeView.Mode mode();

    /// The least role that may use it.
    Role needed();

    ScreenView view(Operator operator);

    /// A scan while this mode is on the screen; badges never come here.
    ///
    /// @param text what was scanned, for commands that read it themselves
    Optional<BandView> scanned(ScannedCode code, String text);

    /// A scan that needs something slow to be found out, such as an answer of the office: this is called outside of the
    /// desk's lock and holds nobody up; what it gives is done under the lock.
    default Supplier<Optional<BandView>> scanning(ScannedCode code, String text) {
        return () -> scanned(code, text);
    }

    /// Whether the label of a thing means something in this mode; else the thing is looked up.
    default boolean takesItems() {
        return true;
    }

    /// The live weight, in a mode that shows one.
    default Optional<LiveWeight> weight() {
        return Optional.empty();
    }

    /// The parts that change by themselves, by the names of their events.
    default Map<String, LiveView> parts() {
        return Map.of();
    }

    /// Another mode comes on the screen, or this one anew from the rail or the top bar.
    default void away() {}

    /// Somebody else comes to the counter: what the last one had chosen is let go.
    default void leave() {}

    /// Does beforehand what must be quick when somebody comes, and changes nothing; not under the desk's lock.
    ///
    /// @param draw throws to end it
    default void rehearse(Consumer<ScreenView> draw) {}

    record LiveWeight(WeightView weight, GoView go) {}
}
