package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Transport.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TransportTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUICK = Duration.ofMillis(20);

    private static void listenForEver(Link link) throws IOException {
        byte[] buffer = new byte[64];
        while (true) {
            link.read(buffer, QUICK);
        }
    }

    @Test
    void theLogSaysOnceThatADeviceIsLostAndOnceThatItIsBack() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(Transport.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getMessage().contains("loopback")) {
                    said.add(entry.getMessage().replaceAll(" \\(.*", ""));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setLevel(Level.INFO);
        List<State> states = new CopyOnWriteArrayList<>();
        Loopback wire = new Loopback();
        wire.unplug();
        try (Transport transport = Transport.start(wire, QUICK, TransportTest::listenForEver, states::add)) {
            Thread.sleep(200);
            wire.plug();
            Tools.await("open", transport::state, State.OPEN::equals);
            wire.unplug();
            Tools.await("lost", transport::state, State.LOST::equals);
            Thread.sleep(200);
            wire.plug();
            Tools.await("open again", transport::state, State.OPEN::equals);
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
        assertEquals(List.of("Absent: loopback", "Back: loopback", "Lost: loopback", "Back: loopback"), said);
        assertEquals(List.of(State.OPEN, State.LOST, State.OPEN, State.CLOSED), states);
    }

    @Test
    void aDriverWithABugIsStartedAgainAndDoesNotDie() throws Exception {
        CountDownLatch thrice = new CountDownLatch(3);
        try (Transport _ = Transport.start(
                new Loopback(),
                QUICK,
                _ -> {
                    thrice.countDown();
                    throw new IllegalStateException("planted");
                },
                _ -> {})) {
            assertTrue(thrice.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void closingEndsAWaitingReadAndTheThread() throws Exception {
        try (TcpListener device = TcpListener.listen(0, TransportTest::listenForEver)) {
            Transport transport = Transport.start(
                    Tcp.local(device.port()), QUICK, link -> link.read(new byte[1], Duration.ofMinutes(5)), _ -> {});
            Tools.await("open", transport::state, State.OPEN::equals);
            transport.close();
            assertEquals(State.CLOSED, transport.state());
            Tools.await("the end of the connection", device::hasConnection, c -> !c);
            assertTrue(Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().equals("device tcp 127.0.0.1:" + device.port())));
        }
    }

    @Test
    void aDeviceThatStopsReadingDoesNotHoldTheWriterForEver() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TcpListener deaf = TcpListener.listen(0, _ -> over.await());
                Link link = Tcp.local(deaf.port()).open()) {
            assertThrows(SocketTimeoutException.class, () -> link.write(new byte[20_000_000], Duration.ofMillis(300)));
            over.countDown();
        }
    }

    @Test
    void aReadIsBoundedInTimeAndTellsTheEndOfTheStream() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TcpListener quiet = TcpListener.listen(0, _ -> over.await());
                Link link = Tcp.local(quiet.port()).open()) {
            assertEquals(0, link.read(new byte[8], Duration.ofMillis(30)));
            over.countDown();
            assertThrows(IOException.class, () -> listenForEver(link));
        }
    }

    @Test
    void anAbsentDeviceIsAnIoException() throws Exception {
        try (SocketChannel taken = SocketChannel.open()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            int port = ((InetSocketAddress) taken.getLocalAddress()).getPort();
            assertThrows(ConnectException.class, () -> Tcp.local(port).open());
        }
        assertThrows(IOException.class, () -> Serial.at9600("/dev/no-such-line").open());
    }

    /// The kernel gives a socket any free port, so also the very one that it knocks at; TCP then lets it in.
    @Test
    void aSocketThatReachesOnlyItselfIsAnAbsentDeviceAndIsClosed() throws Exception {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.0.1", 0));
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        assertThrows(ConnectException.class, () -> Tcp.local(port).open(channel));
        assertFalse(channel.isOpen());
    }

    @Test
    void anUnpluggedListenerRefusesAndComesBackOnTheSamePort() throws Exception {
        try (TcpListener device = TcpListener.listen(0, TransportTest::listenForEver)) {
            Tcp endpoint = Tcp.local(device.port());
            Link before = endpoint.open();
            device.unplug();
            assertThrows(IOException.class, () -> listenForEver(before));
            assertThrows(IOException.class, endpoint::open);
            device.plug();
            endpoint.open().close();
            before.close();
        }
    }

    @Test
    void theLoopbackCarriesBytesInOrderBeyondItsBuffer() throws Exception {
        Loopback wire = new Loopback();
        byte[] sent = new byte[200_000];
        new Random(3).nextBytes(sent);
        byte[] got = new byte[sent.length];
        try (Link near = wire.open();
                Link far = wire.accept(SOON).orElseThrow()) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    near.write(sent, SOON);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            byte[] buffer = new byte[1_000];
            for (int at = 0; at < got.length; ) {
                int count = far.read(buffer, SOON);
                assertTrue(count > 0, "nothing came after " + at + " bytes");
                System.arraycopy(buffer, 0, got, at, count);
                at += count;
            }
            writer.join();
        }
        assertArrayEquals(sent, got);
    }

    @Test
    void aLineLongerThanTheLimitIsDroppedAndCounted() {
        LineBuffer lines = new LineBuffer(5);
        assertEquals(List.of("12345"), lines.accept("12345\r\n123456\r\n".getBytes(), 15));
        assertEquals(1, lines.dropped());
        assertEquals(List.of("a", "b"), lines.accept("a\r\r\nb\n".getBytes(), 6));
        assertEquals(List.of(), lines.accept(new byte[0], 0));
        assertEquals(
                "é",
                lines.accept(Arrays.copyOf(new byte[] {(byte) 0xe9, '\n'}, 2), 2)
                        .getFirst());
    }
}
