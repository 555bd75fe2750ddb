package fr.lamine.pos.device;

/// How one device of the counter is. A device that the counter does not have has no status.
public record DeviceStatus(Kind kind, State state) {

    public enum Kind {
        SCALE,
        PRINTER,
        /// Only where it is another than that of the tickets.
        LABEL_PRINTER,
        SCANNER,
        CARD_TERMINAL,
        DRAWER
    }

    public enum State {
        READY,
        /// Works, and needs somebody soon.
        ATTENTION,
        LOST
    }
}
