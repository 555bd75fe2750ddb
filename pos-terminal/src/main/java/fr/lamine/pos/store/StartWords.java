package fr.lamine.pos.store;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.journal.Head;
import java.util.Optional;

/// What a start found wrong, in French and with the entries concerned, for the journal and the next closing.
final class StartWords {

    private StartWords() {}

    /// @param store             the last entry recorded, if any
    /// @param witness           the head file, if it can be read
    /// @param storeHasWitnessed true when the store holds the very entry that the head file names
    /// @param broken            what is wrong with the first of the last entries that does not verify
    static String of(
            ContinueCause cause,
            Optional<Head> store,
            Optional<Head> witness,
            boolean storeHasWitnessed,
            Optional<String> broken) {
        return switch (cause) {
            case CHAIN_BROKEN ->
                broken.orElseGet(() -> "la clé du journal "
                        + store.map(head -> head.journal().toString()).orElse("?") + " manque.");
            case STORE_BEHIND_HEAD -> behind(store, witness, storeHasWitnessed);
            case FORK, OFFICE_AHEAD -> throw new IllegalArgumentException("a start cannot find " + cause);
        };
    }

    private static String behind(Optional<Head> store, Optional<Head> witness, boolean storeHasWitnessed) {
        if (store.isEmpty()) {
            return "la base est vide"
                    + witness.map(seen -> ", le témoin connaît " + name(seen) + ".")
                            .orElse(" et le témoin manque, mais des clés sont là.");
        }
        Head last = store.get();
        if (witness.isEmpty()) {
            return "le témoin manque, la base va jusqu’à " + name(last) + ".";
        }
        Head seen = witness.get();
        if (seen.journal().equals(last.journal()) && seen.seq() > last.seq()) {
            return seen.seq() == last.seq() + 1
                    ? "l’écriture " + name(seen) + " manque."
                    : "les écritures " + last.journal() + "/" + (last.seq() + 1) + " à " + name(seen) + " manquent.";
        }
        boolean held = last.journal().compareTo(seen.journal()) >= 0;
        return held && !storeHasWitnessed
                ? "l’écriture " + name(seen) + " n’est pas celle que le témoin connaît."
                : "la base va jusqu’à " + name(last) + ", le témoin connaît " + name(seen) + ".";
    }

    private static String name(Head head) {
        return head.journal() + "/" + head.seq();
    }
}
