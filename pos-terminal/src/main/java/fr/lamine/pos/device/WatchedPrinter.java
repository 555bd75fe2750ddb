package fr.lamine.pos.device;

import fr.lamine.hardware.printer.PrinterReport;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.pos.printing.Outlet;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Asks a printer every few seconds how it is, and hears it at once where it may speak first.
final class WatchedPrinter implements AutoCloseable {

    private static final long TURN_MILLIS = 5_000;
    private static final long CLOSING_MILLIS = 2_000;

    private final Outlet outlet;
    private final Runnable onChange;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile PrinterReport last = PrinterReport.of(PrinterState.UNREACHABLE);

    WatchedPrinter(String name, Outlet outlet, Runnable onChange) {
        this.outlet = outlet;
        this.onChange = onChange;
        this.thread = Thread.ofVirtual().name("watch " + name).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    Outlet outlet() {
        return outlet;
    }

    PrinterReport last() {
        return last;
    }

    void askSoon() {
        asked.release();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                PrinterReport now = outlet.report();
                boolean changed = !now.equals(last);
                last = now;
                if (changed && !closed) {
                    onChange.run();
                }
                listen(now);
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends with news, or when it is time to ask.
    private void listen(PrinterReport now) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS);
        boolean news = switch (outlet) {
            case Outlet.Roll(var printer) ->
                printer.news(now, Duration.ofMillis(TURN_MILLIS), () -> asked.availablePermits() > 0)
                        .isPresent();
            case Outlet.Labels _ -> false;
        };
        if (!news) {
            asked.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
