package fr.lamine.day;

import com.microsoft.playwright.Page;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.model.measure.Mass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long a weight takes from the wire to the glass, and a scale from its plug to its first weight. Run by
/// `./lamine bench devices`, never among the tests: it asserts nothing about time.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class DevicesBench {

    private static final int WEIGHTS = 200;
    private static final int PULLS = 20;
    private static final double GOAL_SCREEN = 60;
    private static final double GOAL_BACK = 1_000;
    private static final Path RESULT = Path.of("target", "bench", "devices.txt");

    /// Notes each change of the digits with the machine's own clock.
    private static final String WATCH = """
            () => {
              window.seen = new Map();
              const note = () => {
                const text = document.querySelector('#weight .digits')?.textContent.match(/[0-9]+,[0-9]+/)?.[0] ?? '';
                if (!window.seen.has(text)) window.seen.set(text, performance.timeOrigin + performance.now());
              };
              new MutationObserver(note).observe(document.body, {subtree: true, childList: true, characterData: true});
            }""";

    @Test
    void fromTheWireToTheGlassAndBackAfterThePlug() throws IOException, InterruptedException {
        try (Browser browser = Browser.open();
                OneHouse house = new OneHouse()) {
            Page page = browser.touched(1366, 768);
            CounterGlass glass = new CounterGlass(house, page);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            glass.weighing();
            page.evaluate(WATCH);
            double[] toScreen = toScreen(house.scaleItself(), page);
            double[] back = back(house.scaleItself(), page);
            browser.leavePages();
            String result =
                    "Scale, wire to screen beyond its own period: %s%nPlugged in again to weight on screen: %s%n"
                            .formatted(figures(toScreen, GOAL_SCREEN), figures(back, GOAL_BACK));
            Files.createDirectories(RESULT.getParent());
            Files.writeString(RESULT, result);
        }
    }

    private static double[] toScreen(ScaleEmulator scale, Page page) throws InterruptedException {
        double[] millis = new double[WEIGHTS];
        for (int i = 0; i < WEIGHTS; i++) {
            long grams = 1_000 + 10L * i;
            String wire = "%d.%03d".formatted(grams / 1_000, grams % 1_000);
            scale.put(Mass.grams(grams));
            scale.still();
            while (scale.lastSaid().filter(said -> said.contains(wire)).isEmpty()) {
                LockSupport.parkNanos(200_000);
            }
            double said = now();
            millis[i] = Math.max(0, seen(page, wire.replace('.', ',')) - said);
            Thread.sleep(37 + i % 50);
        }
        return millis;
    }

    private static double[] back(ScaleEmulator scale, Page page) throws InterruptedException {
        double[] millis = new double[PULLS];
        for (int i = 0; i < PULLS; i++) {
            scale.unplug();
            Thread.sleep(700 + 53L * i);
            long grams = 20_000 + 10L * i;
            scale.put(Mass.grams(grams));
            scale.still();
            double plugged = now();
            scale.plug();
            millis[i] = seen(page, "%d,%03d".formatted(grams / 1_000, grams % 1_000)) - plugged;
        }
        return millis;
    }

    private static double seen(Page page, String digits) {
        for (int i = 0; i < 2_000; i++) {
            if (page.evaluate("text => window.seen.get(text) ?? null", digits) instanceof Number at) {
                return at.doubleValue();
            }
            page.waitForTimeout(5);
        }
        throw new AssertionError(digits + " never stood on the screen: " + page.evaluate("[...window.seen.keys()]"));
    }

    private static double now() {
        Instant instant = Instant.now();
        return instant.getEpochSecond() * 1_000.0 + instant.getNano() / 1e6;
    }

    private static String figures(double[] millis, double goal) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double p95 = sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
        return String.format(
                Locale.ROOT,
                "n %d, p50 %.1f ms, p95 %.1f ms, worst %.1f ms; p95 is %.2f of the goal of %.0f ms",
                sorted.length,
                sorted[sorted.length / 2],
                p95,
                sorted[sorted.length - 1],
                p95 / goal,
                goal);
    }
}
