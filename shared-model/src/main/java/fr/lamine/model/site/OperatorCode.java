package fr.lamine.model.site;

/// Code of the person at the counter; the name behind it never enters a journal. 1 to 12 capitals or digits.
public record OperatorCode(String code) implements Comparable<OperatorCode> {

    public OperatorCode {
        if (!code.matches("[A-Z0-9]{1,12}")) {
            throw new IllegalArgumentException("not a operator: " + code);
        }
    }

    @Override
    public int compareTo(OperatorCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
