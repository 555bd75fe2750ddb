package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Serial.Flow;
import fr.lamine.hardware.transport.Serial.Framing;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a pair of pseudo-terminals made by socat, by the real serial library on both sides.
class SerialPrinterTest extends PrinterContract {

    @TempDir
    private Path folder;

    private Process socat;
    private volatile boolean over;

    private Path driverEnd() {
        return folder.resolve("driver");
    }

    private Path deviceEnd() {
        return folder.resolve("device");
    }

    @Override
    protected Endpoint wired() throws Exception {
        Tools.need("socat", "socat");
        putTheCableBack();
        Thread.ofPlatform().daemon().start(this::serve);
        return new Serial(driverEnd().toString(), 115_200, Framing.EIGHT_NONE_ONE, Flow.NONE);
    }

    private void serve() {
        while (!over) {
            try (Link link = new Serial(deviceEnd().toString(), 115_200, Framing.EIGHT_NONE_ONE).open()) {
                device.serve(link);
            } catch (IOException pulled) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    protected void pullTheCable() throws Exception {
        socat.destroy();
        assertTrue(socat.waitFor(10, TimeUnit.SECONDS), "socat did not end");
    }

    @Override
    protected void putTheCableBack() throws Exception {
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + driverEnd(), "pty,raw,echo=0,link=" + deviceEnd())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Tools.await("the pseudo-terminals", () -> Files.exists(driverEnd()) && Files.exists(deviceEnd()), b -> b);
    }

    @AfterEach
    void stop() {
        over = true;
    }

    @Test
    void aDeviceThatTakesNothingHoldsNobodyForEver() throws Exception {
        Path other = folder.resolve("other");
        Process deaf = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + other, "pty,raw,echo=0,link=" + folder.resolve("deaf"))
                .start();
        try {
            Tools.await("the pseudo-terminal", () -> Files.exists(other), b -> b);
            Serial line = new Serial(other.toString(), 9_600, Framing.EIGHT_NONE_ONE, Flow.XON_XOFF);
            try (Link link = line.open()) {
                byte[] much = new byte[1_000_000];
                assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> assertThrows(
                                SocketTimeoutException.class, () -> link.write(much, Duration.ofMillis(500))));
            }
        } finally {
            deaf.destroy();
        }
    }

    @Test
    void patienceGrowsWithTheBytesAndTheSlownessOfTheLine() {
        Pace slow = Pace.of(Serial.at9600("COM3"));
        Pace fast = Pace.of(new Serial("COM3", 115_200, Framing.EIGHT_NONE_ONE));
        assertTrue(slow.confirmation(48_000, 0).toSeconds() >= 50 + 15, "48 kB at 960 bytes a second");
        assertTrue(fast.confirmation(48_000, 0).toSeconds() < 15 + 10);
        assertTrue(slow.silentConfirmation(9_600).compareTo(Duration.ofSeconds(12)) >= 0);
        assertEquals(fast.confirmation(0, 0), slow.confirmation(0, 0));
    }
}
