package fr.lamine.backoffice.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a weighing was for.
public enum Direction {
    IN("source:%", "%"),
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
