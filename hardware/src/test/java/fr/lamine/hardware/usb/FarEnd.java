package fr.lamine.hardware.usb;

import fr.lamine.hardware.transport.Link;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// The device's end of a [Gadget]'s two pipes, as a link: what is written goes to the host, one report or packet a
/// write; what the host sends is read. Takes 32 KiB from the host and then no more until it is read.
public final class FarEnd implements Link {

    private static final int ROOM = 32_768;
    private static final int MOST_REPORTS = 10_000;

    private final int room;

    private final Deque<byte[]> toHost = new ArrayDeque<>();
    private final byte[] fromHost = new byte[ROOM];
    private int count;
    private long takenInAll;
    private boolean closed;

    private FarEnd(int room) {
        this.room = room;
    }

    /// Keeps what the host has not read yet.
    public FarEnd() {
        this(MOST_REPORTS);
    }

    /// Like a scale: keeps one report until it is read, however old, and forgets those that come meanwhile.
    public static FarEnd forgetful() {
        return new FarEnd(1);
    }

    synchronized Optional<byte[]> toHost(int most) {
        byte[] next = toHost.peek();
        if (next == null) {
            return Optional.empty();
        }
        toHost.poll();
        if (next.length > most) {
            toHost.push(Arrays.copyOfRange(next, most, next.length));
            return Optional.of(Arrays.copyOf(next, most));
        }
        return Optional.of(next);
    }

    synchronized int fromHost(byte[] bytes, int from) {
        int taken = Math.min(bytes.length - from, ROOM - count);
        System.arraycopy(bytes, from, fromHost, count, taken);
        count += taken;
        takenInAll += taken;
        notifyAll();
        return taken;
    }

    /// Bytes that came from the host since the start.
    public synchronized long takenInAll() {
        return takenInAll;
    }

    synchronized void pulledOut() {
        toHost.clear();
        count = 0;
    }

    @Override
    public synchronized int read(byte[] buffer, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (count == 0) {
            refuseIfClosed();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return 0;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        int taken = Math.min(count, buffer.length);
        System.arraycopy(fromHost, 0, buffer, 0, taken);
        System.arraycopy(fromHost, taken, fromHost, 0, count - taken);
        count -= taken;
        return taken;
    }

    @Override
    public synchronized void write(byte[] bytes, Duration timeout) throws IOException {
        refuseIfClosed();
        if (toHost.size() >= MOST_REPORTS) {
            throw new SocketTimeoutException("the host does not read");
        }
        if (bytes.length > 0 && toHost.size() < room) {
            toHost.add(bytes.clone());
        }
    }

    private void refuseIfClosed() throws EOFException {
        if (closed) {
            throw new EOFException("closed");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
