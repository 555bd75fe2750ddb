package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Device files, played by the two ends of a pair of pseudo-terminals.
class DeviceFileTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private Process pair() throws Exception {
        Tools.need("socat", "socat");
        Process process = new ProcessBuilder(
                        "socat",
                        "pty,raw,echo=0,link=" + folder.resolve("a"),
                        "pty,raw,echo=0,link=" + folder.resolve("b"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Tools.await(
                "the pseudo-terminals",
                () -> Files.exists(folder.resolve("a")) && Files.exists(folder.resolve("b")),
                b -> b);
        return process;
    }

    private DeviceFile end(String name) {
        return new DeviceFile(folder.resolve(name));
    }

    @Test
    void whatIsWrittenAtOneEndIsReadAtTheOther() throws Exception {
        byte[] sent = new byte[100_000];
        new Random(7).nextBytes(sent);
        byte[] got = new byte[sent.length];
        Process socat = pair();
        try (Link near = end("a").open();
                Link far = end("b").open()) {
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    near.write(sent, SOON);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            byte[] buffer = new byte[1_000];
            for (int count = 0; count < got.length; ) {
                int some = far.read(buffer, SOON);
                assertTrue(some > 0, "stopped after " + count);
                System.arraycopy(buffer, 0, got, count, some);
                count += some;
            }
            writer.join();
        } finally {
            socat.destroy();
        }
        assertArrayEquals(sent, got);
    }

    @Test
    void aWaitEndsInTimeAndByClosingAndByUnplugging() throws Exception {
        Process socat = pair();
        Link near = end("a").open();
        assertEquals(0, near.read(new byte[10], Duration.ofMillis(150)));
        closeSoon(near);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThrows(IOException.class, () -> near.read(new byte[10], SOON)));
        try (Link again = end("a").open()) {
            socat.destroy();
            assertTrue(socat.waitFor(10, TimeUnit.SECONDS));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThrows(IOException.class, () -> again.read(new byte[10], SOON)));
        }
    }

    private static void closeSoon(Link link) {
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(200);
                link.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void aDeviceThatStopsTakingSaysHowMuchItTook() throws Exception {
        Process socat = pair();
        try (Link near = end("a").open()) {
            socat.toHandle().destroyForcibly();
            assertTrue(socat.waitFor(10, TimeUnit.SECONDS));
            assertThrows(IOException.class, () -> near.write(new byte[10], SOON));
        }
        Process fifo = new ProcessBuilder("mkfifo", folder.resolve("full").toString()).start();
        assertEquals(0, fifo.waitFor());
        try (Link full = end("full").open()) {
            SocketTimeoutException stalled = assertThrows(
                    SocketTimeoutException.class, () -> full.write(new byte[1_000_000], Duration.ofMillis(300)));
            assertTrue(stalled.bytesTransferred > 0 && stalled.bytesTransferred < 1_000_000, stalled.getMessage());
        }
    }

    @Test
    void aPlainFileTakesAllJobsOneAfterTheOtherAndSaysNothing() throws Exception {
        DeviceFile paper = end("paper.bin");
        for (String job : new String[] {"one;", "two;"}) {
            try (Link link = paper.open()) {
                link.write(job.getBytes(StandardCharsets.US_ASCII), SOON);
                assertEquals(0, link.read(new byte[10], Duration.ofMillis(1)));
            }
        }
        assertEquals("one;two;", Files.readString(paper.path()));
    }

    @Test
    void aMissingDeviceIsNotMade() {
        Path missing = Path.of("/dev/usb/lp-that-is-not-there");
        assertEquals(
                "no such device: " + missing,
                assertThrows(
                                IOException.class,
                                () -> new DeviceFile(missing).open().close())
                        .getMessage());
        assertFalse(Files.exists(missing));
    }
}
