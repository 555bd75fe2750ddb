package fr.lamine.backoffice.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a weighing was for.
public enum Direction {
    IN("source:%", "%"),
    /// Out of a mixed load, into a category of its own, wherever it went then.
    SORTED("place:%", "%"),
    SHELVED("place:%", "place:%"),
    OUT("place:%", "outcome:%");

    private final String from;
    private final String to;

    Direction(String from, String to) {
        this.from = from;
        this.to = to;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    /// As it stands in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> parse(String code) {
        return List.of(values()).stream().filter(d -> d.code().equals(code)).findFirst();
    }
}
