package fr.lamine.pos.printing;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import java.time.Instant;
import java.util.Optional;

/// One job of the queue.
///
/// @param fact     what is printed; absent for a drawer and for a price tag
/// @param tag      the text of a price tag, which no fact tells of
/// @param copy     1 for the original, then 2, 3 …; given when the job goes to the printer, and counted from those that
///                 came out before
/// @param wantedAt when somebody last said that they want it
/// @param begun    a part of this very copy may lie on the paper already
/// @param trouble  why it is not on paper yet, in one word of the printer, or [#CRASH]
public record PrintJob(
        long id,
        StationCode station,
        Kind kind,
        Optional<FactId> fact,
        Optional<String> tag,
        int copy,
        Instant createdAt,
        Instant wantedAt,
        State state,
        boolean begun,
        Optional<String> trouble) {

    /// The trouble of a job that was on its way when the process ended.
    public static final String CRASH = "CRASH";

    public enum Kind {
        RECEIPT(PrintRole.TICKET),
        /// A voucher that was given out: it is worth money and never copied.
        VOUCHER(PrintRole.TICKET),
        /// The slips of goods that are collected later.
        PICK_UP(PrintRole.TICKET),
        /// The slip of goods that leave for somebody.
        OUTFLOW(PrintRole.TICKET),
        /// The slip that travels with goods to another site.
        TRANSFER(PrintRole.TICKET),
        LABEL(PrintRole.LABEL),
        /// A price for any thing of a category.
        PRICE_TAG(PrintRole.LABEL),
        /// A Z.
        CLOSING(PrintRole.TICKET),
        /// An X: the books as they stand when it comes out.
        READING(PrintRole.TICKET),
        BANK_SLIP(PrintRole.TICKET),
        DRAWER(PrintRole.TICKET);

        private final PrintRole role;

        Kind(PrintRole role) {
            this.role = role;
        }

        public PrintRole role() {
            return role;
        }
    }

    public enum State {
        WAITING,
        /// Waited so long that it would surprise: somebody says whether it is still wanted.
        HELD,
        /// On its way; found so after a start, it is in doubt.
        SENDING,
        /// Confirmed by the printer, or by somebody who looked.
        PRINTED,
        /// Sent and not confirmed: somebody looks at the paper.
        DOUBTFUL,
        /// Sent whole to a printer that never answers: somebody is asked when the paper is wanted again.
        UNCONFIRMED,
        /// Not wanted any more.
        DROPPED
    }
}
