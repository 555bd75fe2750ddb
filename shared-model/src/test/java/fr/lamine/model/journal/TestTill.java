package fr.lamine.model.journal;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TechnicalEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;

/// A till that lives whole days, opened in the morning and closed at night, and writes them in its journal.
public final class TestTill {

    private final TestJournal journal;
    private final Random random;
    private LocalDate today;

    public TestTill(TerminalId terminal, LocalDate first, Random random) {
        this.journal = new TestJournal(terminal);
        this.today = first;
        this.random = random;
    }

    public TestJournal journal() {
        return journal;
    }

    private TillBook book() {
        return journal.book();
    }

    /// A day from opening to closing, the closings that were due before it included.
    public TestTill day(int tickets) {
        for (ClosingKind kind : book().dueBefore(today)) {
            journal.add(book().close(context(), kind));
        }
        int session = book().perpetual().sessions() + 1;
        journal.add(new TillFact.TillOpened(context(), session, SampleFacts.FLOAT, book().left()));
        for (int i = 0; i < tickets; i++) {
            journal.add(ticket());
            besides(i);
        }
        journal.add(close());
        today = today.plusDays(1);
        return this;
    }

    /// The closing that the till would write now.
    public TillFact.Closing close() {
        return book().closeDay(context(), SampleFacts.FLOAT, Optional.empty(), Money.cents(5_000));
    }

    public Fact.Sale ticket() {
        Fact.Sale sale = random.nextInt(8) == 0 ? SampleFacts.exchange() : SampleFacts.sale();
        return new Fact.Sale(
                context(),
                sale.ticket(),
                sale.lines(),
                sale.returns(),
                sale.extras(),
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.givenBack(),
                sale.member(),
                sale.paper(),
                sale.totalsAfter());
    }

    private void besides(int i) {
        switch (random.nextInt(12)) {
            case 0 -> journal.add(SampleFacts.weighIn());
            case 1 -> journal.add(new TillFact.LineVoided(context(), SampleFacts.dishesLine()));
            case 2 ->
                journal.add(new TillFact.DuplicatePrinted(
                        context(), book().perpetual().copies() + 1, FactId.parse("901/1/3"), 1 + i));
            case 3 -> journal.add(new TillFact.TechnicalNoted(context(), TechnicalEvent.DRAWER_OPENED, "Monnaie"));
            default -> {}
        }
    }

    public Context context() {
        Context c = SampleFacts.context(0);
        return new Context(
                c.site(),
                c.station(),
                c.operator(),
                today.atTime(9, 0).toInstant(ZoneOffset.UTC),
                today,
                book().session().map(s -> "S-901-" + s.number()),
                c.referenceRevision(),
                c.appVersion());
    }
}
