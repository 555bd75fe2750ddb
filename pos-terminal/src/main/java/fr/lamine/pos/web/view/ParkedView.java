package fr.lamine.pos.web.view;

import java.util.Optional;

/// What the weigh-in screen shows of things that are kept for later, whatever else stands there.
///
/// @param waiting how many
/// @param taken   the one that is sorted now
public record ParkedView(int waiting, Optional<Card> taken) {

    public static final ParkedView NONE = new ParkedView(0, Optional.empty());

    /// @param since when it was parked, in words
    public record Card(String id, String reason, String kilos, String since, boolean pictured) {}
}
