package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Transport.State;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A cable with a loose plug must cost nothing, a thousand times (`-Dlamine.cycles=…`). Alone, because it counts the
/// threads and open files of the whole process.
@Isolated
class PullingTheCableTest {

    private static final int CYCLES = Integer.getInteger("lamine.cycles", 1_000);
    private static final int WARMING_UP = 10;
    private static final Duration SOON = Duration.ofSeconds(1);

    /// Threads that the runtime starts and ends as it likes.
    private static final int SLACK = 4;

    private static final Logger LOG = Logger.getLogger(Transport.class.getName());

    @TempDir
    private Path folder;

    @BeforeEach
    void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        LOG.setLevel(null);
    }

    @Test
    @Timeout(600)
    void pulledAndPluggedAgainAndAgainItLeavesNothingBehind() throws Exception {
        List<State> states = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger bytes = new AtomicInteger();
        try (Cable cable = Cable.in(folder);
                Transport _ = Transport.start(
                        cable.driverLine(9_600), Duration.ofMillis(5), link -> count(link, bytes), states::add)) {
            cable.unplug();
            cycles(cable, WARMING_UP, bytes, states);
            int files = openFiles();
            int threads = threads();
            states.clear();
            cycles(cable, CYCLES, bytes, states);
            assertEquals(pairs(CYCLES), List.copyOf(states), "each pull is told once");
            assertTrue(openFiles() <= files + SLACK, files + " open files before, now " + openFiles());
            assertTrue(threads() <= threads + SLACK, threads + " threads before, now " + threads());
        }
    }

    private static void count(Link link, AtomicInteger bytes) throws IOException {
        byte[] buffer = new byte[64];
        while (true) {
            bytes.addAndGet(link.read(buffer, SOON));
        }
    }

    private static void cycles(Cable cable, int cycles, AtomicInteger bytes, List<State> states) throws Exception {
        for (int i = 0; i < cycles; i++) {
            cable.plug();
            int before = bytes.get();
            try (Link device = cable.deviceFile().open()) {
                while (bytes.get() == before) {
                    device.write("ST,+0001.234 kg\r\n".getBytes(StandardCharsets.US_ASCII), SOON);
                    Thread.sleep(2);
                }
            }
            cable.unplug();
            Tools.await("the loss", () -> List.copyOf(states), s -> !s.isEmpty() && s.getLast() == State.LOST);
        }
    }

    private static List<State> pairs(int cycles) {
        return Stream.generate(() -> List.of(State.OPEN, State.LOST))
                .limit(cycles)
                .flatMap(List::stream)
                .toList();
    }

    private static int openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
