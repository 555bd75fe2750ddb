package fr.lamine.hardware.scanner;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Subscribers;
import fr.lamine.hardware.transport.Subscription;
import fr.lamine.hardware.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// A live scanner. Set it to send the AIM identifier before the code. Scans are told one by one, in order, on the
/// device's thread; a code longer than [Scan#MAX_LENGTH] is dropped.
public final class Scanner implements AutoCloseable {

    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ScannerProtocol protocol;
    private final InstantSource clock;
    private final Subscribers<Scan> scans = new Subscribers<>();
    private final Transport transport;

    private Scanner(
            ScannerProtocol protocol,
            Endpoint endpoint,
            InstantSource clock,
            Consumer<Scan> first,
            Consumer<Transport.State> onState) {
        this.protocol = protocol;
        this.clock = clock;
        this.scans.add(first);
        this.transport = Transport.start(endpoint, RETRY, link -> converse(endpoint, link), onState);
    }

    /// Starts at once. Nothing scanned after the device is connected escapes `onScan`.
    public static Scanner start(
            ScannerProtocol protocol,
            Endpoint endpoint,
            InstantSource clock,
            Consumer<Scan> onScan,
            Consumer<Transport.State> onState) {
        return new Scanner(protocol, endpoint, clock, onScan, onState);
    }

    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    public Transport.State state() {
        return transport.state();
    }

    private void converse(Endpoint endpoint, Link link) throws IOException {
        protocol.wake(endpoint, link);
        CodeReader reader = protocol.reader();
        byte[] buffer = new byte[4_096];
        while (true) {
            int count = link.read(buffer, LISTEN);
            reader.accept(buffer, count, clock.instant()).forEach(scans::tell);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
