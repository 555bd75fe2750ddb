package fr.lamine.pos.web.view;

/// One device as a dot in the top bar.
public record DeviceView(Kind kind, State state) {

    public enum Kind {
        SCALE("scale"),
        PRINTER("printer"),
        LABEL_PRINTER("tag"),
        SCANNER("scan"),
        CARD_TERMINAL("credit-card"),
        DRAWER("cash");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    public enum State {
        READY,
        /// Works, and needs somebody soon: paper near its end, sticker about to expire.
        ATTENTION,
        LOST
    }
}
