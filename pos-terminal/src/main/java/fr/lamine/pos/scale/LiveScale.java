package fr.lamine.pos.scale;

import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.view.WeightView;
import fr.lamine.pos.web.view.WeightView.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the scale shows now, for the eyes; what is recorded is judged again.
///
/// @param reading absent when the counter has no scale
/// @param sticker last day of the scale's verification sticker, if it has one
public record LiveScale(Optional<ScaleReading> reading, Optional<LocalDate> sticker) {

    public static LiveScale of(Optional<CounterScale> scale, Instant now) {
        return new LiveScale(
                scale.map(s -> s.reading().apply(now)),
                scale.flatMap(s -> s.identity().stickerExpiry()));
    }

    /// The sticker has run out: what is weighed counts, and says so.
    public boolean expired(LocalDate today) {
        return sticker.filter(end -> end.isBefore(today)).isPresent();
    }

    /// Whether the weight must come from the scale.
    public boolean usable() {
        return reading.map(r -> switch (r) {
                    case ScaleReading.Stable _,
                            ScaleReading.Unstable _,
                            ScaleReading.Moving _,
                            ScaleReading.UnderZero _ -> true;
                    case ScaleReading.Overload _, ScaleReading.NotReady _ -> false;
                })
                .orElse(false);
    }

    public Optional<Mass> gross() {
        return reading.flatMap(
                r -> r instanceof ScaleReading.Weight weight ? Optional.of(weight.mass()) : Optional.empty());
    }

    /// Why this reading could not be recorded; empty when it could.
    public Optional<Refusal> refusal() {
        return reading.map(r -> switch (r) {
                    case ScaleReading.Stable stable ->
                        stable.mass().isPositive() ? Optional.<Refusal>empty() : Optional.of(Refusal.NOTHING_THERE);
                    case ScaleReading.Unstable _, ScaleReading.Moving _ -> Optional.of(Refusal.UNSTABLE);
                    case ScaleReading.UnderZero _ -> Optional.of(Refusal.UNDER_ZERO);
                    case ScaleReading.Overload _ -> Optional.of(Refusal.OVERLOAD);
                    case ScaleReading.NotReady _ -> Optional.of(Refusal.NO_SCALE);
                })
                .orElse(Optional.of(Refusal.NO_SCALE));
    }

    /// The large digits, the container's tare taken off.
    public WeightView view(Optional<Container> container) {
        if (reading.isEmpty()) {
            return WeightView.without(State.NO_SCALE, "");
        }
        return switch (reading.get()) {
            case ScaleReading.Stable stable -> of(State.STABLE, stable.mass(), container);
            case ScaleReading.Unstable unstable -> of(State.MOVING, unstable.mass(), container);
            case ScaleReading.Moving _ -> WeightView.without(State.MOVING, "");
            case ScaleReading.UnderZero _ ->
                WeightView.without(State.UNDER_ZERO, Refusal.UNDER_ZERO.with().advice());
            case ScaleReading.Overload _ ->
                WeightView.without(State.OVERLOAD, Refusal.OVERLOAD.with().advice());
            case ScaleReading.NotReady(var cause, var _, var _) -> WeightView.without(State.NO_SCALE, note(cause));
        };
    }

    /// A weight typed by hand.
    public static WeightView typed(Mass gross, Optional<Container> container) {
        return of(State.TYPED, gross, container);
    }

    private static WeightView of(State state, Mass gross, Optional<Container> container) {
        Mass tare = container.map(Container::tare).orElse(Mass.ZERO);
        return WeightView.of(state, French.kilos(gross), French.kilos(tare), French.kilos(gross.minus(tare)));
    }

    private static String note(ScaleReading.Cause cause) {
        return switch (cause) {
            case DISCONNECTED, STARTING -> Refusal.NO_SCALE.with().sentence();
            case STALE -> Refusal.STALE.with().sentence();
            case UNREADABLE, UNKNOWN_UNIT, NOT_LEVEL, REFUSED ->
                Refusal.UNREADABLE.with().sentence();
        };
    }
}
