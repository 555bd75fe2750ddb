package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Subscribers;
import fr.lamine.hardware.transport.Subscription;
import fr.lamine.hardware.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A live scale: it listens on its own thread from [#start()] to [#close()], finds the device again when it was away,
/// and always knows what it may say. A sub-class is one protocol and does I/O only.
public abstract class Scale implements AutoCloseable {

    /// A reading older than this says nothing about what lies on the scale now.
    public static final Duration FRESH = Duration.ofSeconds(2);

    public enum Command {
        ZERO,
        TARE
    }

    public enum Sent {
        /// Handed to the device; whether it obeyed shows in its next readings.
        SENT,
        /// The protocol has no such command.
        NOT_SUPPORTED,
        /// The device is not connected, or has too many commands waiting.
        NOT_CONNECTED
    }

    private static final Duration RETRY = Duration.ofMillis(500);

    private final ScaleIdentity identity;
    private final Endpoint endpoint;
    private final InstantSource clock;
    private final AtomicReference<ScaleReading> last;
    private final Subscribers<ScaleReading> subscribers = new Subscribers<>();
    private final ArrayBlockingQueue<Command> commands = new ArrayBlockingQueue<>(4);
    private final AtomicReference<Optional<Transport>> transport = new AtomicReference<>(Optional.empty());

    protected Scale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        this.identity = identity;
        this.endpoint = endpoint;
        this.clock = clock;
        this.last = new AtomicReference<>(new NotReady(Cause.DISCONNECTED, clock.instant()));
    }

    /// Begins to listen. Once.
    public final Scale start() {
        if (transport.get().isPresent()) {
            throw new IllegalStateException("already started: " + identity.id());
        }
        transport.set(Optional.of(Transport.start(endpoint, RETRY, this::converse, this::stateChanged)));
        return this;
    }

    public final ScaleIdentity identity() {
        return identity;
    }

    public final Transport.State state() {
        return transport.get().map(Transport::state).orElse(Transport.State.SEARCHING);
    }

    /// What the scale says now: the last reading if it is fresh at `now`, else why there is none. Never waits.
    public final ScaleReading current(Instant now) {
        ScaleReading reading = last.get();
        if (reading instanceof NotReady
                || Duration.between(reading.at(), now).abs().compareTo(FRESH) <= 0) {
            return reading;
        }
        return new NotReady(Cause.STALE, now);
    }

    /// Hears each reading, also the loss and the return of the device, on the device's thread.
    public final Subscription onReading(Consumer<ScaleReading> listener) {
        return subscribers.add(listener);
    }

    public final Sent zero() {
        return send(Command.ZERO);
    }

    public final Sent tare() {
        return send(Command.TARE);
    }

    private Sent send(Command command) {
        if (bytesOf(command).isEmpty()) {
            return Sent.NOT_SUPPORTED;
        }
        return state() == Transport.State.OPEN && commands.offer(command) ? Sent.SENT : Sent.NOT_CONNECTED;
    }

    /// Speaks the protocol over one open link until it breaks; [StreamingScale] and [PolledScale] do it for most.
    protected abstract void converse(Link link) throws IOException, InterruptedException;

    /// What the protocol sends for a command; empty when it has none.
    protected abstract Optional<byte[]> bytesOf(Command command);

    protected final Optional<byte[]> nextCommand() {
        return Optional.ofNullable(commands.poll()).flatMap(this::bytesOf);
    }

    protected final Instant now() {
        return clock.instant();
    }

    protected final void publish(ScaleReading reading) {
        ScaleReading judged = identity.judged(reading);
        last.set(judged);
        subscribers.tell(judged);
    }

    /// Drivers call this when nothing readable came for a while; tells the listeners once.
    protected final void publishSilence(Cause cause) {
        if (!(last.get() instanceof NotReady(var known, var _, var _)) || known != cause) {
            publish(new NotReady(cause, now()));
        }
    }

    private void stateChanged(Transport.State state) {
        commands.clear();
        publish(new NotReady(state == Transport.State.OPEN ? Cause.STARTING : Cause.DISCONNECTED, now()));
    }

    @Override
    public final void close() {
        transport.get().ifPresent(Transport::close);
    }
}
