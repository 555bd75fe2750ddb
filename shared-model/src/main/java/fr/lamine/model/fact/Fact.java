package fr.lamine.model.fact;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Everything that happens in a shop. A fact is recorded once, signed as it stands and never changed; a released record
/// stays here for ever, and what must change becomes a new version beside it.
public sealed interface Fact
        permits Fact.JournalOpened,
                Fact.JournalContinues,
                Fact.KeyChanged,
                Fact.WeighIn,
                Fact.WeighInReversed,
                Fact.Labelled,
                Fact.LabelVoided,
                Fact.Sale,
                Fact.TerminalEnrolled,
                Fact.ReferenceChanged,
                Fact.DiscrepancySettled,
                Fact.Exported,
                OnlineFact,
                TillFact,
                SiteFact {

    int MAX_LINES = 200;
    int MAX_TENDERS = 10;

    Context context();

    /// The first entry of a terminal's journal.
    ///
    /// @param publicKey the key that signs this generation, X.509 SubjectPublicKeyInfo in base64
    record JournalOpened(Context context, JournalKind kind, String publicKey) implements Fact {}

    /// The first entry of every further generation.
    ///
    /// @param endorsement word for the new key by that of the last generation the store still held, or by the
    ///                    terminal's first key when it held none; absent when that key is lost
    record JournalContinues(
            Context context,
            JournalKind kind,
            String publicKey,
            Optional<String> endorsement,
            int previousGeneration,
            long previousSeq,
            String previousHash,
            PerpetualTotals totals,
            ContinueCause cause)
            implements Fact {}

    /// The key that signs from the next entry on; this entry is still signed by the old one.
    record KeyChanged(Context context, String publicKey) implements Fact {}

    /// Goods were weighed and went from an account to another: taken in, sorted, put on the shelf or sent away. Version
    /// 1 knew no goods that change their category.
    ///
    /// @param category what the goods are from now on
    /// @param commune  commune or postcode the goods come from, never a person's address
    /// @param was      their category until now, when they are sorted out of a mixed load; its rest keeps it
    /// @param beside   what is written beside the weight
    record WeighIn(
            Context context,
            CategoryCode category,
            Weight weight,
            Account from,
            Account to,
            Optional<String> commune,
            Optional<CategoryCode> was,
            Beside beside)
            implements Fact {
        public WeighIn {
            boolean sorted = was.isPresent();
            if (!from.isStock() && !to.isStock() || from.equals(to) && !sorted) {
                throw new IllegalArgumentException("a weigh-in from " + from.code() + " to " + to.code());
            }
            if (sorted && (was.get().equals(category) || !(from instanceof Place))) {
                throw new IllegalArgumentException("sorted out of " + was.get() + " at " + from.code());
            }
            if (commune.isPresent() && (commune.get().isBlank() || commune.get().length() > 60)) {
                throw new IllegalArgumentException("commune out of bounds");
            }
        }

        /// Goods that keep their category.
        public WeighIn(
                Context context,
                CategoryCode category,
                Weight weight,
                Account from,
                Account to,
                Optional<String> commune) {
            this(context, category, weight, from, to, commune, Optional.empty(), Beside.NOTHING);
        }
    }

    /// A weigh-in was a mistake; what it moved is turned back, whole.
    record WeighInReversed(
            Context context,
            FactId weighIn,
            CategoryCode category,
            Weight weight,
            Account from,
            Account to,
            Optional<CategoryCode> was)
            implements Fact {

        public static WeighInReversed of(FactId id, WeighIn weighIn, Context context) {
            return new WeighInReversed(
                    context, id, weighIn.category(), weighIn.weight(), weighIn.from(), weighIn.to(), weighIn.was());
        }
    }

    /// A code was given to one item, or to a lot of like things.
    ///
    /// @param mass      of all pieces together
    /// @param pieceMass grams of one piece, rounded down; what is left over stays with the lot until it is empty
    /// @param replaces  the code of the label that this one follows, whose things it now names
    record Labelled(
            Context context,
            ItemCode code,
            CategoryCode category,
            String title,
            int pieces,
            Mass mass,
            Mass pieceMass,
            MassProvenance provenance,
            Money piecePrice,
            Money lotPrice,
            Place from,
            Place to,
            Optional<ItemCode> replaces)
            implements Fact {
        public Labelled {
            if (pieces < 1 || pieces > SaleLine.MAX_PIECES || title.length() > 60) {
                throw new IllegalArgumentException("pieces or title of a label out of bounds");
            }
            if (!mass.isPositive() || !mass.perPiece(pieces).equals(pieceMass) || !pieceMass.isPositive()) {
                throw new IllegalArgumentException(mass + " in " + pieces + " pieces is not " + pieceMass + " each");
            }
            if (piecePrice.isNegative() || piecePrice.compareTo(SaleLine.MAX_UNIT_PRICE) > 0 || lotPrice.isNegative()) {
                throw new IllegalArgumentException("price of a label out of bounds");
            }
            if (!from.site().equals(to.site())) {
                throw new IllegalArgumentException("a label does not move goods between sites");
            }
        }
    }

    /// A label counts no more (*étiquette annulée*): what it stood on leaves the shelf, and the code is never given
    /// again.
    ///
    /// @param pieces all that were left under the code, as far as the counter knew
    /// @param mass   of these pieces together
    /// @param from   the shelf of the site where it was voided
    /// @param to     back to sorting or to the workshop, or out, as the reason says
    record LabelVoided(
            Context context,
            ItemCode code,
            CategoryCode category,
            int pieces,
            Mass mass,
            VoidReason reason,
            Place from,
            Account to)
            implements Fact {
        public LabelVoided {
            if (pieces < 1 || pieces > SaleLine.MAX_PIECES || !mass.isPositive()) {
                throw new IllegalArgumentException(pieces + " pieces of " + mass + " voided");
            }
            boolean fits = switch (reason) {
                case MISTAKE, DISMANTLED ->
                    to instanceof Place place && place.site().equals(from.site());
                case BROKEN -> to.equals(new Account.Adjustment(from.site(), Cause.BREAKAGE));
                case THROWN_AWAY -> to instanceof Account.Gone gone && gone.outcome() == Outcome.WASTE;
            };
            if (!fits || !from.site().equals(context.site())) {
                throw new IllegalArgumentException(reason + " from " + from.code() + " to " + to.code());
            }
        }
    }

    /// A ticket was paid: goods sold, goods taken back, gifts and deposits, in any mixture. Version 1 knew goods sold
    /// at their plain price only.
    ///
    /// @param total       lines less returns, plus extras; below zero when the customer gets money back
    /// @param tenders     what the customer handed over
    /// @param change      cash given back of it
    /// @param givenBack   what the customer got for a total below zero, or for what a voucher was worth more
    /// @param member      code of a member's card
    /// @param paper       when it was entered from the paper sheet
    /// @param totalsAfter the terminal's perpetual totals, this ticket included
    record Sale(
            Context context,
            long ticket,
            List<SaleLine> lines,
            List<ReturnLine> returns,
            List<ExtraLine> extras,
            Money total,
            List<TenderLine> tenders,
            Money change,
            List<TenderLine> givenBack,
            Optional<String> member,
            Optional<PaperSale> paper,
            PerpetualTotals totalsAfter)
            implements Fact {
        public Sale {
            lines = List.copyOf(lines);
            returns = List.copyOf(returns);
            extras = List.copyOf(extras);
            tenders = List.copyOf(tenders);
            givenBack = List.copyOf(givenBack);
            int all = lines.size() + returns.size() + extras.size();
            if (all == 0 || all > MAX_LINES || tenders.size() > MAX_TENDERS || givenBack.size() > MAX_TENDERS) {
                throw new IllegalArgumentException("a ticket of %d lines, %d tenders".formatted(all, tenders.size()));
            }
            Money owed = sum(lines, SaleLine::total)
                    .minus(sum(returns, ReturnLine::total))
                    .plus(sum(extras, ExtraLine::amount));
            Money handed = sum(tenders, TenderLine::amount);
            Money cash =
                    sum(tenders.stream().filter(t -> t.tender().givesChange()).toList(), TenderLine::amount);
            Money back = sum(givenBack, TenderLine::amount);
            if (!owed.equals(total) || !handed.minus(change).minus(back).equals(total)) {
                throw new IllegalArgumentException("lines %s, total %s, tenders %s, change %s, given back %s"
                        .formatted(owed, total, handed, change, back));
            }
            if (change.isNegative() || change.compareTo(cash) > 0 || totalsAfter.tickets() != ticket || ticket < 1) {
                throw new IllegalArgumentException("change " + change + ", ticket " + ticket);
            }
            if (member.isPresent() && !member.get().matches("[A-Za-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("not a member's code: " + member.get());
            }
        }

        /// Goods sold at their plain price.
        public Sale(
                Context context,
                long ticket,
                List<SaleLine> lines,
                Money total,
                List<TenderLine> tenders,
                Money change,
                PerpetualTotals totalsAfter) {
            this(
                    context,
                    ticket,
                    lines,
                    List.of(),
                    List.of(),
                    total,
                    tenders,
                    change,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    totalsAfter);
        }

        /// Goods and services sold, VAT included.
        public Money sold() {
            return sum(lines, SaleLine::total);
        }

        /// Goods taken back, zero or more.
        public Money returned() {
            return sum(returns, ReturnLine::total);
        }

        private static <T> Money sum(List<T> all, Function<T, Money> amount) {
            return all.stream().map(amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /// The office made a terminal known, with the key it may sign with.
    record TerminalEnrolled(Context context, TerminalId terminal, JournalKind kind, SiteCode site, String publicKey)
            implements Fact {}

    /// The office set the reference data of a revision, whole.
    record ReferenceChanged(Context context, long revision, Catalog catalog) implements Fact {}

    /// A manager looked into what did not match and says what it was; it may be found again, and is settled then.
    ///
    /// @param kind    of the discrepancy, as the office names it
    /// @param subject what it is about; kind and subject are its identity
    /// @param shown   the fact that showed it, if one did: once another fact shows it, it is open again
    /// @param reason  1 to 200 characters, without a person's name
    record DiscrepancySettled(Context context, String kind, String subject, Optional<FactId> shown, String reason)
            implements Fact {
        public static final int MAX_REASON = 200;

        public DiscrepancySettled {
            if (!kind.matches("[A-Z][A-Z_]{0,39}") || !isLine(subject, 120) || !isLine(reason, MAX_REASON)) {
                throw new IllegalArgumentException("kind, subject or reason of a settled discrepancy out of bounds");
            }
        }

        /// One line of text with nothing around it.
        public static boolean isLine(String text, int most) {
            return !text.isEmpty()
                    && text.length() <= most
                    && text.equals(text.strip())
                    && text.codePoints().noneMatch(Character::isISOControl);
        }
    }

    /// A range of this journal was handed out; the export ends with this entry.
    record Exported(Context context, long fromSeq, long toSeq, String headHash) implements Fact {}
}
