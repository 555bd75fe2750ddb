package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// Finding a thing (*chercher*).
///
/// @param words what was typed
public record LookUpView(LookUpPanel panel, String words, List<FilterView> filters) implements ScreenView {

    public LookUpView {
        filters = List.copyOf(filters);
    }

    /// One question that narrows the search.
    ///
    /// @param name of the field
    public record FilterView(String name, String label, List<Option> options) {
        public FilterView {
            options = List.copyOf(options);
        }
    }

    /// @param value empty for any
    public record Option(String value, String text, boolean chosen) {}

    /// What stands under the question.
    public sealed interface LookUpPanel {}

    /// @param next     number of the page that follows
    /// @param previous of the one before
    public record Results(List<Row> rows, Optional<Integer> previous, Optional<Integer> next) implements LookUpPanel {

        public static final int ROWS = 6;

        public Results {
            rows = List.copyOf(rows);
            if (rows.size() > ROWS) {
                throw new IllegalArgumentException(rows.size() + " rows on one screen");
            }
        }
    }

    /// @param code  13 digits
    /// @param state in words
    /// @param gone  nothing of it is left
    public record Row(String code, String title, String about, String price, String state, boolean gone) {}

    /// One thing and all that is known of it.
    ///
    /// @param lines  what is known, a name and a word each
    /// @param steps  what happened to it here, oldest first
    /// @param label  what a reprint asks for; absent for a label of another terminal
    /// @param voidable whether its label may be voided
    public record Detail(
            String code,
            String spaced,
            String title,
            String price,
            String state,
            boolean gone,
            List<Fact> lines,
            List<Fact> steps,
            Optional<String> label,
            boolean voidable)
            implements LookUpPanel {
        public Detail {
            lines = List.copyOf(lines);
            steps = List.copyOf(steps);
        }
    }

    /// Why the label of a thing is voided; one touch says it and does it.
    public record Voiding(String code, String spaced, String title, String state, List<ChoiceView> reasons)
            implements LookUpPanel {
        public Voiding {
            reasons = List.copyOf(reasons);
        }
    }

    public record Fact(String name, String text) {}
}
