package fr.lamine.model.journal;

import fr.lamine.model.fact.Fact;
import java.util.Optional;

/// Name and version of each fact in the journal.
public final class FactTypes {

    private FactTypes() {}

    public static String typeOf(Fact fact) {
        return switch (fact) {
            case Fact.JournalOpened _ -> "journal-opened.1";
            case Fact.JournalContinues _ -> "journal-continues.1";
            case Fact.KeyChanged _ -> "key-changed.1";
            case Fact.WeighIn _ -> "weigh-in.1";
            case Fact.WeighInReversed _ -> "weigh-in-reversed.1";
            case Fact.Labelled _ -> "labelled.1";
            case Fact.Sale _ -> "sale.1";
            case Fact.TerminalEnrolled _ -> "terminal-enrolled.1";
            case Fact.ReferenceChanged _ -> "reference-changed.1";
            case Fact.Exported _ -> "exported.1";
        };
    }

    /// Empty for a type that this version does not know.
    static Optional<Class<? extends Fact>> recordOf(String type) {
        return switch (type) {
            case "journal-opened.1" -> Optional.of(Fact.JournalOpened.class);
            case "journal-continues.1" -> Optional.of(Fact.JournalContinues.class);
            case "key-changed.1" -> Optional.of(Fact.KeyChanged.class);
            case "weigh-in.1" -> Optional.of(Fact.WeighIn.class);
            case "weigh-in-reversed.1" -> Optional.of(Fact.WeighInReversed.class);
            case "labelled.1" -> Optional.of(Fact.Labelled.class);
            case "sale.1" -> Optional.of(Fact.Sale.class);
            case "terminal-enrolled.1" -> Optional.of(Fact.TerminalEnrolled.class);
            case "reference-changed.1" -> Optional.of(Fact.ReferenceChanged.class);
            case "exported.1" -> Optional.of(Fact.Exported.class);
            default -> Optional.empty();
        };
    }
}
