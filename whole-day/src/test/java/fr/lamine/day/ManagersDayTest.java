package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.lamine.model.archive.VerifyCommand;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.text.French;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The day of who answers for a till, rehearsed at the real screens: from the float that is counted in the morning to
/// the same cents in the office, with the archive that a controller gets.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class ManagersDayTest {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final long FLOAT = 15_000;

    @TempDir
    Path folder;

    private OneHouse house;
    private CounterGlass glass;
    private DayAtTheTill day;

    @Test
    void fromTheCountedFloatToTheSameCentsInTheOffice() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Browser browser = Browser.open();
                OneHouse whole = OneHouse.inTheMorning()) {
            house = whole;
            glass = new CounterGlass(house, patient(browser.touched(1366, 768)));
            glass.comeToAnEmptyCounter();
            day = new DayAtTheTill(house, glass, FLOAT);

            openWithACountedFloat();
            String lot = labelsForALot();
            mixedSales(lot);
            fromTheOtherKeys();
            whileOneFetchesTheirPurse(lot);
            refundExchangeAndVoucher();
            cashGoesOut();
            readX();
            countBlindAndClose();
            archiveThatVerifies();
            theOfficeSaysTheSame(browser);
            browser.leavePages();
            assertEquals(List.of(), glass.watched().complaints(), "what the counter complains about");
        }
    }

    private static Page patient(Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    private void openWithACountedFloat() {
        glass.signIn("Léa M.", "3690");
        glass.till();
        assertThat(glass.shows(".till .ask")).isVisible();
        glass.tap("#go");
        assertThat(glass.shows(".counting")).isVisible();
        day.count(Money.cents(FLOAT));
        assertThat(glass.shows(".counting .sum output")).hasText(French.euros(Money.cents(FLOAT)));
        glass.watched().readByAll("counting the float");
        glass.tap("#go");
        assertThat(glass.shows(".drawer.open")).containsText(French.euros(Money.cents(FLOAT)));
    }

    /// @return the code of eight bowls at 1,50 €
    private String labelsForALot() {
        house.scale.say("PUT 2400");
        glass.labelling();
        glass.tile("Vaisselle").tap();
        assertThat(glass.shows(".title.of small")).containsText("× 1");
        glass.digits("8");
        glass.tap("#times");
        assertThat(glass.shows(".title.of small")).containsText("× 8");
        glass.digits("1,50");
        glass.tap("#euro");
        assertThat(glass.shows(".title.of small")).hasText("1,50 € × 8");
        glass.weighs("2,400");
        glass.tap("#go");
        glass.says("Vaisselle, 1,50");
        house.scale.say("TAKE");
        return glass.labelSeen("Vaisselle, 1,50 €, 2,400 kg");
    }

    /// Fifteen tickets, with a reduction, a voided line and things with and without a label.
    private void mixedSales(String lot) {
        glass.till();
        for (int i = 0; i < 4; i++) {
            day.scan(lot, 150);
            day.payExactly();
        }
        for (String note : List.of("5,00", "10,00", "20,00")) {
            day.key("Livres", "1,00", 100);
            day.key("Jouets", "2,00", 200);
            day.payWithNote(note);
        }
        day.scan(lot, 150);
        day.key("Meubles", "20,00", 2_000);
        day.pay(Tender.CARD);
        day.key("Meubles", "40,00", 4_000);
        day.pay(Tender.CARD);
        for (int i = 0; i < 2; i++) {
            day.key("Petit électro", "8,00", 800);
            day.pay(Tender.CHEQUE);
        }
        day.key("Meubles", "10,00", 1_000);
        day.payPartly("4", 400, Tender.CARD);

        day.key("Vaisselle", "5,00", 500);
        day.tapLine(0);
        glass.tap("#reduce");
        glass.shows(".offs button:has-text('10')").first().tap();
        day.worth(-50);
        day.payExactly();

        day.key("Jouets", "5,00", 500);
        day.key("Livres", "3,00", 300);
        day.tapLine(0);
        glass.tap("#remove");
        day.worth(-500);
        day.payExactly();

        day.key("Petit électro", "5,00", 500);
        day.pay(Tender.CARD);
    }

    /// A bag and a free price, paid by transfer and in the notes of the local currency.
    private void fromTheOtherKeys() {
        day.article("Sac de textile", 500);
        day.payOtherwise(Tender.TRANSFER);
        day.article("Prix libre", "2,50", 250);
        day.payOtherwise(Tender.LOCAL_CURRENCY);
    }

    /// Their ticket waits, the next customer is served, and it goes on where it stood.
    private void whileOneFetchesTheirPurse(String lot) {
        day.key("Meubles", "20,00", 2_000);
        day.hold();
        day.scan(lot, 150);
        day.payExactly();
        day.takeUpAgain(2_000);
        day.pay(Tender.CARD);
    }

    private void refundExchangeAndVoucher() {
        day.key("Livres", "2,00", 200);
        day.payExactly();
        day.bringBackNewest(200);
        glass.tap("#go");
        day.refund(Tender.CASH);

        day.key("Jouets", "2,00", 200);
        day.payExactly();
        day.bringBackNewest(200);
        glass.tap("#back");
        day.key("Petit électro", "5,00", 500);
        day.pay(Tender.CARD);

        day.key("Vaisselle", "3,00", 300);
        day.payExactly();
        day.bringBackNewest(300);
        glass.tap("#go");
        String voucher = day.refundByVoucher();
        day.key("Vaisselle", "3,00", 300);
        day.payByVoucher(voucher);
    }

    private void cashGoesOut() {
        drawer();
        glass.tap("#do-sortie");
        glass.shows("[name=reason]").first().tap();
        glass.digits("6,50");
        glass.tap("#go");
        day.cash -= 650;
        assertThat(glass.shows(".drawer.open")).isVisible();
        glass.tap("#do-banque");
        assertThat(glass.shows(".counting")).isVisible();
        glass.tap("#go");
        assertThat(glass.shows(".drawer.open")).not().containsText("à remettre");
    }

    private void readX() {
        glass.tap("#do-x");
        assertThat(glass.shows(".readout div:has(dt:text-is('Net')) dd")).hasText(French.euros(day.net()));
        assertThat(glass.shows(".readout div:has(dt:text-is('Tickets')) dd")).hasText(French.count(day.tickets));
        glass.watched().readByAll("reading X");
        glass.tap("#back");
    }

    /// Three euros are missing; what should be there is told only afterwards.
    private void countBlindAndClose() {
        Money expected = Money.cents(day.cash);
        glass.tap("#go");
        assertThat(glass.shows(".counting")).isVisible();
        assertFalse(glass.page().content().contains(French.euros(expected)), "a blind count");
        day.count(expected.minus(Money.cents(300)));
        glass.tap("#go");
        assertThat(glass.shows(".balance dd").last()).hasText(French.euros(expected));
        assertThat(glass.shows(".difference output")).hasText(French.euros(Money.cents(-300)));
        glass.watched().readByAll("a counted drawer");
        glass.tap("#go");
        assertThat(glass.shows(".panel.drawer")).containsText("Dernier Z : n° 1");
        glass.page().waitForCondition(() -> house.printer.lastPaper().contains("Anomalies du journal"));
        String paper = house.printer.lastPaper().replaceAll("\\s+", " ");
        for (String part : List.of(
                "Tickets " + day.tickets,
                "Attendu " + plain(expected),
                "ÉCART " + plain(Money.cents(-300)),
                "Anomalies du journal aucune")) {
            assertTrue(paper.contains(part), part + " in " + paper);
        }
    }

    private void archiveThatVerifies() throws IOException {
        Page page = patient(glass.page().context().newPage());
        page.navigate(house.counter("/controle"));
        page.locator("#make").click();
        assertThat(page.locator(".made")).isVisible();
        String command = page.locator(".made dd").last().innerText();
        byte[] bytes = page.request()
                .get(house.counter(page.locator("#download").getAttribute("href")))
                .body();
        page.close();
        Path archive = Files.write(folder.resolve("archive.zip"), bytes);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean good = VerifyCommand.verify(
                archive,
                Optional.of(command.replaceAll(".*--key ", "").strip()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(good, said.toString(StandardCharsets.UTF_8));
    }

    private void theOfficeSaysTheSame(Browser browser) {
        glass.upToDate();
        OfficeDesk office = new OfficeDesk(house, patient(browser.page(1366, 900)));
        office.signInLea();
        assertEquals(day.net().cents(), office.taken(), "taken today");
        for (Tender tender : Tender.values()) {
            assertEquals(day.kept(tender), office.taken(tender), tender.name());
        }
        office.open("/aujourdhui");
        office.everyFigureOpens();
    }

    private void drawer() {
        glass.shows(".rail a:has-text('Tiroir')").tap();
        assertThat(glass.shows(".panel.drawer")).isVisible();
    }

    /// As a printer writes it, in one line of single spaces.
    private static String plain(Money money) {
        return French.euros(money).replace('\u2212', '-').replaceAll("[\\s\u202f\u00a0]+", " ");
    }
}
