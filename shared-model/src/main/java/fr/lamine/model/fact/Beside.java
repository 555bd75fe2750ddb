package fr.lamine.model.fact;

import java.util.Optional;
import java.util.OptionalInt;

/// What people write beside a weight, as far as there is something to write.
///
/// @param round    name of the collection round that brought the goods (*tournée*), never a person's
/// @param document number of the paper that goes with them: a transport note, a waste slip
/// @param pieces   how many things there were, when they were counted
public record Beside(Optional<String> round, Optional<String> document, OptionalInt pieces) {

    public static final int LONGEST = 40;
    public static final int MOST_PIECES = 999;
    public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), OptionalInt.empty());

    public Beside {
        round.ifPresent(Beside::requireShort);
        document.ifPresent(Beside::requireShort);
        if (pieces.isPresent() && (pieces.getAsInt() < 1 || pieces.getAsInt() > MOST_PIECES)) {
            throw new IllegalArgumentException("pieces beside a weight: " + pieces.getAsInt());
        }
    }

    private static void requireShort(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not to be written beside a weight");
        }
    }
}
