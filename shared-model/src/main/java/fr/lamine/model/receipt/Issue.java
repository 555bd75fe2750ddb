package fr.lamine.model.receipt;

import java.time.Instant;

/// As what a receipt is handed over.
public sealed interface Issue {

    /// On paper.
    ///
    /// @param copy     1 for the original; later ones say DUPLICATA
    /// @param replaces a part of this copy may lie on the paper above, and is void
    /// @param at       when this copy was asked for
    record Paper(int copy, boolean replaces, Instant at) implements Issue {
        public Paper {
            if (copy < 1) {
                throw new IllegalArgumentException("copy " + copy);
            }
        }
    }

    /// On the customer's own screen.
    record Electronic() implements Issue {}
}
