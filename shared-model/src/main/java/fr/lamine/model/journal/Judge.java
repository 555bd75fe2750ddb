package fr.lamine.model.journal;

import java.util.Optional;
import java.util.function.LongFunction;

/// What the keeper of a copy of a journal makes of an entry that arrives (*juge*). Pure; it looks at numbers and hashes
/// only, the seal is checked by [Chain].
public final class Judge {

    private Judge() {}

    public enum Verdict {
        /// It follows the head: verify and store it.
        NEXT,
        /// It is already here, the very same: skip it.
        KNOWN,
        /// Another entry holds its number, or another entry stands before it.
        FORK,
        /// Entries before it are missing: ask for them again.
        GAP
    }

    /// @param head   where our copy of the entry's journal stands
    /// @param hashAt hash of the entry that we hold under a number up to the head's
    public static Verdict judge(Head head, Entry entry, LongFunction<Optional<String>> hashAt) {
        if (entry.seq() > head.seq() + 1) {
            return Verdict.GAP;
        }
        if (entry.seq() == head.seq() + 1) {
            return entry.prevHash().equals(head.hash()) ? Verdict.NEXT : Verdict.FORK;
        }
        return hashAt.apply(entry.seq()).filter(entry.hash()::equals).isPresent() ? Verdict.KNOWN : Verdict.FORK;
    }
}
