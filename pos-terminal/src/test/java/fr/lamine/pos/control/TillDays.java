package fr.lamine.pos.control;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.TestCounter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whole days of a till, written straight into its store.
public final class TillDays {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");

    private final TestCounter counter;

    public TillDays(TestCounter counter) {
        this.counter = counter;
    }

    public TillDays open() {
        for (ClosingKind kind : book().dueBefore(context().businessDay())) {
            write(book().close(context(), kind));
        }
        write(new TillFact.TillOpened(context(), book().perpetual().sessions() + 1, CashCount.NOTHING, book().left()));
        return this;
    }

    public TillDays sell(int tickets) {
        for (int i = 0; i < tickets; i++) {
            write(sale(book()));
        }
        return this;
    }

    public TillDays weigh() {
        write(new Fact.WeighIn(
                context(),
                DISHES,
                Weight.untared(Mass.grams(4_500), new MassProvenance.Typed()),
                Account.from(Source.DROP_OFF),
                Account.place(TestCounter.ARCUEIL, Area.SORTING),
                Optional.empty()));
        return this;
    }

    public FactId close() {
        return write(book().closeDay(context(), CashCount.NOTHING, Optional.empty(), Money.ZERO));
    }

    /// A day from opening to closing; the clock then stands on the next one.
    public FactId day(int tickets) {
        open().sell(tickets).weigh();
        FactId closing = close();
        counter.now = counter.now.plusSeconds(86_400);
        return closing;
    }

    public TillFact.Closing closing(FactId id) {
        return (TillFact.Closing) counter.store.fact(id).orElseThrow();
    }

    private TillBook book() {
        return counter.store.book();
    }

    private FactId write(Fact fact) {
        return counter.store.write(counter.now, writing -> writing.append(fact));
    }

    private Context context() {
        Instant now = counter.now;
        return counter.station.context(TestCounter.CASHIER.code(), counter.book.current(), now);
    }

    private Fact.Sale sale(TillBook book) {
        Money price = Money.cents(1_800);
        SaleLine line = new SaleLine(
                "Vaisselle",
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                DISHES,
                1,
                price,
                PriceOrigin.TYPED,
                price,
                Vat.within(price, VatRegime.EXEMPT_261_7, 0),
                Mass.grams(1_200),
                new MassProvenance.Average(1));
        return new Fact.Sale(
                context(),
                book.perpetual().tickets() + 1,
                List.of(line),
                price,
                List.of(new TenderLine(Tender.CARD, price)),
                Money.ZERO,
                book.perpetual().afterTicket(price));
    }
}
