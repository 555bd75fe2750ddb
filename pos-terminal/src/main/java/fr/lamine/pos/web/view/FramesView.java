package fr.lamine.pos.web.view;

import java.util.List;

/// What went over the wires of the devices, for a technician.
///
/// @param place    site and station
/// @param devices  those with a wire; the code is their key
/// @param lines    newest first
/// @param download address of the same lines as a text; empty when there is nothing
/// @param note     why there is nothing; may be empty
public record FramesView(String place, List<ChipView> devices, List<LineView> lines, String download, String note) {

    public FramesView {
        devices = List.copyOf(devices);
        lines = List.copyOf(lines);
    }

    public enum Way {
        IN,
        OUT,
        OPENED,
        CLOSED,
        FAILED
    }

    /// @param time `14:02:31,123`
    /// @param hex  the bytes; empty when none went
    /// @param text the bytes as they can be read, or why it failed
    public record LineView(String time, Way way, String hex, String text) {}
}
