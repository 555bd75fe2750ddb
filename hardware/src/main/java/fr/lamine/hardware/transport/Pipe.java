package fr.lamine.hardware.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// One direction of a [Loopback]: 64 KiB, like a socket's buffer.
final class Pipe {

    private final byte[] ring = new byte[65_536];
    private int start;
    private int count;
    private boolean closed;

    synchronized int read(byte[] buffer, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (count == 0 && !closed) {
            if (!waitUntil(deadline)) {
                return 0;
            }
        }
        if (count == 0) {
            throw new EOFException("the other end is closed");
        }
        int taken = Math.min(count, buffer.length);
        for (int i = 0; i < taken; i++) {
            buffer[i] = ring[(start + i) % ring.length];
        }
        start = (start + taken) % ring.length;
        count -= taken;
        notifyAll();
        return taken;
    }

    synchronized void write(byte[] bytes, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (byte b : bytes) {
            while (count == ring.length && !closed) {
                notifyAll();
                if (!waitUntil(deadline)) {
                    throw new SocketTimeoutException("the other end does not read");
                }
            }
            if (closed) {
                throw new IOException("the other end is closed");
            }
            ring[(start + count++) % ring.length] = b;
        }
        notifyAll();
    }

    private boolean waitUntil(long deadline) throws InterruptedIOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the other end");
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    record End(Pipe in, Pipe out) implements Link {
        @Override
        public int read(byte[] buffer, Duration timeout) throws IOException {
            return in.read(buffer, timeout);
        }

        @Override
        public void write(byte[] bytes, Duration timeout) throws IOException {
            out.write(bytes, timeout);
        }

        @Override
        public void close() {
            in.close();
            out.close();
        }
    }
}
