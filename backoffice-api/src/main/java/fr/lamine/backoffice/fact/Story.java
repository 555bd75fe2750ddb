package fr.lamine.backoffice.fact;

import java.util.List;
import java.util.Optional;

/// A fact told to people.
///
/// @param icon     name of a pictogram in the sprite
/// @param title    two or three words
/// @param sentence what happened
/// @param details  the rest, name and value
public record Story(String icon, String title, String sentence, List<Detail> details) {

    public Story {
        details = List.copyOf(details);
    }

    /// @param grams exact, when the value is a mass
    /// @param link  where the value leads
    public record Detail(String name, String value, Optional<Long> grams, Optional<String> link, boolean raw) {

        static Detail of(String name, String value) {
            return new Detail(name, value, Optional.empty(), Optional.empty(), false);
        }
    }
}
