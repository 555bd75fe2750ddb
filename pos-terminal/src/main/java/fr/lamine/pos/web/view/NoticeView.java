package fr.lamine.pos.web.view;

import java.util.Optional;

/// A screen that has only something to say.
///
/// @param title  what happened
/// @param text   what is safe, and what to do
/// @param fault  number to report, for a fault
public record NoticeView(Kind kind, String title, String text, Optional<String> fault) implements ScreenView {

    public enum Kind {
        /// Nothing to work with yet, such as no catalog received.
        EMPTY("hourglass"),
        /// A bug or broken machine.
        FAULT("tool"),
        /// Not for this operator, or not here.
        REFUSED("lock");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }
}
