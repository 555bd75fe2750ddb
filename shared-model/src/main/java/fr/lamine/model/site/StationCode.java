package fr.lamine.model.site;

/// Code of a counter within its terminal, such as `P1`: 1 to 12 capitals, digits or hyphens.
public record StationCode(String code) implements Comparable<StationCode> {

    public StationCode {
        if (!code.matches("[A-Z0-9-]{1,12}")) {
            throw new IllegalArgumentException("not a station: " + code);
        }
    }

    @Override
    public int compareTo(StationCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
