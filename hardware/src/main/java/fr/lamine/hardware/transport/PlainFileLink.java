package fr.lamine.hardware.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/// Takes everything at once and says nothing.
record PlainFileLink(FileChannel channel) implements Link {

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        try {
            Thread.sleep(timeout);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        }
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(PlainFileLink.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
        }
    }
}
