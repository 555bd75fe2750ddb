package fr.lamine.pos.web.view;

import java.util.Optional;

/// Feedback readable at two metres, with its sound, gone by itself.
///
/// @param id   differs for each event, so that a screen drawn twice sounds once
/// @param stay seconds until it goes; 0 stays until the next action
/// @param undo what takes the action back, while that is allowed
public record BandView(Kind kind, String id, String text, Optional<String> detail, Optional<UndoView> undo, int stay) {

    public static final int SHORT = 4;
    public static final int UNDOABLE = 10;

    public enum Kind {
        OK("check"),
        /// Not known, not understood: look again.
        UNKNOWN("question-mark"),
        STOP("hand-stop");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    /// @param path where the undoing form is posted
    /// @param id   what is undone, sent as field `id`
    public record UndoView(String path, String id) {}

    public BandView {
        if (id.isBlank() || text.isBlank() || stay < 0 || stay > 60) {
            throw new IllegalArgumentException("a band that says nothing, or stays too long");
        }
    }

    public static BandView ok(String id, String text) {
        return new BandView(Kind.OK, id, text, Optional.empty(), Optional.empty(), SHORT);
    }

    public static BandView undoable(String id, String text, UndoView undo) {
        return new BandView(Kind.OK, id, text, Optional.empty(), Optional.of(undo), UNDOABLE);
    }

    public static BandView unknown(String id, String text, String whatToDo) {
        return new BandView(Kind.UNKNOWN, id, text, Optional.of(whatToDo), Optional.empty(), UNDOABLE);
    }

    public static BandView stop(String id, String text, String whatToDo) {
        return new BandView(Kind.STOP, id, text, Optional.of(whatToDo), Optional.empty(), UNDOABLE);
    }

    /// A bug or a broken machine: stays, and shows the number to report.
    public static BandView fault(String id, String text, String whatIsSafe) {
        return new BandView(Kind.STOP, id, text, Optional.of(whatIsSafe), Optional.empty(), 0);
    }
}
