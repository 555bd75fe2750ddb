package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// The table of emulated devices.
///
/// @param token one-time token that its form carries
/// @param place site and station
public record TableView(String token, String place, Display display, Pan pan, Codes codes, Print print) {

    /// What the scale itself shows.
    ///
    /// @param digits as on its glass: `12.340`
    /// @param wire   what it says over its line, readable; empty when it says nothing
    public record Display(Light light, String digits, boolean net, boolean zero, String wire) {}

    public enum Light {
        STABLE,
        MOVING,
        OVERLOAD,
        UNDER_ZERO
    }

    /// @param speeches what the scale can be set to speak
    /// @param note     what could not be done; may be empty
    public record Pan(
            boolean plugged,
            boolean lifted,
            List<LaidView> laid,
            List<ShelfView> shelf,
            List<KnobView> faults,
            List<ChipView> speeches,
            String note) {
        public Pan {
            laid = List.copyOf(laid);
            shelf = List.copyOf(shelf);
            faults = List.copyOf(faults);
            speeches = List.copyOf(speeches);
        }
    }

    public record LaidView(int id, String name, String picture, String kilos) {}

    public record ShelfView(String code, String name, String picture, String kilos) {}

    /// @param on empty when it happens once and is over
    public record KnobView(String code, String name, String icon, Optional<Boolean> on) {}

    /// @param labels printed so far, newest first
    /// @param others containers, badges and codes that nobody knows
    public record Codes(boolean plugged, List<LabelView> labels, List<ChoiceView> others, String note) {
        public Codes {
            labels = List.copyOf(labels);
            others = List.copyOf(others);
        }
    }

    /// @param words what stands on it, for those who do not see the picture
    public record LabelView(int number, String code, String shown, String picture, String words, Optional<String> qr) {}

    /// @param light what its lamps say
    public record Print(
            boolean plugged, Lamp lamp, Optional<SlipView> slip, boolean drawerOpen, List<KnobView> faults) {
        public Print {
            faults = List.copyOf(faults);
        }
    }

    public enum Lamp {
        READY,
        PAPER_LOW,
        PAPER_OUT,
        COVER_OPEN,
        /// The blade did not come through.
        CUTTER
    }

    /// @param cut it can be torn off
    public record SlipView(String picture, String words, boolean cut) {}
}
