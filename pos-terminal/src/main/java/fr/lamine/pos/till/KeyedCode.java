package fr.lamine.pos.till;

import fr.lamine.model.item.Ean;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Reads a label's code from the digits that somebody typed, because no scanner can: all 13, or the last 8, which the
/// labels known here complete.
final class KeyedCode {

    private static final int WHOLE = 13;
    private static final int END = 8;

    private KeyedCode() {}

    sealed interface Verdict {}

    record Read(ItemCode code) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    /// @param own   the terminal that an end without a known label is taken for
    /// @param known whether a label is known here
    static Verdict judge(String digits, TerminalId own, Predicate<ItemCode> known) {
        if (digits.matches("[0-9]{" + WHOLE + "}")) {
            return whole(digits);
        }
        return digits.matches("[0-9]{" + END + "}") ? end(digits, own, known) : no(Refusal.CODE_LENGTH);
    }

    private static Verdict whole(String digits) {
        if (!Ean.isValid(digits)) {
            return no(Refusal.CODE_DIGIT);
        }
        return ItemCode.isWellFormed(digits) ? new Read(new ItemCode(digits)) : no(Refusal.UNKNOWN_CODE);
    }

    private static Verdict end(String digits, TerminalId own, Predicate<ItemCode> known) {
        List<ItemCode> found = IntStream.rangeClosed(0, 999)
                .mapToObj(terminal -> "04%03d%s".formatted(terminal, digits))
                .filter(ItemCode::isWellFormed)
                .map(ItemCode::new)
                .filter(known)
                .toList();
        if (found.size() > 1) {
            return no(Refusal.CODE_AMBIGUOUS);
        }
        if (found.size() == 1) {
            return new Read(found.getFirst());
        }
        String ours = "04%03d%s".formatted(own.number(), digits);
        return ItemCode.isWellFormed(ours) ? new Read(new ItemCode(ours)) : no(Refusal.CODE_END);
    }

    private static Verdict no(Refusal refusal) {
        return new No(refusal.with());
    }
}
