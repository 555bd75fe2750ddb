package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Transport;
import fr.lamine.hardware.transport.Transport.State;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.Usb.Use;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnpluggingUsbTest extends OnTheBed {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] REPORT = {3, 4, 3, (byte) 0xfe, (byte) 0xd2, 4};
    private static final Usb SCALE = new Usb(any(Model.SCALE), Use.HID);

    private static final Logger QUIET = Logger.getLogger(Transport.class.getName());

    @AfterEach
    void talkAgain() {
        QUIET.setLevel(null);
    }

    @Test
    void aPulledCableEndsAWaitingRead() throws Exception {
        Gadget scale = plug(Model.SCALE, new FarEnd(), 2);
        try (Link link = SCALE.open()) {
            assertEquals(0, link.read(new byte[64], Duration.ofMillis(50)), "nothing to read, and no error");
            Thread puller = Thread.ofPlatform().start(() -> {
                sleep(200);
                unplug(scale);
            });
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThrows(EOFException.class, () -> link.read(new byte[64], LONG)));
            assertThrows(EOFException.class, () -> link.read(new byte[64], LONG));
            assertThrows(EOFException.class, () -> link.write(new byte[] {2, 2}, LONG));
            puller.join();
        }
    }

    @Test
    void closingEndsAWaitingReadAndMayBeDoneTwice() throws Exception {
        plug(Model.SCALE, new FarEnd(), 2);
        Link link = SCALE.open();
        Thread closer = Thread.ofPlatform().start(() -> {
            sleep(200);
            link.close();
        });
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThrows(IOException.class, () -> link.read(new byte[64], LONG)));
        closer.join();
        link.close();
        assertThrows(IOException.class, () -> link.write(new byte[] {2, 2}, LONG));
    }

    @Test
    void aStalledPipeIsClearedAndOneThatStallsForEverIsGivenUp() throws Exception {
        FarEnd farEnd = new FarEnd();
        Gadget scale = plug(Model.SCALE, farEnd, 2);
        farEnd.write(REPORT, LONG);
        try (Link link = SCALE.open()) {
            scale.stall(3);
            assertEquals(REPORT.length, link.read(new byte[64], LONG));
            scale.stall(Integer.MAX_VALUE);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThrows(IOException.class, () -> link.read(new byte[64], LONG)));
        }
    }

    @Test
    void answersWithNothingInThemAreNothingAndAreNotAskedForWithoutAPause() throws Exception {
        Gadget scale = plug(Model.SCALE, new FarEnd(), 2);
        scale.answerWithNothing();
        try (Link link = SCALE.open()) {
            int before = scale.requests();
            assertEquals(0, link.read(new byte[64], Duration.ofMillis(300)));
            int asked = scale.requests() - before;
            assertTrue(asked <= 61, asked + " questions in 300 ms");
        }
    }

    @Test
    void aHundredPluggingsLeaveThreadsAndFilesAsTheyWere() throws Exception {
        FarEnd farEnd = new FarEnd();
        Gadget scale = new Gadget(Model.SCALE, Optional.empty(), farEnd);
        QUIET.setLevel(Level.OFF);
        AtomicInteger reports = new AtomicInteger();
        List<State> states = new CopyOnWriteArrayList<>();
        Transport.Conversation counting = link -> {
            byte[] buffer = new byte[64];
            while (true) {
                if (link.read(buffer, Duration.ofMillis(100)) > 0) {
                    reports.incrementAndGet();
                }
            }
        };
        try (Transport transport = Transport.start(SCALE, Duration.ofMillis(20), counting, states::add)) {
            int files = 0;
            int threads = 0;
            for (int times = 1; times <= 110; times++) {
                plugIn(scale, 1 + times % 9);
                Tools.await("open", transport::state, State.OPEN::equals);
                int before = reports.get();
                farEnd.write(REPORT, LONG);
                Tools.await("a report", reports::get, n -> n > before);
                unplug(scale);
                Tools.await("lost", transport::state, State.LOST::equals);
                if (times == 10) {
                    files = openFiles();
                    threads = threads();
                }
            }
            assertEquals(220, states.size(), "each plugging and each unplugging told once");
            assertTrue(openFiles() <= files + 3, files + " files, then " + openFiles());
            int threadsNow = threads();
            assertTrue(threadsNow <= threads + 4, threads + " threads, then " + threadsNow);
        }
    }

    private static int openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        }
    }

    private static int threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return (int) threads.count();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
