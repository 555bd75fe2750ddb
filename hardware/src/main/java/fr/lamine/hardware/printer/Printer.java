package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// An ESC/POS printer, usually on TCP port 9100. It opens a connection for each job or question and closes it after, so
/// nothing is held while nobody prints; jobs wait for each other. Keeps no queue and never prints twice by itself.
public final class Printer {

    private static final Duration SENDING = Duration.ofSeconds(10);
    private static final Duration CONFIRMATION = Duration.ofSeconds(15);
    private static final Duration SILENT_CONFIRMATION = Duration.ofSeconds(2);
    private static final byte[] PAPER_SENSOR = {0x1d, 0x72, 0x01};

    private final String name;
    private final Endpoint endpoint;
    private final PaperWidth paper;
    private final boolean emulated;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Printer(String name, Endpoint endpoint, PaperWidth paper, boolean emulated) {
        this.name = name;
        this.endpoint = endpoint;
        this.paper = paper;
        this.emulated = emulated;
    }

    public String name() {
        return name;
    }

    public PaperWidth paper() {
        return paper;
    }

    public boolean emulated() {
        return emulated;
    }

    /// Asks the printer now; a few seconds at most, longer only behind a running job.
    public PrinterState state() {
        oneAtATime.lock();
        try (Link link = endpoint.open()) {
            return new PrinterDialogue(link).state();
        } catch (IOException absent) {
            return PrinterState.UNREACHABLE;
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Prints the whole document and waits for the printer to confirm: some 25 seconds at most behind no other job.
    public PrintResult print(Document document) {
        byte[] job = withQuestion(EscPosRendering.of(Sheet.of(document, paper)));
        oneAtATime.lock();
        try {
            return send(job);
        } finally {
            oneAtATime.unlock();
        }
    }

    private PrintResult send(byte[] job) {
        try (Link link = endpoint.open()) {
            PrinterDialogue dialogue = new PrinterDialogue(link);
            PrinterState before = dialogue.state();
            return before.takesJobs() ? sendAndConfirm(link, dialogue, job, before) : new Failed(before);
        } catch (IOException absent) {
            return new Failed(PrinterState.UNREACHABLE);
        }
    }

    /// From the first byte on, every failure is a doubt.
    private static PrintResult sendAndConfirm(Link link, PrinterDialogue dialogue, byte[] job, PrinterState before) {
        try {
            link.write(job, SENDING);
            return dialogue.confirmation(before == PrinterState.SILENT ? SILENT_CONFIRMATION : CONFIRMATION);
        } catch (SocketTimeoutException stalled) {
            return new Doubtful(before);
        } catch (IOException lost) {
            return new Doubtful(PrinterState.UNREACHABLE);
        }
    }

    private static byte[] withQuestion(byte[] job) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(job);
        bytes.writeBytes(PAPER_SENSOR);
        return bytes.toByteArray();
    }
}
