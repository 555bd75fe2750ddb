package fr.lamine.hardware.scale;

/// How the bytes of a device are kept with a record and shown to people.
public final class RawFrame {

    private RawFrame() {}

    /// Printable ASCII as it is, a backslash doubled, any other byte as `\x1b`.
    public static String printable(String latin1) {
        StringBuilder text = new StringBuilder(latin1.length() + 8);
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            if (c == '\\') {
                text.append("\\\\");
            } else if (c >= ' ' && c <= '~') {
                text.append(c);
            } else {
                text.append("\\x%02x".formatted((int) c));
            }
        }
        return text.toString();
    }
}
