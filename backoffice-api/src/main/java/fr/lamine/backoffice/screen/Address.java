package fr.lamine.backoffice.screen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The address of a page with its questions.
public record Address(String path, Map<String, String> query) {

    public Address {
        query = Map.copyOf(query);
    }

    public static Address to(String path) {
        return new Address(path, Map.of());
    }

    public Address with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value.toString());
        return new Address(path, more);
    }

    public Address with(String name, Optional<?> value) {
        return value.map(v -> with(name, v)).orElse(this);
    }

    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + new TreeMap<>(query)
                                .entrySet().stream()
                                        .map(e -> e.getKey() + "="
                                                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                        .collect(Collectors.joining("&"));
    }
}
