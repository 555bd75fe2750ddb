package fr.lamine.model.fiscal;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.text.French;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.PeriodTotals;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Keeps the books of a journal while it is read, and says where an entry does not agree with them: a perpetual total
/// that does not continue, a number left out or given twice, a closing whose totals are not those of its tickets. A
/// seal says that an entry was not changed; this says that its author did not write something else in the first place.
///
/// A journal that is read from its beginning is checked whole. Of another one nothing is known at first: perpetual
/// totals and numbers are checked from the first entry that states them, a period from the first closing of its kind.
/// Holds the books and nothing else; for one thread.
public final class BooksCheck {

    private final Set<ClosingKind> known = EnumSet.noneOf(ClosingKind.class);
    private TillBook book = TillBook.EMPTY;
    private boolean numbered;

    /// Takes the next fact of a terminal.
    ///
    /// @return what its entry says wrongly, in French, without its subject; from there the books go on from it
    public Optional<String> next(FactId id, Fact fact) {
        Optional<String> doubt = doubt(fact);
        book = book.after(id, fact);
        switch (fact) {
            case Fact.JournalOpened _ -> {
                numbered = true;
                known.addAll(EnumSet.allOf(ClosingKind.class));
            }
            case Fact.JournalContinues _, Fact.Sale _ -> numbered = true;
            case TillFact.Closing closing -> {
                numbered = true;
                known.add(closing.kind());
            }
            case Fact.KeyChanged _,
                    Fact.WeighIn _,
                    Fact.WeighInReversed _,
                    Fact.Labelled _,
                    Fact.LabelVoided _,
                    Fact.TerminalEnrolled _,
                    Fact.ReferenceChanged _,
                    Fact.DiscrepancySettled _,
                    Fact.Exported _,
                    OnlineFact _,
                    TillFact _,
                    SiteFact _ -> {}
        }
        return doubt;
    }

    /// An entry that cannot be read may have been anything: what follows it is known no longer.
    public void skip() {
        known.clear();
        numbered = false;
    }

    /// The books after the last fact; complete only when the journal was read from its beginning.
    public TillBook book() {
        return book;
    }

    private Optional<String> doubt(Fact fact) {
        return switch (fact) {
            case Fact.Sale sale -> numbered ? ticket(sale) : Optional.empty();
            case Fact.JournalContinues continues -> numbered ? continued(continues.totals()) : Optional.empty();
            case TillFact.TillOpened opened ->
                numbered
                        ? number(
                                "ouvre la session",
                                opened.session(),
                                book.perpetual().sessions())
                        : Optional.empty();
            case TillFact.DuplicatePrinted copy ->
                numbered
                        ? number(
                                "porte le duplicata",
                                copy.number(),
                                book.perpetual().copies())
                        : Optional.empty();
            case TillFact.Closing closing -> closing(closing);
            case Fact.JournalOpened _,
                    Fact.KeyChanged _,
                    Fact.WeighIn _,
                    Fact.WeighInReversed _,
                    Fact.Labelled _,
                    Fact.LabelVoided _,
                    Fact.TerminalEnrolled _,
                    Fact.ReferenceChanged _,
                    Fact.DiscrepancySettled _,
                    Fact.Exported _,
                    OnlineFact _,
                    TillFact _,
                    SiteFact _ -> Optional.empty();
        };
    }

    private Optional<String> ticket(Fact.Sale sale) {
        PerpetualTotals before = book.perpetual();
        PerpetualTotals plain = before.afterTicket(sale.sold(), sale.returned());
        int most = sale.extras().size() + sale.givenBack().size();
        int vouchers = sale.totalsAfter().vouchers() - plain.vouchers();
        PerpetualTotals expected = vouchers < 0 || vouchers > most ? plain : plain.afterVouchers(vouchers);
        return number("porte le ticket", sale.ticket(), before.tickets())
                .or(() -> totals(sale.totalsAfter(), expected));
    }

