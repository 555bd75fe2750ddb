package fr.lamine.pos.web.view;

import java.util.Optional;

/// The live weight.
///
/// @param kilos the large digits without unit: net mass, or `—` when there is none
/// @param parts gross, tare and net, when they are known
/// @param note  a plain sentence beside the state, such as why the scale is not ready; may be empty
public record WeightView(State state, String kilos, Optional<Parts> parts, String note) {

    public enum State {
        STABLE("check"),
        MOVING("arrows-shuffle"),
        OVERLOAD("alert-triangle"),
        UNDER_ZERO("arrow-big-down-line"),
        NO_SCALE("plug-connected-x"),
        /// A weight typed by hand stands in for the scale.
        TYPED("hand-click"),
        /// Nothing is weighed: each piece counts for the average one.
        AVERAGE("stack-2"),
        /// It was weighed when it was kept for later.
        PARKED("clock-pause");

        private final String icon;

        State(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    public record Parts(String gross, String tare, String net) {}

    public static WeightView of(State state, String gross, String tare, String net) {
        return new WeightView(state, net, Optional.of(new Parts(gross, tare, net)), "");
    }

    public WeightView noted(String sentence) {
        return new WeightView(state, kilos, parts, sentence);
    }

    public static WeightView without(State state, String note) {
        return new WeightView(state, "—", Optional.empty(), note);
    }
}
