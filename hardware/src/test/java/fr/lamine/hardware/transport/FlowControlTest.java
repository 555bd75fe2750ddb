package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Serial.Flow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// How a device says that it is full. A pseudo-terminal has no signals, so of those only the setting can be seen; the
/// bytes are obeyed by the kernel as on any line.
class FlowControlTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] STOP = {0x13};
    private static final byte[] GO = {0x11};

    @TempDir
    private Path folder;

    private Cable cable;

    @BeforeEach
    void plugIn() throws Exception {
        cable = Cable.in(folder);
    }

    @AfterEach
    void pullOut() {
        if (cable != null) {
            cable.close();
        }
    }

    private Serial line(Flow flow) {
        Serial plain = cable.driverLine(9_600);
        return new Serial(plain.port(), plain.baud(), plain.framing(), flow);
    }

    @ParameterizedTest
    @CsvSource({"NONE, -crtscts -ixon -ixoff", "RTS_CTS, crtscts -ixon -ixoff", "XON_XOFF, -crtscts ixon -ixoff"})
    void theSystemIsToldWhatToWaitFor(Flow flow, String settings) throws Exception {
        Tools.need("stty", "coreutils");
        try (Link _ = line(flow).open()) {
            List<String> told = stty();
            for (String setting : settings.split(" ")) {
                assertTrue(told.contains(setting), setting + " is missing in " + told);
            }
        }
    }

    private List<String> stty() throws Exception {
        Process process = new ProcessBuilder("stty", "-a", "-F", line(Flow.NONE).port()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return Arrays.asList(said.split("[\\s;]+"));
    }

    @Test
    void whoSaysStopGetsNothingUntilItSaysGo() throws Exception {
        byte[] ticket = noise(3_000);
        try (Link driver = line(Flow.XON_XOFF).open();
                Link device = cable.deviceFile().open()) {
            device.write(STOP, SOON);
            awaitStopped(driver, device);
            FutureTask<Boolean> writing = inBackground(driver, ticket);
            assertEquals(0, device.read(new byte[100], Duration.ofMillis(500)), "it was told to stop");
            device.write(GO, SOON);
            assertArrayEquals(ticket, received(device, ticket.length));
            assertTrue(writing.get(10, TimeUnit.SECONDS));
        }
    }

    /// The stop takes its way through two pseudo-terminals; until then single bytes still come.
    private static void awaitStopped(Link driver, Link device) throws Exception {
        Thread.sleep(200);
        assertEquals(0, driver.read(new byte[10], Duration.ofMillis(20)), "the byte is the system's, not the driver's");
        assertEquals(0, device.read(new byte[10], Duration.ofMillis(20)));
    }

    @Test
    void withoutFlowControlTheSameByteIsAnAnswerLikeAnother() throws Exception {
        byte[] ticket = noise(3_000);
        try (Link driver = line(Flow.NONE).open();
                Link device = cable.deviceFile().open()) {
            device.write(STOP, SOON);
            byte[] answer = new byte[10];
            assertEquals(1, driver.read(answer, SOON));
            assertEquals(STOP[0], answer[0]);
            inBackground(driver, ticket);
            assertArrayEquals(ticket, received(device, ticket.length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatTakesNothingHoldsNobodyForEver(Flow flow) throws Exception {
        try (Link driver = line(flow).open();
                Link device = cable.deviceFile().open()) {
            if (flow == Flow.XON_XOFF) {
                device.write(STOP, SOON);
                awaitStopped(driver, device);
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThrows(
                            SocketTimeoutException.class,
                            () -> driver.write(new byte[1_000_000], Duration.ofMillis(500))));
            assertThrows(IOException.class, () -> driver.write(GO, SOON), "nobody knows how much it took");
        }
        try (Link again = line(flow).open();
                Link device = cable.deviceFile().open()) {
            device.write(GO, SOON);
            while (device.read(new byte[4_096], Duration.ofMillis(300)) > 0) {
                continue;
            }
            again.write(GO, SOON);
            assertArrayEquals(GO, received(device, 1), "opened anew it serves again");
        }
    }

    private static FutureTask<Boolean> inBackground(Link driver, byte[] bytes) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            driver.write(bytes, SOON);
            return true;
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static byte[] received(Link device, int count) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_000];
        while (got.size() < count) {
            int some = device.read(buffer, SOON);
            assertTrue(some > 0, "stopped after " + got.size());
            got.write(buffer, 0, some);
        }
        return got.toByteArray();
    }

    private static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
