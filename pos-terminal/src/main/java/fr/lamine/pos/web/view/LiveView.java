package fr.lamine.pos.web.view;

/// What a device says now: changes by itself, without a button in it.
///
/// @param words one or two, in capitals or not
/// @param big   what it reads, such as `12,340 kg`; may be empty
/// @param note  a plain sentence: what to do, or what is known; may be empty
public record LiveView(Tone tone, String words, String big, String note) {

    public enum Tone {
        GOOD("stable", "check"),
        WAIT("moving", "clock-pause"),
        STOP("overload", "alert-triangle"),
        AWAY("no_scale", "plug-connected-x");

        private final String look;
        private final String icon;

        Tone(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        public String look() {
            return look;
        }

        public String icon() {
            return icon;
        }
    }

    public static LiveView good(String words, String note) {
        return new LiveView(Tone.GOOD, words, "", note);
    }

    public static LiveView wait(String words, String note) {
        return new LiveView(Tone.WAIT, words, "", note);
    }

    public static LiveView stop(String words, String note) {
        return new LiveView(Tone.STOP, words, "", note);
    }

    public static LiveView away(String words, String note) {
        return new LiveView(Tone.AWAY, words, "", note);
    }

    public LiveView reading(String text) {
        return new LiveView(tone, words, text, note);
    }
}
