package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// What a controller is shown (*contrôle*).
///
/// @param open        false until a manager stands at this counter: nothing else is shown then
/// @param token       of the form that asks for an archive
/// @param sound       whether the last check found nothing
/// @param check       the state of the last check, a sentence
/// @param facts       version, keys, heads, totals
/// @param closings    the newest first
/// @param periods     that can be handed out
/// @param said        why there is no archive, a sentence; empty when nothing went wrong
/// @param archive     the one just made
public record ControlView(
        boolean open,
        String place,
        String token,
        boolean sound,
        String check,
        List<Line> facts,
        List<Closing> closings,
        List<Period> periods,
        String said,
        Optional<Archive> archive) {

    public ControlView {
        facts = List.copyOf(facts);
        closings = List.copyOf(closings);
        periods = List.copyOf(periods);
    }

    /// @param code whether the value is to be compared letter by letter
    public record Line(String name, String value, boolean code) {}

    public record Closing(String name, String at, String tickets, String net, String perpetual, String failures) {}

    /// @param value as the form sends it
    public record Period(String value, String name) {}

    /// @param command that verifies it
    public record Archive(String name, String address, String entries, String sha256, String command) {}
}
