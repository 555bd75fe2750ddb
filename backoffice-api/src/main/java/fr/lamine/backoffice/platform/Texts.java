package fr.lamine.backoffice.platform;

import fr.lamine.model.text.French;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/// Every word that a page shows. The bundle is written with plain spaces and apostrophes; French typography is set
/// here.
public final class Texts {

    private static final String RESOURCE = "/fr/lamine/backoffice/texts_fr.properties";
    private static final String NO_BREAK = "\u00a0";
    private static final Properties BUNDLE = read();

    private Texts() {}

    /// The text under a key; `{0}`, `{1}` … stand for the arguments.
    public static String t(String key, Object... arguments) {
        String text = BUNDLE.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text under " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /// The text for a number of things: under `key.one` for 0 and 1, else under `key.many`; `{0}` is the number.
    public static String counted(String key, long number) {
        return t(key + (Math.abs(number) < 2 ? ".one" : ".many"), French.count(number) + NO_BREAK)
                .replace(NO_BREAK + " ", NO_BREAK);
    }

    /// The word for a constant, under `word.` and the names of its type and its own.
    public static String word(Enum<?> constant) {
        return t(keyOf(constant));
    }

    static String keyOf(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return "word." + name.replace('$', '.') + "." + constant.name();
    }

    static Set<String> keys() {
        return BUNDLE.stringPropertyNames();
    }

    private static String typeset(String text) {
        return text.replace('\'', '\u2019')
                .replaceAll(" (?=[:;!?»%€])", String.valueOf(French.NARROW))
                .replaceAll("(?<=«) ", String.valueOf(French.NARROW));
    }

    private static Properties read() {
        Properties bundle = new Properties();
        try (Reader in = new InputStreamReader(Texts.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bundle.replaceAll((_, text) -> typeset((String) text));
        return bundle;
    }
}
