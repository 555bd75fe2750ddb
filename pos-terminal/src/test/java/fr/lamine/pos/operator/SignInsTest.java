package fr.lamine.pos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignInsTest {

    private static final OperatorCode AWA = TestCounter.CASHIER.code();

    @TempDir
    Path root;

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer).refusal();
    }

    @Test
    void theWaitGrowsWithEachWrongPinUpToAQuarterOfAnHour() {
        int[] seconds = {0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900};
        for (int failures = 0; failures < seconds.length; failures++) {
            assertEquals(Duration.ofSeconds(seconds[failures]), SignInRules.waitAfter(failures), failures + " wrong");
        }
        assertEquals(Duration.ofMinutes(15), SignInRules.waitAfter(1_000));
    }

    @Test
    void aClockThatWentBackNeverMakesTheWaitLonger() {
        Instant failed = Instant.parse("2026-11-23T09:00:00Z");
        assertEquals(Duration.ofSeconds(5), SignInRules.remaining(3, failed, failed.minusSeconds(7_200)));
        assertEquals(Duration.ofSeconds(2), SignInRules.remaining(3, failed, failed.plusSeconds(3)));
        assertEquals(Duration.ZERO, SignInRules.remaining(3, failed, failed.plusSeconds(6)));
    }

    @Test
    void theRightPinSignsInAndAWrongOneDoesNot() {
        try (TestCounter counter = TestCounter.open(root)) {
            SignIns signIns = new SignIns(counter.store, counter.book);
            signIns.signOut(counter.station, counter.now);
            for (String wrong : new String[] {"0000", "", "24680", "abcd", "2468 ", "123456789"}) {
                counter.now = counter.now.plus(Duration.ofHours(1));
                assertEquals(
                        Refusal.WRONG_PIN, refusal(signIns.signIn(counter.station, AWA, wrong, counter.now)), wrong);
                assertTrue(counter.station.operator().isEmpty());
            }
            counter.now = counter.now.plus(Duration.ofHours(1));
            assertInstanceOf(Answer.Done.class, signIns.signIn(counter.station, AWA, TestCounter.PIN, counter.now));
            assertEquals(Optional.of(TestCounter.CASHIER), counter.station.operator());
            assertEquals(Duration.ZERO, signIns.remaining(AWA, counter.now));
            assertEquals(
                    Refusal.UNKNOWN_OPERATOR,
                    refusal(signIns.signIn(counter.station, new OperatorCode("ZOE"), TestCounter.PIN, counter.now)));
        }
    }

    @Test
    void aWrongPinThatComesTwiceByOneFormIsOneWrongPin() {
        try (TestCounter counter = TestCounter.open(root)) {
            SignIns signIns = new SignIns(counter.store, counter.book);
            for (int i = 0; i < 5; i++) {
                assertEquals(Refusal.WRONG_PIN, refusal(signIns.verify("form-1", AWA, "1111", counter.now)));
            }
            assertEquals(Duration.ZERO, signIns.remaining(AWA, counter.now), "two are free");
            assertInstanceOf(Answer.Done.class, signIns.verify("form-2", AWA, TestCounter.PIN, counter.now));
        }
    }

    @Test
    void theWaitOutlivesARestartAndHoldsEvenForTheRightPin() {
        Instant lastTry;
        try (TestCounter counter = TestCounter.open(root)) {
            SignIns signIns = new SignIns(counter.store, counter.book);
            for (int i = 0; i < 3; i++) {
                assertEquals(Refusal.WRONG_PIN, refusal(signIns.signIn(counter.station, AWA, "1111", counter.now)));
            }
            lastTry = counter.now;
        }
        try (TestCounter counter = TestCounter.open(root)) {
            SignIns signIns = new SignIns(counter.store, counter.book);
            assertEquals(
                    Refusal.WAIT,
                    refusal(signIns.signIn(counter.station, AWA, TestCounter.PIN, lastTry.plusSeconds(4))));
            assertInstanceOf(
                    Answer.Done.class, signIns.signIn(counter.station, AWA, TestCounter.PIN, lastTry.plusSeconds(5)));
        }
    }
}
