package fr.lamine.pos.station;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Json;
import java.util.Optional;

/// What a command of the counter answers.
public sealed interface Answer {

    /// The sentence for people.
    String sentence();

    /// @param fact what was recorded, if the command records something
    record Done(String sentence, Optional<FactId> fact) implements Answer {}

    record Refused(Refusal refusal, String sentence, String advice) implements Answer {}

    record Asked(Question question, String subject, String sentence) implements Answer {}

    static Answer done(String sentence) {
        return new Done(sentence, Optional.empty());
    }

    static Answer recorded(FactId fact, String sentence) {
        return new Done(sentence, Optional.of(fact));
    }

    /// For the table of form tokens.
    default String text() {
        return Json.write(
                switch (this) {
                    case Done(var said, var fact) -> new Kept("DONE", "", said, "", fact);
                    case Refused(var refusal, var said, var advice) ->
                        new Kept("REFUSED", refusal.name(), said, advice, Optional.empty());
                    case Asked(var question, var subject, var said) ->
                        new Kept("ASKED", question.name(), said, subject, Optional.empty());
                });
    }

    static Answer parse(String text) {
        Kept kept = Json.read(text, Kept.class);
        return switch (kept.kind()) {
            case "DONE" -> new Done(kept.sentence(), kept.fact());
            case "REFUSED" -> new Refused(Refusal.valueOf(kept.which()), kept.sentence(), kept.more());
            case "ASKED" -> new Asked(Question.valueOf(kept.which()), kept.more(), kept.sentence());
            default -> throw new IllegalStateException("not an answer: " + text);
        };
    }

    /// @param which constant of the refusal or question
    /// @param more  advice of a refusal, subject of a question
    record Kept(String kind, String which, String sentence, String more, Optional<FactId> fact) {}
}
