package fr.lamine.hardware.scanner;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.LineBuffer;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Subscribers;
import fr.lamine.hardware.transport.Subscription;
import fr.lamine.hardware.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A scanner that sends each code as a line ended by CR, LF or both: serial, USB in serial (CDC) mode, or TCP. Set it
/// to
/// send the AIM identifier before the code. Scans are told one by one, in order, on the device's thread; a line longer
/// than [Scan#MAX_LENGTH] is dropped.
public final class Scanner implements AutoCloseable {

    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Pattern AIM = Pattern.compile("(\\][A-Za-z][0-9A-Za-z])(.+)", Pattern.DOTALL);

    private final InstantSource clock;
    private final Subscribers<Scan> scans = new Subscribers<>();
    private final Transport transport;

    private Scanner(Endpoint endpoint, InstantSource clock, Consumer<Scan> first, Consumer<Transport.State> onState) {
        this.clock = clock;
        this.scans.add(first);
        this.transport = Transport.start(endpoint, RETRY, this::converse, onState);
    }

    /// Starts at once. Nothing scanned after the device is connected escapes `onScan`.
    public static Scanner start(
            Endpoint endpoint, InstantSource clock, Consumer<Scan> onScan, Consumer<Transport.State> onState) {
        return new Scanner(endpoint, clock, onScan, onState);
    }

    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    public Transport.State state() {
        return transport.state();
    }

    private void converse(Link link) throws IOException {
        LineBuffer lines = new LineBuffer(Scan.MAX_LENGTH);
        byte[] buffer = new byte[4_096];
        while (true) {
            int count = link.read(buffer, LISTEN);
            for (String line : lines.accept(buffer, count)) {
                read(line, clock.instant()).ifPresent(scans::tell);
            }
        }
    }

    /// The scan a line holds; empty when nothing is left of it without its control characters and its prefix.
    static Optional<Scan> read(String latin1, Instant at) {
        String text = decoded(latin1)
                .replaceAll("[\\x00-\\x1c\\x1e\\x1f\\x7f-\\x9f]", "")
                .strip();
        Matcher prefixed = AIM.matcher(text);
        if (prefixed.matches()) {
            return Optional.of(new Scan(prefixed.group(2), Optional.of(prefixed.group(1)), at));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Scan(text, Optional.empty(), at));
    }

    /// Newer scanners send UTF-8, older ones Latin-1.
    private static String decoded(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return latin1;
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
