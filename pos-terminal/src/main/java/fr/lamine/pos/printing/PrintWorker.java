package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.printing.PrintJob.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes the jobs of one station and some roles to their printer, one after the other: a job that failed waits until
/// the printer takes jobs again, one whose end is in doubt is left to people.
public final class PrintWorker implements AutoCloseable {

    private static final long IDLE_MILLIS = 2_000;

    private final PrintQueue queue;
    private final StationCode station;
    private final Set<PrintRole> roles;
    private final Supplier<Optional<Outlet>> printer;
    private final Function<PrintJob, Optional<Document>> papers;
    private final PrintListener listener;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;
    private boolean answers;
    private Optional<String> lastFault = Optional.empty();

    /// @param roles   the jobs that this printer is there for
    /// @param printer the one in use now, which people can change
    /// @param papers what a job prints; empty when what it names cannot be found
    public PrintWorker(
            PrintQueue queue,
            StationCode station,
            Set<PrintRole> roles,
            Supplier<Optional<Outlet>> printer,
            Function<PrintJob, Optional<Document>> papers,
            PrintListener listener,
            InstantSource clock) {
        this.queue = queue;
        this.station = station;
        this.roles = EnumSet.copyOf(roles);
        this.printer = printer;
        this.papers = papers;
        this.listener = listener;
        this.clock = clock;
        this.thread =
                Thread.ofPlatform().daemon().name("print " + station + roles).unstarted(this::run);
    }

    public PrintWorker start() {
        queue.recover(station, roles, clock.instant());
        thread.start();
        return this;
    }

    public PrintQueue queue() {
        return queue;
    }

    /// Whether there is a printer at all.
    public boolean canPrint() {
        return printer.get().isPresent();
    }

    /// Something was queued, or the printer is back.
    public void wake() {
        work.release();
    }

    private void run() {
        try {
            while (!stopped) {
                while (!stopped && printer.get().map(this::goesOn).orElse(false)) {
                    work.drainPermits();
                }
                work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A bug in one paper, or a store that cannot be written, must not end all printing; it is told once.
    private boolean goesOn(Outlet device) {
        try {
            return printed(device);
        } catch (RuntimeException fault) {
            Optional<String> words = Optional.of(fault.toString());
            if (!words.equals(lastFault)) {
                lastFault = words;
                listener.failed(fault);
            }
            return false;
        }
    }

    /// @return whether the queue may hold more that can be printed now
    private boolean printed(Outlet device) {
        Optional<PrintJob> next = queue.next(station, roles);
        if (next.isEmpty()) {
            return false;
        }
        PrintJob job = next.get();
        if (job.kind() == Kind.DRAWER && isLate(job)) {
            queue.drop(job, clock.instant());
            return true;
        }
        if (job.trouble().isPresent() || isLate(job)) {
            PrinterState state = seen(device.state());
            if (!state.takesJobs()) {
                waitsOn(job, state, clock.instant());
                return false;
            }
        }
        if (isLate(job)) {
            queue.hold(job, clock.instant());
            listener.changed();
            return true;
        }
        return queue.begin(job, clock.instant())
                .map(begun -> sent(begun, device))
                .orElse(true);
    }

    private boolean isLate(PrintJob job) {
        return PrintQueue.isLate(job, clock.instant());
    }

    /// @return whether the printer takes more jobs now
    private boolean sent(PrintJob job, Outlet device) {
        Optional<Document> paper = paper(job);
        if (paper.isEmpty()) {
            queue.drop(job, clock.instant());
            return true;
        }
        Optional<PrintResult> outcome = device.print(paper.get());
        if (outcome.isEmpty()) {
            queue.drop(job, clock.instant());
            listener.doesNotFit(job);
            return true;
        }
        PrintResult result = outcome.get();
        seen(result);
        queue.finish(job, result, answers, clock.instant());
        boolean known = job.trouble().isPresent() && result instanceof PrintResult.Failed;
        if (!known) {
            listener.ended(job, result);
        }
        return switch (result) {
            case PrintResult.Printed _, PrintResult.Doubtful _ -> true;
            case PrintResult.Failed _ -> job.kind() == Kind.DRAWER;
            case PrintResult.Interrupted _ -> false;
        };
    }

    private Optional<Document> paper(PrintJob job) {
        try {
            return papers.apply(job);
        } catch (RuntimeException fault) {
            queue.drop(job, clock.instant());
            throw fault;
        }
    }

    /// A drawer behind a job that waits would come too late: it is tried, fails and is told now.
    private void waitsOn(PrintJob job, PrinterState state, Instant now) {
        if (!job.trouble().equals(Optional.of(state.name()))) {
            queue.waits(job, state, now);
            listener.changed();
        }
        for (PrintJob other : queue.waiting(station)) {
            if (other.kind() == Kind.DRAWER && roles.contains(other.kind().role())) {
                queue.finish(other, new PrintResult.Failed(state), answers, now);
                listener.ended(other, new PrintResult.Failed(state));
            }
        }
    }

    private PrinterState seen(PrinterState state) {
        answers |= state != PrinterState.SILENT && state != PrinterState.UNREACHABLE;
        return state;
    }

    private void seen(PrintResult result) {
        switch (result) {
            case PrintResult.Printed _ -> answers = true;
            case PrintResult.Failed(var cause) -> seen(cause);
            case PrintResult.Interrupted(var cause) -> seen(cause);
            case PrintResult.Doubtful(var cause) -> answers |= cause != PrinterState.SILENT;
        }
    }

    /// In plain words why nothing came out.
    public static String sentence(PrinterState state) {
        return switch (state) {
            case SILENT, PAPER_NEAR_END, READY -> "L’imprimante n’a pas confirmé.";
            case UNREACHABLE, BROKEN, COVER_OPEN, PAPER_OUT, CUTTER_JAMMED, ERROR, TOO_HOT, BUTTON_HELD, OFFLINE ->
                state.sentence();
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
