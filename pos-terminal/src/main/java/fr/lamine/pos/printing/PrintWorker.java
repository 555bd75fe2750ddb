package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.site.StationCode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Takes the jobs of one station to its printer, one after the other: a job that failed waits until the printer takes
/// jobs again, one whose end is in doubt is left to people.
public final class PrintWorker implements AutoCloseable {

    private static final long IDLE_MILLIS = 2_000;

    private final PrintQueue queue;
    private final StationCode station;
    private final Optional<Printer> printer;
    private final Function<PrintJob, Optional<Document>> papers;
    private final BiConsumer<PrintJob, PrintResult> told;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    /// @param papers what a job prints; empty when what it names cannot be found
    /// @param told   hears each result that people should know: the first failure of a job, a doubt, its print
    public PrintWorker(
            PrintQueue queue,
            StationCode station,
            Optional<Printer> printer,
            Function<PrintJob, Optional<Document>> papers,
            BiConsumer<PrintJob, PrintResult> told,
            InstantSource clock) {
        this.queue = queue;
        this.station = station;
        this.printer = printer;
        this.papers = papers;
        this.told = told;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("print " + station).unstarted(this::run);
    }

    public PrintWorker start() {
        thread.start();
        return this;
    }

    public PrintQueue queue() {
        return queue;
    }

    /// Whether there is a printer at all.
    public boolean canPrint() {
        return printer.isPresent();
    }

    /// Something was queued, or the printer is back.
    public void wake() {
        work.release();
    }

    private void run() {
        try {
            while (!stopped) {
                while (!stopped && printer.isPresent() && printed(printer.get())) {
                    work.drainPermits();
                }
                work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether the queue may hold more that can be printed now
    private boolean printed(Printer device) {
        Optional<PrintJob> next = queue.next(station, clock.instant());
        if (next.isEmpty()) {
            return false;
        }
        PrintJob job = next.get();
        if (job.trouble().isPresent() && !device.state().takesJobs()) {
            return false;
        }
        Optional<Document> paper = papers.apply(job);
        if (paper.isEmpty()) {
            queue.drop(job, clock.instant());
            return true;
        }
        PrintResult result = device.print(paper.get());
        queue.finish(job, result, clock.instant());
        boolean known = job.trouble().isPresent() && result instanceof PrintResult.Failed;
        if (!known) {
            told.accept(job, result);
        }
        return !(result instanceof PrintResult.Failed) || job.kind() == PrintJob.Kind.DRAWER;
    }

    /// In plain words why nothing came out.
    public static String sentence(PrinterState state) {
        return switch (state) {
            case UNREACHABLE -> "L’imprimante ne répond pas.";
            case COVER_OPEN -> "Le capot de l’imprimante est ouvert.";
            case PAPER_OUT -> "L’imprimante n’a plus de papier.";
            case ERROR, OFFLINE -> "L’imprimante est en panne.";
            case SILENT, PAPER_NEAR_END, READY -> "L’imprimante n’a pas confirmé.";
        };
    }

    /// Ends after the job that is being printed.
    @Override
    public void close() {
        stopped = true;
        work.release();
        try {
            thread.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
