package fr.lamine.hardware.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Non-blocking with a selector because a printer without paper stops reading, and a plain socket then writes for ever.
final class TcpLink implements Link {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    TcpLink(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        int count = channel.read(into);
        if (count == 0 && await(SelectionKey.OP_READ, timeout.toMillis())) {
            count = channel.read(into);
        }
        if (count < 0) {
            throw new EOFException("closed by the device");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || !await(SelectionKey.OP_WRITE, left)) {
                    throw new SocketTimeoutException(
                            "the device took " + rest.position() + " of " + bytes.length + " bytes");
                }
            }
        }
    }

    private boolean await(int operation, long millis) throws IOException {
        try {
            key.interestOps(operation);
            boolean ready = selector.select(Math.max(1, millis)) > 0;
            selector.selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting for the device");
            }
            return ready;
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new IOException("closed", e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            System.getLogger(TcpLink.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
        }
    }
}
