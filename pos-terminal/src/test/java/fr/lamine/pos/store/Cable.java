package fr.lamine.pos.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A cable between a process and a printer that does something to the process the moment a given byte goes by.
final class Cable implements AutoCloseable {

    private final ServerSocket entry;
    private final int printer;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile int cutAfterSaid = Integer.MAX_VALUE;
    private volatile int cutBeforeAnswer = Integer.MAX_VALUE;
    private volatile Runnable cut = () -> {};

    Cable(int printer) throws IOException {
        this.printer = printer;
        this.entry = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::run);
    }

    int port() {
        return entry.getLocalPort();
    }

    /// @param byteNumber of what the process says to the printer, from 1; it still arrives, and is the last one
    void onceSaid(int byteNumber, Runnable action) {
        cut = action;
        cutAfterSaid = byteNumber;
    }

    /// @param byteNumber of what the printer answers, from 1; it never arrives
    void insteadOfAnswer(int byteNumber, Runnable action) {
        cut = action;
        cutBeforeAnswer = byteNumber;
    }

    int said() {
        return said.get();
    }

    int answered() {
        return answered.get();
    }

    private void run() {
        while (!entry.isClosed()) {
            try {
                Socket process = entry.accept();
                Socket device = new Socket(InetAddress.getLoopbackAddress(), printer);
                Thread.ofVirtual().start(() -> pump(process, device, true));
                Thread.ofVirtual().start(() -> pump(device, process, false));
            } catch (IOException e) {
                if (!entry.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean saying) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (!saying && answered.incrementAndGet() == cutBeforeAnswer) {
                    cut.run();
                    return;
                }
                boolean last = saying && said.incrementAndGet() == cutAfterSaid;
                if (last) {
                    cut.run();
                }
                out.write(next);
                if (last) {
                    return;
                }
            }
        } catch (IOException gone) {
            System.getLogger("cable").log(System.Logger.Level.TRACE, "one end is gone", gone);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
