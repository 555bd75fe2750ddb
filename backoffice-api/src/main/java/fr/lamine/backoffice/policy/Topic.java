package fr.lamine.backoffice.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a page of the settings is about.
public enum Topic {
    COMPANY("structure"),
    SITES("lieux"),
    LIMITS("seuils"),
    VAT("tva"),
    PRICES("prix"),
    CAMPAIGNS("campagnes"),
    MARKDOWNS("anciennete"),
    ARTICLES("articles"),
    GUARANTEE("garantie");

    private final String path;

    Topic(String path) {
        this.path = path;
    }

    static Optional<Topic> of(String path) {
        return Stream.of(values()).filter(topic -> topic.path.equals(path)).findFirst();
    }

    public String address() {
        return PolicyPage.PATH + "/" + path;
    }

    /// Whether it is a list of things, each of which is added, changed and taken away.
    public boolean isList() {
        return switch (this) {
            case COMPANY, LIMITS, GUARANTEE -> false;
            case SITES, VAT, PRICES, CAMPAIGNS, MARKDOWNS, ARTICLES -> true;
        };
    }

    public static List<Topic> all() {
        return List.of(values());
    }
}
