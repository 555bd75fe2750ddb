package fr.lamine.backoffice.accounting;

import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.platform.Csv;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Entries of some days, as the accountant's program takes them in.
public record Entries(List<Piece> pieces) {

    public static final String JOURNAL = "CA";

    /// One day of one till.
    ///
    /// @param site its name
    public record Piece(TillDay day, LocalDate date, String site, List<EntryLine> lines) {
        public Piece {
            lines = List.copyOf(lines);
        }

        public Money debits() {
            return sum(lines.stream().map(EntryLine::debit).toList());
        }

        public Money credits() {
            return sum(lines.stream().map(EntryLine::credit).toList());
        }

        public String label() {
            return t("entry.label", day.closing().number(), day.id().journal().terminal(), French.day(date));
        }
    }

    public Entries {
        pieces = List.copyOf(pieces);
    }

    public Money debits() {
        return sum(pieces.stream().map(Piece::debits).toList());
    }

    public Money credits() {
        return sum(pieces.stream().map(Piece::credits).toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    public String csv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                t("entry.journal"),
                t("entry.piece"),
                t("entry.date"),
                t("entry.account"),
                t("entry.account-name"),
                t("entry.what"),
                t("entry.debit"),
                t("entry.credit"),
                t("fact.site"),
                t("sale.terminal")));
        for (Piece piece : pieces) {
            for (EntryLine line : piece.lines()) {
                rows.add(List.of(
                        JOURNAL,
                        piece.day().piece(),
                        French.day(piece.date()),
                        line.account(),
                        word(line.ledger()),
                        piece.label() + " · " + line.label(),
                        plain(line.debit()),
                        plain(line.credit()),
                        piece.site(),
                        piece.day().id().journal().terminal().code()));
            }
        }
        return Csv.of(rows);
    }

    /// `1234,56`: without the spaces that a spreadsheet does not read as part of a number.
    private static String plain(Money amount) {
        return String.format(Locale.ROOT, "%d,%02d", amount.cents() / 100, amount.cents() % 100);
    }
}
