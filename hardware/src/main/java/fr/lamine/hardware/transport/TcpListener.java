package fr.lamine.hardware.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The other side of [Tcp], for emulators: listens on 127.0.0.1 only, holds each conversation on a virtual thread, at
/// most 16 at once, and can be unplugged, after which connections are cut and refused until it is plugged again.
public final class TcpListener implements AutoCloseable {

    private static final int MOST = 16;

    private final Transport.Conversation conversation;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocketChannel server;

    private TcpListener(ServerSocketChannel server, Transport.Conversation conversation) throws IOException {
        this.conversation = conversation;
        this.server = server;
        this.port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /// @param port 0 for any free one
    /// @throws IOException when the port is taken
    public static TcpListener listen(int port, Transport.Conversation conversation) throws IOException {
        TcpListener listener = new TcpListener(bound(port), conversation);
        listener.acceptInTheBackground();
        return listener;
    }

    private static ServerSocketChannel bound(int port) throws IOException {
        return ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MOST);
    }

    public int port() {
        return port;
    }

    public boolean hasConnection() {
        return !links.isEmpty();
    }

    /// Returns when the conversations have ended, after one second at most.
    public synchronized void unplug() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing port " + port, e);
        }
        links.forEach(Link::close);
        waitUntilAllConversationsAreOver();
    }

    private void waitUntilAllConversationsAreOver() {
        long deadline = System.nanoTime() + 1_000_000_000L;
        try {
            while (!links.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void plug() {
        if (server.isOpen()) {
            return;
        }
        try {
            server = bound(port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " was taken meanwhile", e);
        }
        acceptInTheBackground();
    }

    private void acceptInTheBackground() {
        ServerSocketChannel accepting = server;
        Thread.ofVirtual().name("port " + port).start(() -> {
            while (accepting.isOpen()) {
                acceptOne(accepting);
            }
        });
    }

    private void acceptOne(ServerSocketChannel accepting) {
        try {
            SocketChannel channel = accepting.accept();
            if (links.size() >= MOST) {
                channel.close();
                return;
            }
            Link link = new TcpLink(channel);
            links.add(link);
            if (!accepting.isOpen()) {
                link.close();
            }
            Thread.ofVirtual().name("connection to port " + port).start(() -> converse(link));
        } catch (ClosedChannelException unplugged) {
            return;
        } catch (IOException e) {
            System.getLogger(TcpListener.class.getName()).log(Level.WARNING, "accepting on port " + port, e);
        }
    }

    private void converse(Link link) {
        try (link) {
            conversation.on(link);
        } catch (IOException | InterruptedException over) {
            System.getLogger(TcpListener.class.getName()).log(Level.TRACE, "connection ended", over);
        } finally {
            links.remove(link);
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
