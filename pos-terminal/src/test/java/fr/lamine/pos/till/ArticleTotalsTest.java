package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.station.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random days of goods, articles, gifts, fees and free exits.
final class ArticleTotalsTest {

    private static final Catalog CATALOG = StartingCatalog.read();
    private static final List<Article> ARTICLES = CATALOG.till().articles();
    private static final Context CONTEXT = new Context(
            new SiteCode("ARCUEIL"),
            new StationCode("P1"),
            new OperatorCode("AWA"),
            Instant.parse("2026-11-23T09:00:00Z"),
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            3,
            "0.1.0");

    /// Lines and extras are what was handed over less the change; turnover and VAT know the lines only; a rounding ends
    /// on a whole euro; what is given away changes no sum.
    @Test
    void linesAndExtrasAreTendersLessChangeAndOnlyLinesAreTurnover() {
        int rounded = 0;
        int services = 0;
        for (long seed = 1; seed <= 1_500; seed++) {
            Random random = new Random(seed);
            PerpetualTotals totals = PerpetualTotals.NONE;
            TillBook book = TillBook.EMPTY;
            long turnover = 0;
            long extras = 0;
            long seq = 0;
            for (int ticket = 1 + random.nextInt(4); ticket > 0; ticket--) {
                OpenTicket open = ticket(random);
                if (random.nextBoolean()) {
                    open = giveAway(random, open);
                }
                List<Money> up = ArticleRules.roundings(open.total());
                if (!up.isEmpty() && random.nextBoolean()) {
                    Money to = up.get(random.nextInt(up.size()));
                    open = done(ArticleRules.roundUp(open, Optional.of(to), CATALOG));
                    assertEquals(to, open.total(), "seed " + seed);
                    assertEquals(0, open.total().cents() % 100, "seed " + seed);
                    rounded++;
                }
                String said = "seed " + seed + ": " + open;
                Money handed = open.total().plus(Money.cents(random.nextInt(2_000)));
                List<TenderLine> tenders =
                        handed.isPositive() ? List.of(new TenderLine(Tender.CASH, handed)) : List.of();
                if (!(PaymentRules.judge(open, tenders, Money.cents(10_000_000))
                        instanceof PaymentRules.Paid(var change))) {
                    throw new AssertionError(said);
                }
                Fact.Sale sale = PaymentRules.sale(open, tenders, change, CATALOG, totals, CONTEXT);
                long lines =
                        sale.lines().stream().mapToLong(l -> l.total().cents()).sum();
                long beside = sale.extras().stream()
                        .mapToLong(e -> e.amount().cents())
                        .sum();
                assertEquals(handed.minus(change).cents(), lines + beside, said);
                for (SaleLine line : sale.lines()) {
                    assertEquals(line.total(), line.vat().net().plus(line.vat().tax()), said);
                    assertEquals(
                            line.origin() == LineOrigin.SERVICE_KEY,
                            !line.mass().isPositive(),
                            said);
                    services += line.origin() == LineOrigin.SERVICE_KEY ? 1 : 0;
                }
                turnover += lines;
                extras += beside;
                totals = sale.totalsAfter();
                seq++;
                book = book.after(FactId.parse("901/1/" + seq), sale);
                seq++;
                book = book.after(FactId.parse("901/1/" + seq), givenAway(random));
            }
            assertEquals(turnover, totals.net().cents(), "seed " + seed);
            assertEquals(totals, book.perpetual(), "seed " + seed);
            assertEquals(
                    extras,
                    book.day().totals().extras().stream()
                            .mapToLong(e -> e.amount().cents())
                            .sum(),
                    "seed " + seed);
        }
        assertTrue(rounded > 500 && services > 500, rounded + " " + services);
    }

    private static OpenTicket ticket(Random random) {
        OpenTicket ticket = OpenTicket.EMPTY;
        for (int i = random.nextInt(6); i >= 0; i--) {
            Money said = Money.cents(1 + random.nextInt(3_000));
            if (random.nextInt(3) == 0) {
                ticket = done(TicketRules.category(
                        ticket,
                        new CategoryCode("vaisselle"),
                        Optional.of(said),
                        1 + random.nextInt(4),
                        Optional.of("Prix convenu"),
                        10_000,
                        CATALOG,
                        3,
                        CONTEXT));
            } else {
                Article article = ARTICLES.get(random.nextInt(ARTICLES.size()));
                ticket = done(ArticleRules.add(ticket, Optional.of(article), Optional.of(said), CATALOG, 3));
            }
        }
        if (!ticket.lines().isEmpty() && random.nextInt(3) == 0) {
            Off off = Off.share(Reduction.Kind.TICKET, 1 + random.nextInt(10_000), "Geste commercial");
            ticket = ticket.reducedBy(Optional.of(off));
        }
        return ticket;
    }

    /// A gift is taken off and put on again: nothing is lost on the way.
    private static OpenTicket giveAway(Random random, OpenTicket ticket) {
        List<ExtraLine> extras = new ArrayList<>(ticket.extras());
        if (extras.isEmpty()) {
            return ticket;
        }
        int place = random.nextInt(extras.size());
        ExtraLine extra = extras.get(place);
        OpenTicket without = done(TicketRules.withoutExtra(ticket, place));
        assertEquals(ticket.total().minus(extra.amount()), without.total());
        return done(TicketRules.extra(without, extra));
    }

    private static TillFact.GivenAway givenAway(Random random) {
        return new TillFact.GivenAway(
                CONTEXT,
                Optional.empty(),
                new CategoryCode("vaisselle"),
                1 + random.nextInt(5),
                Mass.grams(1 + random.nextInt(5_000)),
                new MassProvenance.Average(3),
                GiftReason.values()[random.nextInt(GiftReason.values().length)].words());
    }

    private static OpenTicket done(Change change) {
        assertTrue(change.answer() instanceof Answer.Done, change.toString());
        return change.ticket();
    }
}
