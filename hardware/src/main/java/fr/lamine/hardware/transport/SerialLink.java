package fr.lamine.hardware.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

final class SerialLink implements Link {

    private final SerialPort line;
    private final AtomicBoolean gone = new AtomicBoolean();

    SerialLink(SerialPort line) {
        this.line = line;
        line.addDataListener(new DisconnectListener());
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

    /// The library repeats the disconnection endlessly unless the port is closed from the listener.
    private final class DisconnectListener implements SerialPortDataListener {
        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            close();
        }
    }
}
