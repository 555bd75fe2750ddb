package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The ticket of the customer at the counter, or the last one that was sold until the next begins; oldest line first.
///
/// @param lines   the lines of the page that is shown, at most 5
/// @param articles number of pieces in words, such as `10 articles`
/// @param earlier page with earlier lines
/// @param later   page with later lines
/// @param sold    how it was paid; absent while it is open
/// @param off     what comes off the whole ticket, such as `−1,06 €`, or the word for it while nothing does; absent
///                while nothing can
/// @param card    code of the member's card that was shown
public record TicketView(
        List<Line> lines,
        String articles,
        String total,
        OptionalInt earlier,
        OptionalInt later,
        Optional<Sold> sold,
        Optional<String> off,
        Optional<String> card) {

    public static final int LINES = 5;

    public TicketView {
        lines = List.copyOf(lines);
        if (lines.size() > LINES) {
            throw new IllegalArgumentException("too many lines for one page: " + lines.size());
        }
    }

    public enum Kind {
        GOODS("line", "/caisse/ligne"),
        /// Brought back.
        BACK("back", "/caisse/reprise/tape"),
        /// A gift or a fee: no turnover.
        EXTRA("extra", "/caisse/extra");

        private final String field;
        private final String path;

        Kind(String field, String path) {
            this.field = field;
            this.path = path;
        }

        public String field() {
            return field;
        }

        public String path() {
            return path;
        }
    }

    /// @param id       what a tap on the line sends
    /// @param detail   item code or the key it came from
    /// @param quantity `1`, `6 × 0,50`
    /// @param chosen   its panel is open
    /// @param fresh    it was added or changed by the last action
    /// @param kind     what a tap on it opens
    public record Line(
            String id,
            String name,
            String detail,
            String quantity,
            String price,
            boolean chosen,
            boolean fresh,
            Kind kind) {

        /// A line that is sold.
        public Line(
                String id, String name, String detail, String quantity, String price, boolean chosen, boolean fresh) {
            this(id, name, detail, quantity, price, chosen, fresh, Kind.GOODS);
        }

        public boolean back() {
            return kind == Kind.BACK;
        }
    }

    /// @param number such as `Ticket 128`
    /// @param paid   each tender and the change, such as `Espèces 20,00 €`, `Rendu 2,00 €`
    /// @param again  the next customer may come: a paper receipt is still to be had
    public record Sold(String number, List<String> paid, boolean again) {
        public Sold {
            paid = List.copyOf(paid);
        }
    }

    /// The same, paid for.
    public TicketView paid(Sold how) {
        return new TicketView(lines, articles, total, earlier, later, Optional.of(how), Optional.empty(), card);
    }

    /// The same, with a button for what comes off the whole of it.
    public TicketView reducible(String word) {
        return new TicketView(lines, articles, total, earlier, later, sold, Optional.of(word), card);
    }

    /// The same, of a member whose card was shown.
    public TicketView of(Optional<String> member) {
        return new TicketView(lines, articles, total, earlier, later, sold, off, member);
    }

    /// Page `page` (from 0) of all lines; a number beyond the end is the last page, where the newest line stands.
    public static TicketView page(List<Line> all, int page, String articles, String total) {
        return page(all, page, LINES, articles, total);
    }

    /// @param most lines of a page, where a mark above them takes the place of one
    public static TicketView page(List<Line> all, int page, int most, String articles, String total) {
        int last = Math.max(0, Math.ceilDiv(all.size(), most) - 1);
        int shown = Math.clamp(page, 0, last);
        return new TicketView(
                all.subList(shown * most, Math.min(all.size(), (shown + 1) * most)),
                articles,
                total,
                shown == 0 ? OptionalInt.empty() : OptionalInt.of(shown - 1),
                shown == last ? OptionalInt.empty() : OptionalInt.of(shown + 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
