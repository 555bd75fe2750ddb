package fr.lamine.hardware.transport;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Keeps one device connected: opens its endpoint, hands the link to the driver's conversation, and when that ends by
/// an
/// [IOException] opens again, quietly, every `retry`. Says once in the log that the device is lost and once that it is
/// back. One daemon thread a device, because serial reads block a whole thread.
public final class Transport implements AutoCloseable {

    public enum State {
        /// Not found since the start.
        SEARCHING,
        OPEN,
        /// Was open and is not any more.
        LOST,
        CLOSED
    }

    /// What a driver does with an open link: returns or throws only when the link is of no more use.
    @FunctionalInterface
    public interface Conversation {
        void on(Link link) throws IOException, InterruptedException;
    }

    private static final Logger LOG = System.getLogger(Transport.class.getName());

    private final Endpoint endpoint;
    private final Duration retry;
    private final Conversation conversation;
    private final Subscribers<State> subscribers = new Subscribers<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.SEARCHING);
    private final AtomicReference<Link> link = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean absenceSaid;

    private Transport(Endpoint endpoint, Duration retry, Conversation conversation, Consumer<State> listener) {
        this.endpoint = endpoint;
        this.retry = retry;
        this.conversation = conversation;
        this.subscribers.add(listener);
        this.thread =
                Thread.ofPlatform().daemon().name("device " + endpoint.name()).unstarted(this::run);
    }

    /// Starts at once; `listener` hears every change of state, on the device's thread.
    public static Transport start(
            Endpoint endpoint, Duration retry, Conversation conversation, Consumer<State> listener) {
        Transport transport = new Transport(endpoint, retry, conversation, listener);
        transport.thread.start();
        return transport;
    }

    public State state() {
        return state.get();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public Subscription onState(Consumer<State> listener) {
        return subscribers.add(listener);
    }

    private void run() {
        try {
            while (state.get() != State.CLOSED) {
                converseOnce();
                if (closing.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converseOnce() throws InterruptedException {
        try (Link opened = endpoint.open()) {
            link.set(opened);
            if (!become(State.OPEN)) {
                return;
            }
            if (absenceSaid) {
                LOG.log(Level.INFO, "Back: " + endpoint.name());
                absenceSaid = false;
            }
            conversation.on(opened);
            lost("the conversation ended");
        } catch (IOException e) {
            lost(e.toString());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Fault in the driver of " + endpoint.name() + ", opened again", e);
            lost(e.toString());
        } finally {
            link.set(null);
        }
    }

    private void lost(String cause) {
        State before = state.get();
        if (before == State.CLOSED) {
            return;
        }
        if (!absenceSaid) {
            LOG.log(
                    Level.WARNING,
                    (before == State.OPEN ? "Lost: " : "Absent: ") + endpoint.name() + " (" + cause + ")");
            absenceSaid = true;
        }
        if (before == State.OPEN) {
            become(State.LOST);
        }
    }

    private boolean become(State next) {
        State before = state.getAndUpdate(now -> now == State.CLOSED ? now : next);
        if (before != State.CLOSED && before != next) {
            subscribers.tell(next);
        }
        return before != State.CLOSED;
    }

    /// Ends the conversation and frees the device; waits at most two seconds for its thread.
    @Override
    public void close() {
        if (state.getAndSet(State.CLOSED) == State.CLOSED) {
            return;
        }
        closing.countDown();
        thread.interrupt();
        Link open = link.get();
        if (open != null) {
            open.close();
        }
        try {
            if (Thread.currentThread() != thread) {
                thread.join(2_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        subscribers.tell(State.CLOSED);
    }
}
