package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashCount.Pile;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cashier's hand at the till, and their own head: the coins in the drawer and what was paid how, kept beside the
/// screens in cents.
final class DayAtTheTill {

    private static final Pattern VOUCHER = Pattern.compile("[0-9]{3}-[0-9]+");

    private final OneHouse house;
    private final CounterGlass glass;
    private final Map<Tender, Long> kept = new EnumMap<>(Tender.class);
    private long ticket;
    private long net;
    long cash;
    int tickets;

    DayAtTheTill(OneHouse house, CounterGlass glass, long cash) {
        this.house = house;
        this.glass = glass;
        this.cash = cash;
    }

    Money net() {
        return Money.cents(net);
    }

    long kept(Tender tender) {
        return kept.getOrDefault(tender, 0L);
    }

    /// Puts so much into the drawer's count, in as few coins and notes as can be.
    void count(Money money) {
        for (Pile pile : CashCount.fewest(money).piles()) {
            glass.tap("#face-" + pile.face());
            assertThat(glass.shows("#face-" + pile.face())).hasAttribute("aria-pressed", "true");
            glass.digits(Integer.toString(pile.count()));
        }
        glass.tap("#next");
        assertThat(glass.shows(".counting .sum output")).hasText(French.euros(money));
    }

    void scan(String code, long cents) {
        house.scanner.say(code);
        worth(cents);
    }

    /// A thing without a label, at one of the posted prices.
    void key(String category, String price, long cents) {
        nextCustomer();
        glass.tile(category).tap();
        glass.shows(".prices button:has-text('" + price + "')").first().tap();
        worth(cents);
    }

    /// A thing that the house sells under a key of its own.
    void article(String name, long cents) {
        nextCustomer();
        glass.tap("#other");
        glass.tile(name).tap();
        worth(cents);
    }

    /// One whose price the customer names.
    void article(String name, String typed, long cents) {
        nextCustomer();
        glass.tap("#other");
        glass.tile(name).tap();
        assertThat(glass.shows(".keys .title.of")).containsText(name);
        glass.digits(typed);
        glass.tap("#go");
        worth(cents);
    }

    /// Puts the ticket aside.
    void hold() {
        glass.tap("#hold");
        assertThat(glass.shows(".ticket .empty")).isVisible();
        ticket = 0;
    }

    /// The one ticket that waits is served.
    void takeUpAgain(long cents) {
        nextCustomer();
        glass.tap("#held");
        glass.tap("#held-0");
        worth(cents);
    }

    /// The ticket has become so much dearer, and says so.
    void worth(long cents) {
        ticket += cents;
        assertThat(glass.shows(".ticket:not(.sold) .sum output")).hasText(French.euros(Money.cents(ticket)));
    }

    void tapLine(int line) {
        glass.tap("#line-" + line);
        assertThat(glass.shows("#line-" + line)).hasAttribute("aria-pressed", "true");
    }

    void payExactly() {
        tenders();
        glass.tap("#go");
        paid(Tender.CASH, ticket);
        done("rien à rendre");
    }

    void payWithNote(String note) {
        tenders();
        glass.shows(".prices button:has-text('" + note + "')").first().tap();
        long handed = Long.parseLong(note.replaceAll("\\D", ""));
        paid(Tender.CASH, ticket);
        String change = French.euros(Money.cents(handed - ticket));
        done(change);
    }

    void pay(Tender tender) {
        tenders();
        tender(tender);
        paid(tender, ticket);
        done("rien à rendre");
    }

    /// By one of the tenders behind the others.
    void payOtherwise(Tender tender) {
        tenders();
        button("Autre").tap();
        button(word(tender)).tap();
        if (tender == Tender.TRANSFER) {
            assertThat(glass.shows("#reference")).isVisible();
            glass.tap("#go");
        }
        paid(tender, ticket);
        done("rien à rendre");
    }

    /// Some of it in cash, the rest otherwise.
    void payPartly(String typed, long cents, Tender rest) {
        tenders();
        glass.digits(typed);
        glass.tap("#go");
        assertThat(glass.shows(".keys .title.of")).containsText(French.euros(Money.cents(ticket - cents)));
        tender(rest);
        paid(Tender.CASH, cents);
        paid(rest, ticket - cents);
        done("rien à rendre");
    }

    void payByVoucher(String code) {
        tenders();
        house.scanner.say("V-" + code);
        paid(Tender.VOUCHER, ticket);
        done("rien à rendre");
    }

    /// The one line of the ticket before comes back.
    void bringBackNewest(long cents) {
        nextCustomer();
        glass.tap("#bring");
        glass.tap("#sale-0");
        glass.tap("#sold-0");
        glass.tap("#reason-0");
        worth(-cents);
    }

    void refund(Tender tender) {
        refunding(tender);
        paid(tender, ticket);
        done(French.euros(Money.cents(-ticket)));
    }

    /// @return the code of the voucher that the customer gets
    String refundByVoucher() {
        refunding(Tender.VOUCHER);
        Matcher code = VOUCHER.matcher(glass.shows(".ticket.sold .paid").innerText());
        assertEquals(true, code.find(), "the code of the voucher stands on the ticket");
        paid(Tender.VOUCHER, ticket);
        done(French.euros(Money.cents(-ticket)));
        return code.group();
    }

    private void refunding(Tender tender) {
        assertThat(glass.shows(".keys .title.of")).containsText(French.euros(Money.cents(-ticket)));
        button(word(tender)).tap();
        if (tender == Tender.CHEQUE) {
            assertThat(glass.shows("#other-bank")).isVisible();
            glass.tap("#go");
        }
    }

    private void tenders() {
        glass.tap("#go");
        assertThat(glass.shows(".keys .title.of")).containsText(French.euros(Money.cents(ticket)));
    }

    private void tender(Tender tender) {
        button(word(tender)).tap();
        if (tender == Tender.CHEQUE) {
            assertThat(glass.shows("#other-bank")).isVisible();
            glass.tap("#go");
        }
    }

    private Locator button(String word) {
        return glass.shows(".prices button:has-text('" + word + "')").first();
    }

    private void paid(Tender tender, long cents) {
        kept.merge(tender, cents, Long::sum);
        cash += tender == Tender.CASH ? cents : 0;
    }

    private void done(String said) {
        assertThat(glass.shows(".done")).containsText(said);
        net += ticket;
        tickets++;
        ticket = 0;
    }

    private void nextCustomer() {
        if (glass.shows(".done").isVisible()) {
            glass.tap("#go");
            assertThat(glass.shows(".ticket .empty")).isVisible();
        }
    }

    private static String word(Tender tender) {
        return switch (tender) {
            case CASH -> "Espèces";
            case CARD -> "Carte";
            case CHEQUE -> "Chèque";
            case TRANSFER -> "Virement";
            case VOUCHER -> "Bon d’achat";
            case LOCAL_CURRENCY -> "Monnaie locale";
        };
    }
}
