package fr.lamine.hardware.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/// Waits in slices, each under the lock, so that [#close()] never closes a file that is being waited for.
final class DeviceFileLink implements Link {

    private static final long SLICE = 100;
    private static final int CHUNK = 4_096;

    private final Posix file;
    private volatile boolean closed;
    private boolean released;

    DeviceFileLink(Posix file) {
        this.file = file;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            int count = received(buffer, Math.max(0, Math.min(left, SLICE)));
            if (count > 0 || left <= SLICE) {
                return count;
            }
        }
    }

    private synchronized int received(byte[] buffer, long millis) throws IOException {
        refuseIfClosed();
        return file.canRead(millis) ? file.read(buffer) : 0;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        int taken = 0;
        while (taken < bytes.length) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                SocketTimeoutException stalled =
                        new SocketTimeoutException("the device took " + taken + " of " + bytes.length + " bytes");
                stalled.bytesTransferred = taken;
                throw stalled;
            }
            byte[] chunk = Arrays.copyOfRange(bytes, taken, Math.min(bytes.length, taken + CHUNK));
            taken += sent(chunk, Math.min(left, SLICE));
        }
    }

    private synchronized int sent(byte[] chunk, long millis) throws IOException {
        refuseIfClosed();
        return file.canWrite(millis) ? file.write(chunk) : 0;
    }

    private void refuseIfClosed() throws EOFException {
        if (closed) {
            throw new EOFException("the device file is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        closeWhenAtRest();
    }

    private synchronized void closeWhenAtRest() {
        if (!released) {
            released = true;
            file.close();
        }
    }
}
