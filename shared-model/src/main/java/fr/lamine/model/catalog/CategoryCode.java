package fr.lamine.model.catalog;

/// Code of a category of goods, such as `vaisselle`: 1 to 60 small letters, digits or underscores.
public record CategoryCode(String code) implements Comparable<CategoryCode> {

    public CategoryCode {
        if (!code.matches("[a-z][a-z0-9_]{0,59}")) {
            throw new IllegalArgumentException("not a category: " + code);
        }
    }

    @Override
    public int compareTo(CategoryCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
