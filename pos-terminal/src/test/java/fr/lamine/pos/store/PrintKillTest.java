package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.fact.FactId;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintJob.State;
import fr.lamine.pos.printing.PrintListener;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.printing.PrintWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed while it prints: at each step of its store, and by a real kill after each of many bytes on the
/// cable. After the restart exactly one whole copy lies there: by itself, or after one question that somebody answers
/// by looking at the paper.
final class PrintKillTest {

    private static final FactId SALE = FactId.parse("901/1/2");
    private static final int BYTES_BETWEEN_KILLS = 37;

    @TempDir
    Path root;

    /// How the copy came to be there.
    private enum Way {
        BY_ITSELF,
        NO_QUESTION_LEFT,
        CAME_OUT_THEY_SAID,
        PRINTED_AGAIN
    }

    private record Whole(int steps, int said, int answered) {}

    @Test
    void aKilledPrintIsOnPaperOnceAfterAtMostOneQuestion() throws Exception {
        Path prepared = root.resolve("prepared");
        try (TestCounter counter = TestCounter.open(prepared)) {
            enqueue(counter);
        }
        Whole whole = whole(prepared);
        List<Callable<Way>> runs = new ArrayList<>();
        for (int step = 1; step <= whole.steps(); step++) {
            int at = step;
            runs.add(() -> killed(prepared, "step" + at, at, (_, _) -> {}));
        }
        for (int at = 1; at <= whole.said(); at += at < whole.said() - 3 ? BYTES_BETWEEN_KILLS : 1) {
            int here = at;
            runs.add(() ->
                    killed(prepared, "said" + here, Integer.MAX_VALUE, (cable, kill) -> cable.onceSaid(here, kill)));
        }
        int confirmation = whole.answered();
        runs.add(() -> killed(
                prepared, "answer", Integer.MAX_VALUE, (cable, kill) -> cable.insteadOfAnswer(confirmation, kill)));
        Map<Way, Integer> ways = new EnumMap<>(Way.class);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (var run : two.invokeAll(runs)) {
                ways.merge(run.get(), 1, Integer::sum);
            }
        }
        assertEquals(Way.values().length, ways.size(), "every way was seen in " + runs.size() + " kills: " + ways);
    }

    private interface Trap {
        void set(Cable cable, Runnable kill);
    }

    private static void enqueue(TestCounter counter) {
        counter.store.write(counter.now, writing -> {
            PrintQueue.enqueue(writing.sql(), counter.station.code(), PrintJob.Kind.RECEIPT, SALE, counter.now);
            return true;
        });
    }

    private Whole whole(Path prepared) throws Exception {
        Path folder = copy(prepared, "whole");
        try (PrinterEmulator device = printer();
                Cable cable = new Cable(port(device))) {
            Process process = start(folder, cable.port(), Integer.MAX_VALUE);
            String said = new String(process.getInputStream().readAllBytes()).strip();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), said);
            assertTrue(said.contains("Printed"), said);
            assertEquals(1, device.cuts());
            return new Whole(
                    Integer.parseInt(said.lines().reduce("", (_, last) -> last)), cable.said(), cable.answered());
        }
    }

    private Way killed(Path prepared, String at, int step, Trap trap) throws Exception {
        Path folder = copy(prepared, at);
        try (PrinterEmulator device = printer();
                Cable cable = new Cable(port(device))) {
            Process[] process = new Process[1];
            trap.set(cable, () -> kill(process[0]));
            process[0] = start(folder, cable.port(), step);
            String said = new String(process[0].getInputStream().readAllBytes()).strip();
            assertTrue(process[0].waitFor(30, TimeUnit.SECONDS), at);
            assertFalse(said.contains("Printed"), at + " was not killed: " + said);
            return afterwards(folder, device, at);
        }
    }

    private static void kill(Process process) {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Way afterwards(Path folder, PrinterEmulator device, String at) {
        try (TestCounter counter = TestCounter.open(folder)) {
            PrintQueue queue = new PrintQueue(counter.store);
            boolean settled = state(queue) == State.PRINTED;
            try (PrintWorker worker = KilledPrint.worker(
                            queue, counter.station.code(), Tcp.local(port(device)), new Nobody())
                    .start()) {
                until(at, () -> state(queue) == State.PRINTED || state(queue) == State.DOUBTFUL);
                boolean asked = state(queue) == State.DOUBTFUL;
                boolean out = device.cuts() == 1;
                if (asked) {
                    queue.answer(last(queue).id(), out, counter.now);
                    worker.wake();
                    until(at, () -> state(queue) == State.PRINTED);
                }
                assertEquals(1, device.cuts(), at + ": one whole copy");
                String paper = device.lastText();
                assertEquals(asked && !out, paper.contains(KilledPrint.MARK), at + ": " + paper);
                assertTrue(paper.contains("copie 1"), at + ": " + paper);
                assertEquals(List.of(), device.faults(), at);
                enqueue(counter);
                worker.wake();
                until(at, () -> device.cuts() == 2 && state(queue) == State.PRINTED);
                assertTrue(device.lastText().contains("copie 2"), at + ": " + device.lastText());
                if (asked) {
                    return out ? Way.CAME_OUT_THEY_SAID : Way.PRINTED_AGAIN;
                }
                return settled ? Way.NO_QUESTION_LEFT : Way.BY_ITSELF;
            }
        }
    }

    private static State state(PrintQueue queue) {
        return last(queue).state();
    }

    private static PrintJob last(PrintQueue queue) {
        return queue.last(PrintJob.Kind.RECEIPT, SALE).orElseThrow();
    }

    private record Nobody() implements PrintListener {

        @Override
        public void ended(PrintJob job, PrintResult result) {}

        @Override
        public void changed() {}

        @Override
        public void doesNotFit(PrintJob job) {
            throw new AssertionError(job);
        }

        @Override
        public void failed(RuntimeException fault) {
            throw fault;
        }
    }

    private static void until(String at, BooleanSupplier done) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, at + ": in vain");
            Thread.onSpinWait();
        }
    }

    private static PrinterEmulator printer() throws IOException {
        PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
        device.listen(0, 0);
        return device;
    }

    private static int port(PrinterEmulator device) {
        return ((Tcp) device.endpoint()).port();
    }

    private static Process start(Path folder, int port, int killAt) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx96m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPrint.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(killAt))
                .redirectErrorStream(true)
                .start();
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = root.resolve(name);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
