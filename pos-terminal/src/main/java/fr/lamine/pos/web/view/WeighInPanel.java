package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// What stands left on the weigh-in screen.
public sealed interface WeighInPanel {

    /// @param search the word that was searched; present while the search is open, even when still empty
    record Categories(List<ChipView> families, TilesView tiles, Optional<String> search) implements WeighInPanel {
        public Categories {
            families = List.copyOf(families);
        }
    }

    /// @param choices at most 11: "none" is added by the screen
    record Containers(List<ChoiceView> choices) implements WeighInPanel {
        public Containers {
            choices = List.copyOf(choices);
        }
    }

    /// @param sources  at most 7
    /// @param communes at most 4, the last used first
    record Sources(List<ChoiceView> sources, List<ChoiceView> communes) implements WeighInPanel {
        public Sources {
            sources = List.copyOf(sources);
            communes = List.copyOf(communes);
        }
    }

    record Destinations(List<ChoiceView> choices) implements WeighInPanel {
        public Destinations {
            choices = List.copyOf(choices);
        }
    }

    /// A weight is typed on the keypad.
    record TypedWeight() implements WeighInPanel {}

    /// An unusual weight is asked about once more before it is recorded.
    record Question(String question) implements WeighInPanel {}
}
