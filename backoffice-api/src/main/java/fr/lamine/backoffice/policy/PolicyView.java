package fr.lamine.backoffice.policy;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.policy.PolicyWords.Line;
import java.util.List;
import java.util.Optional;

/// The page of one topic.
///
/// @param revision of the settings shown; what is saved is a change to them
/// @param row      of a list, being changed
/// @param refusal  empty when nothing was refused
/// @param saved    whether the form before this one was taken
public record PolicyView(
        Topic topic,
        Names names,
        long revision,
        String token,
        Optional<Integer> row,
        List<Line> lines,
        Answers answers,
        String refusal,
        boolean saved) {

    public PolicyView {
        lines = List.copyOf(lines);
    }
}
