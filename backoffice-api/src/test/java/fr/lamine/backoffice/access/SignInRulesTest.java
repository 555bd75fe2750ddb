package fr.lamine.backoffice.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignInRulesTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 5", "4, 10", "5, 20", "6, 40", "10, 640", "11, 900", "12, 900", "1000000, 900"})
    void eachWrongTryMakesTheNextOneWaitLonger(int wrongTries, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), SignInRules.delayAfter(wrongTries));
    }
}
