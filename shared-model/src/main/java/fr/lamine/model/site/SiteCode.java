package fr.lamine.model.site;

/// Code of a shop, pop-up or online shop, such as `ARCUEIL`: 2 to 16 capitals, digits or hyphens.
public record SiteCode(String code) implements Comparable<SiteCode> {

    public SiteCode {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a site: " + code);
        }
    }

    /// Whether a text can be the code of a site.
    public static boolean isCode(String text) {
        return text.matches("[A-Z][A-Z0-9-]{1,15}");
    }

    @Override
    public int compareTo(SiteCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
