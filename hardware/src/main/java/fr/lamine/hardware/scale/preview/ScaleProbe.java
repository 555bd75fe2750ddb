package fr.lamine.hardware.scale.preview;

import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Finds out what an unknown scale says: listens first, then asks each protocol's question in turn until one is
/// answered by a weight, and goes on asking that one alone. It never zeroes, tares or sets anything, and ends by
/// itself.
public final class ScaleProbe implements AutoCloseable {

    /// No probe holds a wire longer.
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration LISTEN_FIRST = Duration.ofMillis(1_200);
    private static final Duration ANSWER = Duration.ofMillis(400);
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    public enum Phase {
        OPENING,
        /// Says nothing, hears what comes by itself.
        LISTENING,
        /// Asks.
        ASKING,
        /// The time is up, or it was closed.
        OVER,
        /// The wire cannot be opened, or broke.
        UNREACHABLE
    }

    /// What there is to show now.
    ///
    /// @param bytes how many came
    /// @param tail the last of them, printable
    public record Seen(Phase phase, List<WirePreview.Line> lines, long bytes, String tail) {}

    private final Endpoint endpoint;
    private final InstantSource clock;
    private final long deadline;
    private final WirePreview preview = new WirePreview();
    private final AtomicReference<Seen> seen;
    private final AtomicReference<Optional<Link>> link = new AtomicReference<>(Optional.empty());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Set<ScaleProtocol> answered = EnumSet.noneOf(ScaleProtocol.class);
    private boolean lineBegun;

    private ScaleProbe(Endpoint endpoint, InstantSource clock, Duration atMost) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.seen = new AtomicReference<>(now(Phase.OPENING));
        this.thread =
                Thread.ofPlatform().daemon().name("probe of " + endpoint.name()).unstarted(this::run);
    }

    /// Starts at once, on its own thread. The driver of the same device must be closed.
    ///
    /// @param atMost [#LONGEST] or less
    public static ScaleProbe start(Endpoint endpoint, InstantSource clock, Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a probe lasts at most " + LONGEST + ", not " + atMost);
        }
        ScaleProbe probe = new ScaleProbe(endpoint, clock, atMost);
        probe.thread.start();
        return probe;
    }

    /// Never waits.
    public Seen seen() {
        return seen.get();
    }

    private Seen now(Phase phase) {
        return new Seen(phase, preview.lines(), preview.seen(), preview.tail());
    }

    private void run() {
        try (Link opened = endpoint.open()) {
            link.set(Optional.of(opened));
            listen(opened, LISTEN_FIRST, Phase.LISTENING);
            while (isOn()) {
                round(opened);
            }
            seen.set(now(Phase.OVER));
        } catch (IOException e) {
            seen.set(now(isOn() ? Phase.UNREACHABLE : Phase.OVER));
        }
    }

    private boolean isOn() {
        return closing.getCount() > 0 && System.nanoTime() < deadline;
    }

    private void round(Link opened) throws IOException {
        if (preview.lines().stream().anyMatch(line -> line.showsAWeight() && isStreamed(line))) {
            listen(opened, ANSWER, Phase.LISTENING);
            return;
        }
        for (ScaleProtocol protocol : answered.isEmpty() ? Questions.inPoliteOrder() : List.copyOf(answered)) {
            ask(opened, protocol);
            if (showsAWeight(protocol)) {
                answered.add(protocol);
                return;
            }
        }
    }

    private static boolean isStreamed(WirePreview.Line line) {
        return line.protocol().polling().isEmpty();
    }

    private boolean showsAWeight(ScaleProtocol protocol) {
        return preview.lines().stream().anyMatch(line -> line.protocol() == protocol && line.showsAWeight());
    }

    private void ask(Link opened, ScaleProtocol protocol) throws IOException {
        for (String question : protocol.polling().orElseThrow().questions()) {
            if (!isOn()) {
                return;
            }
            boolean endsALine = Questions.endsALine(question);
            opened.write(Polling.bytes(endsALine && lineBegun ? "\r\n" + question : question), PATIENCE);
            lineBegun = !endsALine;
            listen(opened, ANSWER, Phase.ASKING);
        }
    }

    private void listen(Link opened, Duration atMost, Phase phase) throws IOException {
        byte[] buffer = new byte[512];
        long until = System.nanoTime() + atMost.toNanos();
        while (isOn() && System.nanoTime() < until) {
            int count = opened.read(buffer, SLICE);
            preview.accept(buffer, count, clock.instant());
            seen.set(now(phase));
        }
    }

    /// Frees the wire; waits at most two seconds for it.
    @Override
    public void close() {
        closing.countDown();
        link.get().ifPresent(Link::close);
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
