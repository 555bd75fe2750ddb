package fr.lamine.hardware.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bytes of one code as a [Scan].
final class CodeText {

    private static final Pattern AIM = Pattern.compile("(\\][A-Za-z][0-9A-Za-z])(.*)", Pattern.DOTALL);

    private CodeText() {}

    /// Takes the AIM identifier off the text if it begins with one.
    ///
    /// @param latin1 ISO-8859-1, one character a byte, at most [Scan#MAX_LENGTH]
    /// @return empty when nothing is left without the control characters and the prefix
    static Optional<Scan> scan(String latin1, Instant at) {
        String text = cleaned(latin1);
        Matcher prefixed = AIM.matcher(text);
        Optional<String> aim = prefixed.matches() ? Optional.of(prefixed.group(1)) : Optional.empty();
        String code = prefixed.matches() ? prefixed.group(2) : text;
        return code.isEmpty() ? Optional.empty() : Optional.of(new Scan(code, aim, at));
    }

    private static String cleaned(String latin1) {
        return decoded(latin1)
                .replaceAll("[\\x00-\\x1c\\x1e\\x1f\\x7f-\\x9f]", "")
                .strip();
    }

    /// Newer scanners send UTF-8, older ones Latin-1.
    private static String decoded(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return latin1;
        }
    }
}
