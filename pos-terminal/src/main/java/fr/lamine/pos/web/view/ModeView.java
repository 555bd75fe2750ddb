package fr.lamine.pos.web.view;

/// One entry of the left rail.
public record ModeView(Mode mode, boolean current) {

    public enum Mode {
        WEIGH_IN("/pesee", "scale"),
        LABELLING("/etiquettes", "tag"),
        TILL("/caisse", "cash-register"),
        DRAWER("/tiroir", "cash"),
        TRANSFER("/transferts", "truck"),
        COUNT("/inventaire", "scan"),
        LOOK_UP("/chercher", "search"),
        /// Reached from the devices of the top bar, not from the rail.
        DEVICES("/appareils", "plug-connected"),
        HELP("/aide", "question-mark");

        private final String path;
        private final String icon;

        Mode(String path, String icon) {
            this.path = path;
            this.icon = icon;
        }

        public String path() {
            return path;
        }

        public String icon() {
            return icon;
        }
    }
}
