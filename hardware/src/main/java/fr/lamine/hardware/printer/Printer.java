package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// An ESC/POS printer on any line. It opens a connection for each job or question and closes it after, so nothing is
/// held while nobody prints; jobs wait for each other. Keeps no queue and never prints twice by itself.
public final class Printer {

    private final PrinterSetup setup;
    private final Pace pace;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private boolean unsettled;
    private volatile boolean speaksFirst = true;

    public Printer(PrinterSetup setup) {
        this.setup = setup;
        this.pace = Pace.of(setup.endpoint());
    }

    /// A printer with windows-1252.
    public Printer(String name, Endpoint endpoint, PaperWidth paper, boolean emulated) {
        this(PrinterSetup.of(name, endpoint, paper, emulated));
    }

    public PrinterSetup setup() {
        return setup;
    }

    public String name() {
        return setup.name();
    }

    public PaperWidth paper() {
        return setup.paper();
    }

    public boolean emulated() {
        return setup.emulated();
    }

    /// Asks the printer now; a few seconds at most, longer only behind a running job.
    public PrinterReport report() {
        return asked(
                dialogue -> dialogue.report()
                        .map(StatusReport::told)
                        .orElseGet(() -> PrinterReport.of(PrinterState.SILENT)),
                PrinterReport::of);
    }

    public PrinterState state() {
        return report().state();
    }

    /// The pin of the drawer, by a question now; empty when the printer does not say. It answers without paper too.
    public Optional<PinLevel> drawerPin() {
        return report().drawerPin();
    }

    /// Tells the printer that the cause of its error is gone (`DLE ENQ 2`: what it still holds of a job is
    /// forgotten). Only ever after a person said so: it moves the blade.
    public PrinterState recover() {
        return asked(PrinterDialogue::recover, UnaryOperator.identity());
    }

    /// Waits, at most `patience`, for the printer to say by itself (`GS a`) that it or its drawer is not as `known` any
    /// more. It
    /// gives way at once when somebody else wants the printer, or `wanted` says so. Empty, at once, over TCP, where
    /// holding the line would lock other counters out, with a printer that takes no jobs, which executes no
    /// command, and with one that never speaks first: such are asked.
    public Optional<PrinterReport> news(PrinterReport known, Duration patience, BooleanSupplier wanted) {
        PrinterState state = known.state();
        if (!speaksFirst || setup.endpoint().isShared() || !state.takesJobs() || state == PrinterState.SILENT) {
            return Optional.empty();
        }
        BooleanSupplier givesWay = () -> wanted.getAsBoolean() || oneAtATime.hasQueuedThreads();
        PrinterDialogue.News news = asked(
                dialogue -> dialogue.news(known, patience, givesWay),
                without -> new PrinterDialogue.News(true, Optional.of(PrinterReport.of(without))));
        speaksFirst = news.speaks();
        return news.report();
    }

    /// Prints the whole document and waits for the printer to confirm: some 25 seconds at most behind no other job,
    /// longer for long papers and slow lines.
    public PrintResult print(Document document) {
        Sheet sheet = Sheet.of(document, setup.paper().dots(), setup.page(), setup.draws());
        return print(EscPosRendering.of(sheet), sheet.strips().size());
    }

    /// @param lines how much paper it takes, for the patience
    PrintResult print(byte[] job, int lines) {
        byte[] whole = withQuestion(job);
        oneAtATime.lock();
        try {
            PrintResult result = send(whole, lines);
            unsettled = result instanceof Doubtful || unsettled && result instanceof Failed;
            return result;
        } finally {
            oneAtATime.unlock();
        }
    }

    private PrintResult send(byte[] job, int lines) {
        try (Link link = setup.endpoint().open()) {
            PrinterDialogue dialogue = new PrinterDialogue(link);
            PrinterState before = dialogue.state();
            if (!before.takesJobs()) {
                return new Failed(before);
            }
            if (unsettled && before != PrinterState.SILENT) {
                dialogue.settle();
            }
            dialogue.beginJob();
            return sendAndConfirm(link, dialogue, job, before, lines);
        } catch (SocketTimeoutException busy) {
            return new Failed(PrinterState.OFFLINE);
        } catch (IOException absent) {
            return new Failed(PrinterState.UNREACHABLE);
        }
    }

    /// From the first byte on, every failure is a doubt.
    private PrintResult sendAndConfirm(
            Link link, PrinterDialogue dialogue, byte[] job, PrinterState before, int lines) {
        try {
            pace.write(link, job);
            Duration patience = pace.confirmation(job.length, lines);
            return before == PrinterState.SILENT
                    ? dialogue.lateConfirmation(pace.silentConfirmation(job.length), patience)
                    : dialogue.confirmation(patience);
        } catch (SocketTimeoutException stalled) {
            return new Doubtful(PrinterState.OFFLINE);
        } catch (IOException lost) {
            return new Doubtful(PrinterState.UNREACHABLE);
        }
    }

    private interface Question<T> {
        T ask(PrinterDialogue dialogue) throws IOException;
    }

    /// @param without the answer in the place of a printer that is not there, or is there and takes no question
    private <T> T asked(Question<T> question, Function<PrinterState, T> without) {
        oneAtATime.lock();
        try (Link link = setup.endpoint().open()) {
            return question.ask(new PrinterDialogue(link));
        } catch (SocketTimeoutException busy) {
            return without.apply(PrinterState.OFFLINE);
        } catch (IOException absent) {
            return without.apply(PrinterState.UNREACHABLE);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static byte[] withQuestion(byte[] job) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(job);
        bytes.writeBytes(Answers.PAPER_SENSOR);
        return bytes.toByteArray();
    }
}
