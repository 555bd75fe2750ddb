package fr.lamine.model.sync;

import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.FactId;
import java.util.UUID;

/// What a terminal tells the office of a person, beside one of its facts. It is never part of a journal, so that it can
/// be erased.
///
/// @param words what is known: a name, or an address
/// @param fact  of the terminal's own, to which it belongs
/// @param hash  of that entry: a journal that forked has two of that number
public record Person(Kind kind, String words, FactId fact, String hash) {

    public static final int MAX_NAME = 60;
    public static final int MAX_ADDRESS = 254;

    private static final String ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}";

    public enum Kind {
        /// The name on a cheque.
        CHEQUE_DRAWER,
        /// The e-mail address to which a receipt is sent, once.
        RECEIPT_ADDRESS;

        public boolean admits(String words) {
            return switch (this) {
                case CHEQUE_DRAWER -> DiscrepancySettled.isLine(words, MAX_NAME);
                case RECEIPT_ADDRESS -> words.length() <= MAX_ADDRESS && words.matches(ADDRESS);
            };
        }
    }

    public Person {
        if (!kind.admits(words)) {
            throw new IllegalArgumentException("not the words of a " + kind);
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the hash of an entry");
        }
    }

    /// The office's answer.
    ///
    /// @param kept false when this person was erased: the terminal forgets it all the same
    public record Taken(UUID uuid, boolean kept) {}
}
