package fr.lamine.day;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way of one counter to its office, which can be cut. Whoever calls over a cut cable hears nothing.
final class Cable implements AutoCloseable {

    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final int office;
    private volatile boolean cut;

    Cable(int office) throws IOException {
        this.office = office;
        Thread.ofVirtual().start(this::answer);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + end.getLocalPort());
    }

    void cut() {
        cut = true;
        lines.forEach(Cable::hangUp);
    }

    void mend() {
        cut = false;
    }

    private void answer() {
        while (!end.isClosed()) {
            try {
                connect(end.accept());
            } catch (IOException _) {
                // the office is away, or this end was taken down
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        lines.add(caller);
        if (cut) {
            hangUp(caller);
            return;
        }
        Socket called;
        try {
            called = new Socket(InetAddress.getLoopbackAddress(), office);
        } catch (IOException e) {
            hangUp(caller);
            throw e;
        }
        lines.add(called);
        Thread.ofVirtual().start(() -> carry(caller, called));
        Thread.ofVirtual().start(() -> carry(called, caller));
        if (cut) {
            hangUp(caller);
            hangUp(called);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one of the two hung up
        } finally {
            List.of(from, to).forEach(Cable::hangUp);
            lines.removeAll(List.of(from, to));
        }
    }

    private static void hangUp(Socket line) {
        try {
            line.close();
        } catch (IOException _) {
            // it was gone already
        }
    }

    @Override
    public void close() throws IOException {
        end.close();
        cut();
    }
}
