package fr.lamine.hardware.label;

import fr.lamine.hardware.label.Dialect.Report;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Pace;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterSetup;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A printer of labels in any of the languages. Like [Printer] it opens a connection for each label or question, and
/// never prints twice by itself.
public final class LabelPrinter {

    private static final long BETWEEN_QUESTIONS = 120;
    private static final int QUESTIONS = 100;
    private static final int MOST_UNANSWERED = 3;

    private final LabelSetup setup;
    private final Pace pace;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Printer tickets;

    public LabelPrinter(LabelSetup setup) {
        this.setup = setup;
        this.pace = Pace.of(setup.endpoint());
        PaperWidth paper = setup.size().width() > PaperWidth.MM58.dots() ? PaperWidth.MM80 : PaperWidth.MM58;
        this.tickets = new Printer(
                new PrinterSetup(setup.name(), setup.endpoint(), paper, CodePage.WPC1252, true, setup.emulated()));
    }

    public LabelSetup setup() {
        return setup;
    }

    public PrinterState state() {
        return switch (setup.language()) {
            case ESC_POS -> tickets.state();
            case ZPL -> state(new Zpl());
            case TSPL -> state(new Tspl());
        };
    }

    /// The label drawn for this printer's labels; empty when it does not fit on them.
    public Optional<Bitmap> drawn(Document label) {
        return LabelDrawing.of(label, setup.size());
    }

    /// @param copies 1 to 99
    public PrintResult print(Bitmap label, int copies) {
        if (copies < 1 || copies > 99) {
            throw new IllegalArgumentException(copies + " copies");
        }
        if (label.width() != setup.size().width()
                || label.height() != setup.size().height()) {
            throw new IllegalArgumentException(label + " for labels of " + setup.size());
        }
        return switch (setup.language()) {
            case ESC_POS -> tickets.print(asTicket(label, copies));
            case ZPL -> send(new Zpl(), label, copies);
            case TSPL -> send(new Tspl(), label, copies);
        };
    }

    private static Document asTicket(Bitmap label, int copies) {
        Document document = Document.of();
        for (int i = 0; i < copies; i++) {
            document = document.then(new Document.Picture(label), new Document.Cut());
        }
        return document;
    }

    private PrinterState state(Dialect dialect) {
        oneAtATime.lock();
        try (Link link = setup.endpoint().open()) {
            return dialect.ask(link).map(Report::state).orElse(PrinterState.SILENT);
        } catch (IOException absent) {
            return PrinterState.UNREACHABLE;
        } finally {
            oneAtATime.unlock();
        }
    }

    private PrintResult send(Dialect dialect, Bitmap label, int copies) {
        byte[] job = dialect.job(label, setup.size(), copies);
        oneAtATime.lock();
        try (Link link = setup.endpoint().open()) {
            PrinterState before = dialect.ask(link).map(Report::state).orElse(PrinterState.SILENT);
            return before.takesJobs() ? sendAndConfirm(link, dialect, job) : new Failed(before);
        } catch (IOException absent) {
            return new Failed(PrinterState.UNREACHABLE);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// From the first byte on, every failure is a doubt: these printers keep a label that they could not print, and
    /// print it when they are helped.
    private PrintResult sendAndConfirm(Link link, Dialect dialect, byte[] job) {
        try {
            pace.write(link, job);
            return confirmation(link, dialect);
        } catch (SocketTimeoutException stalled) {
            return new Doubtful(PrinterState.OFFLINE);
        } catch (IOException lost) {
            return new Doubtful(PrinterState.UNREACHABLE);
        }
    }

    private static PrintResult confirmation(Link link, Dialect dialect) throws IOException {
        boolean seenAtWork = false;
        int calm = 0;
        int unanswered = 0;
        PrinterState last = PrinterState.SILENT;
        for (int i = 0; i < QUESTIONS; i++) {
            Optional<Report> answer = dialect.ask(link);
            unanswered = answer.isPresent() ? 0 : unanswered + 1;
            last = answer.map(Report::state).orElse(PrinterState.SILENT);
            if (!last.takesJobs() || unanswered >= MOST_UNANSWERED) {
                return new Doubtful(last);
            }
            boolean busy = answer.map(Report::busy).orElse(false);
            seenAtWork |= busy;
            calm = busy || answer.isEmpty() ? 0 : calm + 1;
            if (calm > 0 && (seenAtWork || calm >= dialect.calmEnough())) {
                return new Printed();
            }
            pause();
        }
        return new Doubtful(last);
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(BETWEEN_QUESTIONS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while printing a label");
        }
    }
}
