package fr.lamine.hardware.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Notices an unplugged line by its failing read. No listener of the library: its disconnect event repeats endlessly,
/// and
/// closing the port from it while the reader closes too locks both threads for ever (2.11.4).
final class SerialLink implements Link {

    private final SerialPort line;
    private final AtomicBoolean gone = new AtomicBoolean();

    SerialLink(SerialPort line) {
        this.line = line;
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
        int written = line.writeBytes(bytes, bytes.length);
        if (written != bytes.length) {
            throw new IOException("the serial line took " + written + " of " + bytes.length + " bytes");
        }
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
