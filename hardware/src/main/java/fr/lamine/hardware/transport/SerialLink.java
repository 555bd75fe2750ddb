package fr.lamine.hardware.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/// Notices an unplugged line by its failing read. No listener of the library: its disconnect event repeats
/// endlessly, and closing the port from it while the reader closes too locks both threads for ever (2.11.4).
final class SerialLink implements Link {

    private static final Duration SLACK = Duration.ofMillis(200);
    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private final SerialPort line;
    private final AtomicBoolean gone = new AtomicBoolean();

    SerialLink(SerialPort line) {
        this.line = line;
    }

    /// A thread of the platform: writes of other lines may hold all those that carry virtual threads.
    private static ScheduledThreadPoolExecutor watchdog() {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("serial writes").factory());
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        refuseIfGone();
        line.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) Math.max(1, timeout.toMillis()), 0);
        int count = line.readBytes(buffer, buffer.length);
        if (count < 0) {
            throw new EOFException("the serial line is gone");
        }
        refuseIfGone();
        return count;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        refuseIfGone();
        line.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, 1, (int)
                Math.max(1, timeout.toMillis()));
        int written = watched(timeout, () -> line.writeBytes(bytes, bytes.length));
        if (written != bytes.length) {
            throw new IOException("the serial line took " + written + " of " + bytes.length + " bytes");
        }
    }

    /// On Linux the library waits for ever while the device takes nothing; only closing the line ends that.
    private int watched(Duration timeout, IntSupplier writing) throws SocketTimeoutException {
        AtomicBoolean decided = new AtomicBoolean();
        Future<?> end = WATCHDOG.schedule(
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        Thread.ofPlatform().daemon().name("ending a write").start(this::close);
                    }
                },
                timeout.plus(SLACK).toMillis(),
                TimeUnit.MILLISECONDS);
        int written = writing.getAsInt();
        if (!decided.compareAndSet(false, true)) {
            throw new SocketTimeoutException("the device took too little; the line is closed");
        }
        end.cancel(false);
        return written;
    }

    private void refuseIfGone() throws EOFException {
        if (gone.get()) {
            throw new EOFException("the serial line is gone");
        }
    }

    @Override
    public void close() {
        gone.set(true);
        line.closePort();
    }
}
