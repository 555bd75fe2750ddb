package fr.lamine.model.fact;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TechnicalEvent;
import java.util.List;
import java.util.Optional;

/// What happens at a till beside tickets.
public sealed interface TillFact extends Fact {

    int MAX_REASON = 60;

    /// A session begins with the cash that was counted (*fond de caisse*).
    ///
    /// @param session  gap-free number of a terminal's sessions; every fact until the closing carries it
    /// @param expected what the last closing left in the drawer; absent at the first opening
    record TillOpened(Context context, int session, CashCount counted, Optional<Money> expected) implements TillFact {
        public TillOpened {
            if (session < 1) {
                throw new IllegalArgumentException("session " + session);
            }
        }
    }

    /// Cash went into or out of the drawer without a sale.
    ///
    /// @param amount  cash, above zero; zero only for a bank slip of cheques alone
    /// @param counted coins and notes, where they were counted
    /// @param cheques on the slip for the bank
    record CashMoved(
            Context context,
            CashMove move,
            Money amount,
            String reason,
            Optional<CashCount> counted,
            List<Cheque> cheques)
            implements TillFact {
        public CashMoved {
            cheques = List.copyOf(cheques);
            requireReason(reason);
            boolean chequesOnly = move == CashMove.BANK && !cheques.isEmpty() && amount.equals(Money.ZERO);
            if (!amount.isPositive() && !chequesOnly) {
                throw new IllegalArgumentException("a cash move of " + amount);
            }
            if (counted.isPresent() && !counted.get().total().equals(amount)) {
                throw new IllegalArgumentException("counted " + counted.get().total() + ", moved " + amount);
            }
            if (!cheques.isEmpty() && move != CashMove.BANK || cheques.size() > MAX_LINES) {
                throw new IllegalArgumentException("cheques go to the bank, " + MAX_LINES + " at most");
            }
        }
    }

    /// A day, month or year of a till was closed (*Z*). It covers every ticket after the closing of the same kind
    /// before it.
    ///
    /// @param number      gap-free within its kind
    /// @param period      `2026-11-23`, `2026-11` or `2026`
    /// @param previous    the closing of the same kind before this one
    /// @param firstTicket the first ticket covered; absent when there was none
    /// @param lastTicket  the last one
    /// @param drawer      the cash check; present for a day, absent for a month or a year
    /// @param perpetual   totals never reset, this closing counted
    /// @param failures    integrity failures noticed since the closing before
    record Closing(
            Context context,
            ClosingKind kind,
            int number,
            String period,
            Optional<FactId> previous,
            Optional<Long> firstTicket,
            Optional<Long> lastTicket,
            PeriodTotals totals,
            Optional<DrawerCheck> drawer,
            PerpetualTotals perpetual,
            int failures)
            implements TillFact {
        public Closing {
            int given = switch (kind) {
                case DAY -> perpetual.days();
                case MONTH -> perpetual.months();
                case YEAR -> perpetual.years();
            };
            if (number < 1 || number != given || !kind.isPeriod(period) || failures < 0) {
                throw new IllegalArgumentException("closing %d of %s %s".formatted(number, kind, period));
            }
            if (drawer.isPresent() != (kind == ClosingKind.DAY)) {
                throw new IllegalArgumentException("a drawer is checked at the end of a day");
            }
            boolean any = totals.tickets() > 0;
            if (firstTicket.isPresent() != any || lastTicket.isPresent() != any) {
                throw new IllegalArgumentException("tickets of a closing without tickets");
            }
            if (any && lastTicket.get() - firstTicket.get() + 1 < totals.tickets()) {
                throw new IllegalArgumentException("more tickets than numbers");
            }
        }
    }

    /// A line was taken off an open ticket after it had been on it.
    record LineVoided(Context context, SaleLine line) implements TillFact {}

    /// An open ticket was dropped; nothing was sold.
    record TicketAbandoned(Context context, List<SaleLine> lines, Money total) implements TillFact {
        public TicketAbandoned {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > MAX_LINES) {
                throw new IllegalArgumentException("an abandoned ticket of " + lines.size() + " lines");
            }
        }
    }

    /// A receipt or closing was printed once more (*duplicata*).
    ///
    /// @param number of all duplicates of the terminal, gap-free
    /// @param copy   of this paper: 1 for its first duplicate
    record DuplicatePrinted(Context context, long number, FactId of, int copy) implements TillFact {
        public DuplicatePrinted {
            if (number < 1 || copy < 1) {
                throw new IllegalArgumentException("duplicate " + number + ", copy " + copy);
            }
        }
    }

    /// @param detail what a person must know of it, without names; at most 200 characters
    record TechnicalNoted(Context context, TechnicalEvent event, String detail) implements TillFact {
        public TechnicalNoted {
            if (detail.length() > 200) {
                throw new IllegalArgumentException("a detail of " + detail.length() + " characters");
            }
        }
    }

    /// Goods paid earlier were collected.
    record Collected(Context context, FactId sale, int line, SaleLine goods) implements TillFact {
        public Collected {
            if (line < 0 || goods.pickUp().isEmpty()) {
                throw new IllegalArgumentException("line " + line + " was not to be collected later");
            }
        }
    }

    /// Goods left the shop free of charge, for a reason (*sortie gratuite*): kilos, no euro.
    record GivenAway(
            Context context,
            Optional<ItemCode> item,
            CategoryCode category,
            int pieces,
            Mass mass,
            MassProvenance provenance,
            String reason)
            implements TillFact {
        public GivenAway {
            requireReason(reason);
            if (pieces < 1 || pieces > SaleLine.MAX_PIECES || !mass.isPositive()) {
                throw new IllegalArgumentException("pieces or mass given away out of bounds");
            }
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("a reason of 1 to " + MAX_REASON + " characters is needed");
        }
    }
}
