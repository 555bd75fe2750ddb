package fr.lamine.model.fiscal;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TechnicalEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The running books of one terminal, folded fact by fact in the order of its journal. Closing reads them and nothing
/// else.
///
/// @param left what the last day closing left in the drawer
public record TillBook(
        PerpetualTotals perpetual,
        Optional<TillSession> session,
        Running day,
        Running month,
        Running year,
        Optional<Money> left) {

    public static final TillBook EMPTY = new TillBook(
            PerpetualTotals.NONE, Optional.empty(), Running.EMPTY, Running.EMPTY, Running.EMPTY, Optional.empty());

    /// The books after one more fact of this terminal.
    public TillBook after(FactId id, Fact fact) {
        return switch (fact) {
            case Fact.Sale sale -> sold(sale);
            case Fact.Labelled labelled -> labelled(id, labelled.code());
            case Fact.JournalContinues continues -> with(continues.totals()).withFailure();
            case TillFact.TillOpened opened -> opened(id, opened);
            case TillFact.CashMoved moved -> moved(moved);
            case TillFact.Closing closing -> closed(id, closing);
            case TillFact.LineVoided voided -> counting(PeriodTotals::withVoided, voided.context());
            case TillFact.TicketAbandoned abandoned -> counting(PeriodTotals::withVoided, abandoned.context());
            case TillFact.DuplicatePrinted copy ->
                with(perpetual.afterCopy()).counting(PeriodTotals::withCopy, copy.context());
            case TillFact.TechnicalNoted noted -> noted(id, noted);
            case Fact.JournalOpened _,
                    Fact.KeyChanged _,
                    Fact.WeighIn _,
                    Fact.WeighInReversed _,
                    Fact.LabelVoided _,
                    Fact.TerminalEnrolled _,
                    Fact.ReferenceChanged _,
                    Fact.DiscrepancySettled _,
                    Fact.Exported _,
                    OnlineFact _,
                    TillFact.Collected _,
                    TillFact.GivenAway _,
                    SiteFact _ -> this;
        };
    }

    private TillBook sold(Fact.Sale sale) {
        PeriodTotals ticket = TicketTotals.of(sale);
        return new TillBook(
                sale.totalsAfter(),
                session,
                day.with(sale, ticket),
                month.with(sale, ticket),
                year.with(sale, ticket),
                left);
    }

    private TillBook labelled(FactId id, ItemCode code) {
        boolean own = code.terminal() == id.journal().terminal().number();
        return own && code.serial() > perpetual.labels() ? with(perpetual.skippingTo(code.serial())) : this;
    }

    private TillBook opened(FactId id, TillFact.TillOpened opened) {
        TillSession begun = new TillSession(
                opened.session(),
                id,
                opened.context().businessDay(),
                opened.counted().total(),
                Money.ZERO,
                Money.ZERO);
        return new TillBook(perpetual.afterOpening(), Optional.of(begun), day, month, year, left)
                .counting(totals -> totals, opened.context());
    }

    private TillBook moved(TillFact.CashMoved moved) {
        boolean in = moved.move() == CashMove.IN;
        Optional<TillSession> now =
                session.map(s -> in ? s.with(moved.amount(), Money.ZERO) : s.with(Money.ZERO, moved.amount()));
        return new TillBook(perpetual, now, day, month, year, left);
    }

    private TillBook closed(FactId id, TillFact.Closing closing) {
        Running next = Running.after(Optional.of(id));
        return switch (closing.kind()) {
            case DAY ->
                new TillBook(
                        closing.perpetual(),
                        Optional.empty(),
                        next,
                        month,
                        year,
                        closing.drawer().map(DrawerCheck::left));
            case MONTH -> new TillBook(closing.perpetual(), session, day, next, year, left);
            case YEAR -> new TillBook(closing.perpetual(), session, day, month, next, left);
        };
    }

    private TillBook noted(FactId id, TillFact.TechnicalNoted noted) {
        if (noted.event() == TechnicalEvent.DRAWER_OPENED) {
            return counting(PeriodTotals::withOpening, noted.context());
        }
        // The second entry of a later generation says why it began, and the first has counted it.
        boolean explains = id.seq() == 2 && id.journal().generation() > 1;
        return noted.event() == TechnicalEvent.INTEGRITY_FAILURE && !explains ? withFailure() : this;
    }

    private TillBook with(PerpetualTotals changed) {
        return new TillBook(changed, session, day, month, year, left);
    }

    private TillBook withFailure() {
        return new TillBook(perpetual, session, day.withFailure(), month.withFailure(), year.withFailure(), left);
    }

    private TillBook counting(UnaryOperator<PeriodTotals> change, Context context) {
        LocalDate at = context.businessDay();
        return new TillBook(
                perpetual,
                session,
                day.with(change.apply(day.totals()), at),
                month.with(change.apply(month.totals()), at),
                year.with(change.apply(year.totals()), at),
                left);
    }

    /// Cash that should lie in the drawer now; absent while no session is open.
    public Optional<Money> expectedCash() {
        return session.map(
                s -> s.opening().plus(s.in()).minus(s.out()).plus(day.totals().in(Tender.CASH)));
    }

    /// The totals of an open period (*lecture X* for the day).
    public PeriodTotals totals(ClosingKind kind) {
        return running(kind).totals();
    }

    /// The business day of the oldest thing that no closing of this kind holds yet.
    public Optional<LocalDate> openSince(ClosingKind kind) {
        return running(kind).first();
    }

    private Running running(ClosingKind kind) {
        return switch (kind) {
            case DAY -> day;
            case MONTH -> month;
            case YEAR -> year;
        };
    }

    /// Closings of month and year that are due before a till may trade on a business day, the month's before the
    /// year's;
    /// the day must be closed already.
    public List<ClosingKind> dueBefore(LocalDate today) {
        List<ClosingKind> due = new ArrayList<>();
        for (ClosingKind kind : List.of(ClosingKind.MONTH, ClosingKind.YEAR)) {
            Optional<LocalDate> since = openSince(kind);
            if (since.isPresent() && !period(kind, since.get()).equals(period(kind, today))) {
                due.add(kind);
            }
        }
        return List.copyOf(due);
    }

    /// The fact that closes the day of the open session.
    ///
    /// @throws IllegalStateException when no session is open
    public TillFact.Closing closeDay(
            Context context, CashCount counted, Optional<OperatorCode> approvedBy, Money stays) {
        TillSession open = session.orElseThrow(() -> new IllegalStateException("no session is open"));
        DrawerCheck drawer = DrawerCheck.of(
                open.opening(), open.in(), open.out(), day.totals().in(Tender.CASH), counted, approvedBy, stays);
        return closing(context, ClosingKind.DAY, open.day(), Optional.of(drawer), perpetual.afterDay());
    }

    /// The fact that closes a month or a year.
    ///
    /// @throws IllegalStateException when the day is open, or nothing was traded
    public TillFact.Closing close(Context context, ClosingKind kind) {
        if (session.isPresent() || kind == ClosingKind.DAY) {
            throw new IllegalStateException("the day is closed first, with its drawer");
        }
        LocalDate since = openSince(kind).orElseThrow(() -> new IllegalStateException("nothing to close"));
        PerpetualTotals after = kind == ClosingKind.MONTH ? perpetual.afterMonth() : perpetual.afterYear();
        return closing(context, kind, since, Optional.empty(), after);
    }

    private TillFact.Closing closing(
            Context context, ClosingKind kind, LocalDate since, Optional<DrawerCheck> drawer, PerpetualTotals after) {
        Running closed = running(kind);
        int number = switch (kind) {
            case DAY -> after.days();
            case MONTH -> after.months();
            case YEAR -> after.years();
        };
        return new TillFact.Closing(
                context,
                kind,
                number,
                period(kind, since),
                closed.previous(),
                closed.firstTicket(),
                closed.lastTicket(),
                closed.totals(),
                drawer,
                after,
                closed.failures());
    }

    static String period(ClosingKind kind, LocalDate day) {
        return switch (kind) {
            case DAY -> day.toString();
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> day.toString().substring(0, 4);
        };
    }
}
