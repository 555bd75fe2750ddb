package fr.lamine.pos.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one posted form, within their limits. Of a field sent twice the last counts, as a button after the
/// fields of its form does.
public final class Form {

    static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_FIELDS = 40;
    private static final int MAX_VALUE = 400;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    static Form read(ServerRequest request) {
        return parse(new String(body(request, TYPE, MAX_BYTES), StandardCharsets.ISO_8859_1));
    }

    /// @param most bytes
    static byte[] body(ServerRequest request, String type, int most) {
        String given = request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!given.equalsIgnoreCase(type)) {
            throw BadRequest.notOf(type);
        }
        if (request.headers().contentLength().orElse(0) > most) {
            throw BadRequest.tooLarge(most);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw BadRequest.tooLarge(most);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form parse(String body) {
        Map<String, String> fields = new HashMap<>();
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&", -1);
        if (pairs.length > MAX_FIELDS) {
            throw BadRequest.malformed("at most " + MAX_FIELDS + " fields");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (value.length() > MAX_VALUE) {
                throw BadRequest.malformed("a field of " + value.length() + " characters");
            }
            fields.put(name, value);
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("a field that cannot be decoded");
        }
    }

    /// The one-time token of the screen that the form came from.
    public String token() {
        String token = text("token", 64);
        if (!token.matches("[A-Za-z0-9-]{8,64}")) {
            throw BadRequest.malformed("not a form token");
        }
        return token;
    }

    /// A field that the form always has, maybe empty.
    public String text(String name, int maxLength) {
        return optional(name, maxLength).orElseThrow(() -> BadRequest.malformed("the field " + name + " is missing"));
    }

    /// Empty when the field is absent; an empty field is an empty text.
    public Optional<String> optional(String name, int maxLength) {
        Optional<String> value = Optional.ofNullable(fields.get(name));
        if (value.isPresent() && value.get().length() > maxLength) {
            throw BadRequest.malformed("the field " + name + " is too long");
        }
        return value;
    }

    /// Absent and empty alike.
    public Optional<String> filled(String name, int maxLength) {
        return optional(name, maxLength).map(String::strip).filter(v -> !v.isEmpty());
    }

    public int number(String name) {
        String value = text(name, 6);
        if (!value.matches("[0-9]{1,6}")) {
            throw BadRequest.malformed("the field " + name + " is not a number");
        }
        return Integer.parseInt(value);
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = text(name, 40);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw BadRequest.malformed("the field " + name + " is none of ours");
    }
}
