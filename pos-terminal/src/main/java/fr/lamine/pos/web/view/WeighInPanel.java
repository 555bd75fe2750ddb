package fr.lamine.pos.web.view;

import fr.lamine.pos.web.view.WeighInView.LastWeighing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands left on the weigh-in screen.
public sealed interface WeighInPanel {

    /// @param search the word that was searched; present while the search is open, even when still empty
    /// @param tiles  the categories; words to touch while the search is open and empty
    /// @param found  what the word may mean, at most 4
    record Categories(List<ChipView> families, TilesView tiles, Optional<String> search, List<Found> found)
            implements WeighInPanel {
        public Categories {
            families = List.copyOf(families);
            found = List.copyOf(found);
        }

        public Categories(List<ChipView> families, TilesView tiles, Optional<String> search) {
            this(families, tiles, search, List.of());
        }
    }

    /// @param what stream and where such things go
    record Found(String category, String icon, String name, String what) {}

    /// One question about what goes beside the weight.
    ///
    /// @param choices at most 8, the first one for "none"
    /// @param field   under which a touched choice is sent
    /// @param typed   what else may be typed; empty when nothing may
    record Asked(
            String icon,
            String question,
            List<ChoiceView> choices,
            String field,
            String path,
            String typed,
            int longest)
            implements WeighInPanel {
        public static final int MOST = 8;

        public Asked {
            choices = List.copyOf(choices);
            if (choices.size() > MOST) {
                throw new IllegalArgumentException("too many choices: " + choices.size());
            }
        }
    }

    /// @param choices at most 10: "none", and maybe "not weighed", are added by the screen
    record Containers(List<ChoiceView> choices) implements WeighInPanel {
        public Containers {
            choices = List.copyOf(choices);
        }
    }

    /// A mixed load is sorted: which one?
    record Loads(TilesView tiles) implements WeighInPanel {}

    /// The last weighings, newest first.
    ///
    /// @param weighings at most 5
    /// @param earlier   page before this one
    /// @param later     page after it
    record History(List<LastWeighing> weighings, OptionalInt earlier, OptionalInt later) implements WeighInPanel {
        public static final int ROWS = 5;

        public History {
            weighings = List.copyOf(weighings);
        }
    }

    /// @param sources  at most 7
    /// @param communes at most 4, the last used first
    /// @param sorting  a mixed load is sorted instead
    record Sources(List<ChoiceView> sources, List<ChoiceView> communes, boolean sorting) implements WeighInPanel {
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

    /// What lies on the scale is to be kept for later.
    ///
    /// @param reasons 6
    /// @param photo   address of the photograph that was taken; absent as long as none was
    record Camera(List<ChoiceView> reasons, Optional<String> photo) implements WeighInPanel {
        public Camera {
            reasons = List.copyOf(reasons);
        }
    }

    /// Things that were kept for later, oldest first.
    ///
    /// @param cards   at most 6
    /// @param before  page before this one
    /// @param after   page after it
    record Parked(List<ParkedView.Card> cards, OptionalInt before, OptionalInt after) implements WeighInPanel {
        public static final int MOST = 6;

        public Parked {
            cards = List.copyOf(cards);
            if (cards.size() > MOST) {
                throw new IllegalArgumentException("too many cards: " + cards.size());
            }
        }
    }

    /// A weight is typed on the keypad.
    record TypedWeight() implements WeighInPanel {}

    /// An unusual weight is asked about once more before it is recorded.
    record Question(String question) implements WeighInPanel {}
}
