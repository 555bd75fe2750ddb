package fr.lamine.pos.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The fixed words of the screens, one bundle per language. A missing key is a fault: a test compares the keys in use
/// with the bundle.
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("fr.lamine.pos.texts", locale);
    }

    public static Texts french() {
        return new Texts(Locale.FRANCE);
    }

    public String language() {
        return locale.getLanguage();
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /// A sentence with its places filled; what is filled in is already readable.
    public String get(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), locale).format(parts);
    }

    /// A number with its word; the bundle knows where its language changes from singular to plural.
    public String count(String key, long number) {
        return get(key, number);
    }

    /// The word of an enum constant, key `Source.STREET` or, within another type, `WeightView.State.STABLE`.
    public String word(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return bundle.getString(name + "." + constant.name());
    }
}
