package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands above the keypad of the till.
public sealed interface TillPanel {

    /// Category keys; goods without a label.
    ///
    /// @param held tickets on hold in words, such as `2 en attente`; absent when there are none
    record Categories(TilesView tiles, Optional<String> held) implements TillPanel {
        public Categories(TilesView tiles) {
            this(tiles, Optional.empty());
        }
    }

    /// A category key was pressed: its posted prices.
    ///
    /// @param prices at most 6
    record PostedPrices(String category, String icon, List<PriceView> prices) implements TillPanel {
        public PostedPrices {
            prices = List.copyOf(prices);
        }
    }

    /// A line of the ticket was tapped.
    ///
    /// @param weighable the scale may tell what it weighs
    record LineActions(String line, String name, String quantity, String unitPrice, String total, boolean weighable)
            implements TillPanel {}

    /// Something aside of the common sale.
    record Aside(AsidePanel panel) implements TillPanel {}

    /// A label that this till has never seen: first its category, then its printed price.
    record UnknownLabel(String code, TilesView tiles, Optional<TileView> category) implements TillPanel {}

    /// The code of a damaged label is typed.
    record KeyCode() implements TillPanel {}

    /// A price outside the grid, or other than the label's: why?
    record WhyPrice(String price, List<ChoiceView> reasons) implements TillPanel {
        public WhyPrice {
            reasons = List.copyOf(reasons);
        }
    }

    /// Something is taken off a price.
    ///
    /// @param name    of the line, or of the whole ticket
    /// @param price   before it
    /// @param reasons one of them is chosen
    /// @param reduced something is taken off already
    record Reduce(String name, String price, List<ChoiceView> reasons, boolean reduced) implements TillPanel {
        public static final List<Integer> SHARES = List.of(10, 20, 50);

        public Reduce {
            reasons = List.copyOf(reasons);
        }
    }

    /// A manager says yes to what a cashier may not.
    ///
    /// @param why what is beyond the cashier, a plain sentence
    /// @param pin whose code is asked; absent while nobody is chosen
    record Vouching(String why, TilesView managers, Optional<SignInView.PinView> pin) implements TillPanel {}

    enum PriceReason {
        DAMAGED,
        INCOMPLETE,
        WRONG_LABEL,
        RARE,
        AGREED
    }

    enum ReductionReason {
        GOODWILL,
        DAMAGED,
        QUANTITY
    }

    /// The customer pays.
    ///
    /// @param due     what remains, such as `18,00 €`
    /// @param quick   round amounts of cash above what is due, at most 3
    /// @param tenders the other tenders: end of the path, name, icon
    /// @param paid    tenders already taken for this ticket, such as `Carte 10,00 €`
    /// @param covered they are enough, and only recording it is left
    /// @param round   rounds the ticket up; absent when it is round, or paid in part
    record Tenders(
            String due,
            List<PriceView> quick,
            List<ChoiceView> tenders,
            List<String> paid,
            boolean covered,
            Optional<AsidePanel.Key> round)
            implements TillPanel {
        public Tenders {
            quick = List.copyOf(quick);
            tenders = List.copyOf(tenders);
            paid = List.copyOf(paid);
        }
    }

    /// A tender that needs more than one tap.
    record Tendering(TenderPanel panel) implements TillPanel {}

    /// The last sales: for a receipt, or because something is brought back.
    ///
    /// @param sales at most 3; the detail says how they were paid
    record Receipts(List<ChoiceView> sales) implements TillPanel {
        public Receipts {
            sales = List.copyOf(sales);
        }
    }

    /// What was sold on a ticket.
    ///
    /// @param title   such as `Ticket 128 du 23/11/2026`
    /// @param lines   at most 4; the detail says what may still come back
    /// @param earlier page before this one
    /// @param later   page after it
    /// @param receipt what became of its paper receipt
    record SoldLines(String title, List<ChoiceView> lines, OptionalInt earlier, OptionalInt later, Receipt receipt)
            implements TillPanel {
        public SoldLines {
            lines = List.copyOf(lines);
        }
    }

    /// Another till sold it, and nobody can tell what it was: category, then price and line, then reason.
    ///
    /// @param tiles   of categories, while none is chosen
    /// @param reasons whether the choices are reasons, or lines of the customer's paper
    record Unseen(String title, String note, Optional<TilesView> tiles, boolean reasons, List<ChoiceView> choices)
            implements TillPanel {
        public Unseen {
            choices = List.copyOf(choices);
        }

        /// Only with the lines is anything typed.
        public boolean whole() {
            return reasons || tiles.isPresent();
        }
    }

    /// Why a line comes back; the detail says where it goes.
    record Reasons(String name, String left, List<ChoiceView> reasons) implements TillPanel {
        public Reasons {
            reasons = List.copyOf(reasons);
        }
    }

    /// Something brought back was tapped.
    record ReturnActions(String index, String name, String total) implements TillPanel {}

    /// Money goes back: in which tender?
    record Refund(String amount, List<ChoiceView> tenders) implements TillPanel {
        public Refund {
            tenders = List.copyOf(tenders);
        }
    }

    /// The sale is recorded.
    ///
    /// @param change   `2,00 €`, or `0,00 €`
    /// @param summary  `Espèces 20,00 € · ticket 128`
    /// @param receipt  what became of the paper receipt
    /// @param nextIn   seconds until the next customer by itself
    /// @param qr       the customer can have the receipt on their telephone
    /// @param mail     or by e-mail
    record Done(String change, boolean hasChange, String summary, Receipt receipt, int nextIn, boolean qr, boolean mail)
            implements TillPanel {
        public Done(String change, boolean hasChange, String summary, Receipt receipt, int nextIn) {
            this(change, hasChange, summary, receipt, nextIn, false, false);
        }
    }

    /// The address of the receipt as a QR code.
    ///
    /// @param size modules of a side, quiet ones included
    /// @param path the dark ones, as the path of a drawing
    record QrCode(int size, String path) implements TillPanel {}

    /// The customer's e-mail address is typed.
    record Address(String typed) implements TillPanel {
        public static final int LONGEST = 80;
        public static final List<String> ROWS = List.of("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn.-_@");
        public static final List<String> ENDINGS = List.of("@gmail.com", "@orange.fr", "@free.fr", ".com", ".fr");
    }

    /// Nothing is sold before the cash is counted.
    ///
    /// @param leftOpen the last session was never closed
    record Closed(String title, String advice, boolean leftOpen) implements TillPanel {}

    /// What is not the sale at hand.
    record Apart(ApartPanel panel) implements TillPanel {}

    enum Receipt {
        NOT_ASKED,
        PRINTING,
        /// The printer cannot print now.
        WAITING,
        PRINTED,
        /// Sent to a printer that never answers.
        SENT,
        /// Somebody must look; the question stands above.
        DOUBTFUL,
        /// Not wanted any more, and wanted again perhaps.
        CANCELLED,
        /// No printer: the question is not asked.
        UNAVAILABLE
    }
}