    /// A further generation may know of more than this journal still holds, never of less.
    private Optional<String> continued(PerpetualTotals totals) {
        PerpetualTotals before = book.perpetual();
        boolean sameMoney =
                !totals.absolute().equals(before.absolute()) || totals.net().equals(before.net());
        return totals.orLater(before).equals(totals) && sameMoney ? Optional.empty() : totals(totals, before);
    }

    private Optional<String> closing(TillFact.Closing closing) {
        Optional<String> number = numbered
                ? number(
                        "est " + name(closing.kind()),
                        closing.number(),
                        switch (closing.kind()) {
                            case DAY -> book.perpetual().days();
                            case MONTH -> book.perpetual().months();
                            case YEAR -> book.perpetual().years();
                        })
                : Optional.empty();
        return number.isEmpty() && known.contains(closing.kind()) ? period(closing) : number;
    }

    private Optional<String> period(TillFact.Closing closing) {
        if (closing.kind() == ClosingKind.DAY && book.session().isEmpty()) {
            return Optional.of("clôt une journée qui n’était pas ouverte.");
        }
        if (!closing.totals().equals(book.totals(closing.kind()))) {
            return Optional.of("annonce des totaux de période qui ne sont pas ceux de ses tickets : "
                    + figures(closing.totals()) + " au lieu de " + figures(book.totals(closing.kind())) + ".");
        }
        TillFact.Closing expected;
        try {
            expected = closing.drawer()
                    .map(d -> book.closeDay(closing.context(), d.counted(), d.approvedBy(), d.left()))
                    .orElseGet(() -> book.close(closing.context(), closing.kind()));
        } catch (IllegalStateException e) {
            return Optional.of("clôt une période alors que la journée est ouverte ou que rien n’y a eu lieu.");
        }
        if (closing.failures() != expected.failures()) {
            return Optional.of("annonce %d défaut(s) d’intégrité au lieu de %d."
                    .formatted(closing.failures(), expected.failures()));
        }
        if (!closing.drawer().equals(expected.drawer())) {
            return Optional.of("attend %s dans le tiroir au lieu de %s."
                    .formatted(
                            French.euros(closing.drawer().orElseThrow().expected()),
                            French.euros(expected.drawer().orElseThrow().expected())));
        }
        return totals(closing.perpetual(), expected.perpetual())
                .or(() -> closing.equals(expected)
                        ? Optional.empty()
                        : Optional.of("ne dit pas la période, les tickets ou la clôture précédente qu’elle ferme."));
    }

    private static String name(ClosingKind kind) {
        return switch (kind) {
            case DAY -> "la clôture journalière";
            case MONTH -> "la clôture mensuelle";
            case YEAR -> "la clôture annuelle";
        };
    }

    private static Optional<String> number(String what, long found, long last) {
        if (found == last + 1) {
            return Optional.empty();
        }
        String why = found <= last
                ? "ce numéro a déjà été donné (le dernier est le n° " + last + ")."
                : "le n° " + (last + 1) + " manque.";
        return Optional.of(what + " n° " + found + " : " + why);
    }

    private static Optional<String> totals(PerpetualTotals found, PerpetualTotals expected) {
        if (found.equals(expected)) {
            return Optional.empty();
        }
        boolean money = !found.net().equals(expected.net()) || !found.absolute().equals(expected.absolute());
        String why = money
                ? "net %s et absolu %s au lieu de %s et %s."
                        .formatted(
                                French.euros(found.net()),
                                French.euros(found.absolute()),
                                French.euros(expected.net()),
                                French.euros(expected.absolute()))
                : "les numéros donnés (tickets, étiquettes, clôtures, bons ou duplicatas) ne sont pas ceux du journal.";
        return Optional.of("annonce des totaux perpétuels qui ne continuent pas : " + why);
    }

    private static String figures(PeriodTotals totals) {
        return "%s en %d ticket(s)".formatted(French.euros(totals.net()), totals.tickets());
    }
}
