package fr.lamine.hardware.cardterminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.CardTerminalEmulator;
import fr.lamine.hardware.emulator.CardTerminalEmulator.Mode;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.money.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaisseApTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CardTerminalEmulator terminal = new CardTerminalEmulator();
    private CaisseAp driver;

    @BeforeEach
    void plugIn() throws IOException {
        terminal.listen(0, 0);
        driver = new CaisseAp(terminal.endpoint(), "01");
    }

    @AfterEach
    void unplug() {
        terminal.close();
    }

    private CardResult pay(Mode mode, Duration patience) {
        terminal.become(mode);
        return driver.pay(Money.cents(1_590), "12345678901", patience);
    }

    /// Public vectors of other projects.
    @ParameterizedTest
    @CsvSource({
        "1590, 12345678901, CZ0040300CJ012012345678901CA00201CB0041590CD0010CE003978BA0010",
        "2500, 247300123456, CZ0040300CJ012247300123456CA00201CB0042500CD0010CE003978BA0010",
        "5, 1, CZ0040300CJ012000000000001CA00201CB00205CD0010CE003978BA0010"
    })
    void aRequestIsWhatIsKnownByteForByte(long cents, String reference, String expected) {
        assertEquals(
                expected,
                CaisseApRules.debit(Money.cents(cents), reference, "01").text());
    }

    @Test
    void aPaymentIsTakenAndItsAuthorisationKept() {
        assertEquals(new CardResult.Paid(Money.cents(1_590), "123456"), pay(Mode.ACCEPT, PATIENCE));
        assertEquals(
                "CZ0040300CJ012012345678901CA00201CB0041590CD0010CE003978BA0010",
                terminal.requests().getFirst());
    }

    @Test
    void aCustomerWhoTakesTimeIsWaitedFor() {
        assertInstanceOf(CardResult.Paid.class, pay(Mode.SLOW, PATIENCE));
    }

    @Test
    void aRefusalIsSaidInPlainWords() {
        assertEquals(new CardResult.Declined("La banque a refusé."), pay(Mode.REFUSE, PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"LOST", "SILENT", "OTHER", "GARBLED"})
    void whateverGoesWrongAfterSendingIsADoubtAndIsNeverSentAgain(Mode mode) {
        assertInstanceOf(CardResult.Unknown.class, pay(mode, Duration.ofSeconds(1)));
        assertEquals(1, terminal.requests().size());
    }

    @Test
    void givingUpEndsTheWaitAndLeavesADoubt() throws Exception {
        terminal.become(Mode.SILENT);
        CompletableFuture<CardResult> paying =
                CompletableFuture.supplyAsync(() -> driver.pay(Money.cents(1_590), "1", CaisseAp.LONGEST));
        while (terminal.requests().isEmpty()) {
            Thread.sleep(5);
        }
        driver.giveUp();
        assertInstanceOf(CardResult.Unknown.class, paying.get(10, TimeUnit.SECONDS));
        assertEquals(1, terminal.requests().size());
    }

    @Test
    void theLinkIsTriedWithoutAnAmount() throws InterruptedException {
        assertTrue(driver.isThere());
        terminal.unplug();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (driver.isThere() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertFalse(driver.isThere());
        assertTrue(terminal.requests().isEmpty());
    }

    @Test
    void aTerminalThatIsNotThereWasNotAsked() {
        try (CaisseAp absent = new CaisseAp(Tcp.local(1), "01")) {
            assertEquals(new CardResult.Unreachable(), absent.pay(Money.cents(1_590), "1", PATIENCE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AE00210, Unknown, no echo at all",
        "CA00201CB0041590CD0010CE003978AE00210, Paid, ",
        "CA00201CB006001590CD0010CE003978AE00210, Paid, zeros before the amount",
        "CA00202CB0041590CD0010CE003978AE00210, Unknown, another till",
        "CA00201CB0041591CD0010CE003978AE00210, Unknown, another amount",
        "CA00201CB0041590CD0011CE003978AE00210, Unknown, a credit",
        "CA00201CB0041590CD0010CE003840AE00210, Unknown, dollars",
        "CA00201CB0041590CD0010CE003978AE00211, Unknown, only taken in charge",
        "CA00201CB0041590CD0010CE003978, Unknown, no status",
        "AE00201AF00209, Declined, not understood",
        "CB0041591AE00201AF00204, Unknown, a refusal of something else"
    })
    void anAnswerIsBelievedOnlyWhenItIsAboutThisPayment(String answer, String expected, String why) {
        var read = assertInstanceOf(CaisseApMessage.Whole.class, CaisseApMessage.read(answer));
        CardResult result = CaisseApRules.judge(
                CaisseApRules.debit(Money.cents(1_590), "1", "01"), read.message(), Money.cents(1_590));
        assertEquals(expected, result.getClass().getSimpleName(), why);
    }

    @Test
    void theNumberOfACardIsForgottenWhereItIsRead() {
        var read = assertInstanceOf(
                CaisseApMessage.Whole.class, CaisseApMessage.read("AA016497010******1234AB0042812AE00210"));
        assertFalse(read.message().toString().contains("1234"));
        assertFalse(read.message().toString().contains("2812"));
    }

    @Test
    void anAnswerWithoutAnEndIsGivenUpAndNotKept() {
        StringBuilder endless = new StringBuilder("CA00201");
        for (char tag = 'A'; endless.length() <= CaisseApMessage.MAX_LENGTH; tag++) {
            endless.append('Z').append(tag).append("999").append("7".repeat(999));
        }
        assertInstanceOf(CaisseApMessage.Garbled.class, CaisseApMessage.read(endless.toString()));
    }

    @Test
    void whatIsCutIsWaitedForAndWhateverComesIsAnswered() {
        String whole = "CZ0040300CA00201CB0041590CD0010CE003978AE00210AC006123456";
        for (long seed = 1; seed <= 100_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(whole.substring(0, random.nextInt(whole.length() + 1)));
            for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            }
            CaisseApMessage.Read read = CaisseApMessage.read(text.toString());
            assertNotNull(read, "seed " + seed);
            if (read instanceof CaisseApMessage.Whole(var message)) {
                String said = "seed " + seed + " " + message;
                assertTrue(message.text().length() <= text.length(), said);
                boolean paid = CaisseApRules.judge(
                                CaisseApRules.debit(Money.cents(1_590), "1", "01"), message, Money.cents(1_590))
                        instanceof CardResult.Paid;
                boolean proven = List.of("CA00201", "CB0041590", "CD0010", "CE003978", "AE00210").stream()
                        .allMatch(text.toString()::contains);
                assertTrue(proven || !paid, said);
            }
        }
    }
}
