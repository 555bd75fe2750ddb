package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// Weigh-in (*pesée*) and, with `shelving`, moving goods from sorting to the shop (*mise en rayon*).
///
/// @param container   name and tare of the container, empty for none
/// @param source      where the goods come from, in words, commune included
/// @param destination where they go, in words
/// @param mayType     whether a weight may be typed because no scale can be used
/// @param last        the last weighings, newest first, at most 2
/// @param mayCount    whether pieces may be counted instead of weighed
/// @param slip        what stands on the slip of goods that leave, in words; absent when none goes with them
/// @param dismantled  what is left of the thing that is taken apart; absent when none is
/// @param parked      what is kept for later
public record WeighInView(
        WeighInPanel panel,
        WeightView weight,
        GoView go,
        boolean shelving,
        Optional<String> container,
        String source,
        String destination,
        boolean mayType,
        List<LastWeighing> last,
        boolean mayCount,
        Optional<String> slip,
        Optional<String> dismantled,
        ParkedView parked)
        implements ScreenView {

    public static final int LAST_SHOWN = 2;

    public WeighInView {
        last = List.copyOf(last);
        if (last.size() > LAST_SHOWN) {
            throw new IllegalArgumentException("too many last weighings: " + last.size());
        }
    }

    /// Nothing to count, no slip, nothing taken apart or kept.
    public WeighInView(
            WeighInPanel panel,
            WeightView weight,
            GoView go,
            boolean shelving,
            Optional<String> container,
            String source,
            String destination,
            boolean mayType,
            List<LastWeighing> last) {
        this(
                panel,
                weight,
                go,
                shelving,
                container,
                source,
                destination,
                mayType,
                last,
                false,
                Optional.empty(),
                Optional.empty(),
                ParkedView.NONE);
    }

    /// @param undo      id that takes it back; absent once that is no longer allowed
    /// @param cancelled it was taken back
    public record LastWeighing(
            String time, String icon, String category, String kilos, Optional<String> undo, boolean cancelled) {}
}
