package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Interrupted;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/// Questions and answers over one connection. The answer to GS r comes when the job is done, perhaps amid answers to
/// real-time questions, so it is kept whenever it shows up.
final class PrinterDialogue {

    private static final Duration ANSWER = Duration.ofMillis(600);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private final Link link;
    private OptionalInt paperSensor = OptionalInt.empty();

    PrinterDialogue(Link link) {
        this.link = link;
    }

    /// @throws IOException when the connection breaks; a printer that does not answer is SILENT
    PrinterState state() throws IOException {
        forgetLateAnswers();
        int[] answers = new int[4];
        for (int n = 1; n <= 4; n++) {
            link.write(PrinterStatus.question(n), ANSWER);
            OptionalInt answer = realTimeAnswer();
            if (answer.isEmpty()) {
                return PrinterState.SILENT;
            }
            answers[n - 1] = answer.getAsInt();
        }
        return PrinterStatus.of(answers);
    }

    PrintResult confirmation(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (paperSensor.isEmpty()) {
                next(BETWEEN_QUESTIONS);
            }
            if (paperSensor.isPresent()) {
                return done();
            }
            if (System.nanoTime() > deadline) {
                return new Doubtful(PrinterState.SILENT);
            }
            PrinterState trouble = state();
            if (!trouble.takesJobs()) {
                return stopped(trouble);
            }
        }
    }

    private PrintResult done() {
        PrinterState after = PrinterStatus.ofPaperSensor(paperSensor.getAsInt());
        return after == PrinterState.PAPER_OUT ? new Doubtful(after) : new Printed();
    }

    /// A printer keeps the rest of a job that it could not finish, and goes on with it when it is helped. One that
    /// answers has let go of it; of one that does not, nobody knows what will come out.
    private PrintResult stopped(PrinterState trouble) throws IOException {
        link.write(PrinterStatus.CLEAR, ANSWER);
        boolean cleared = isCleared();
        if (paperSensor.isPresent()) {
            return done();
        }
        return cleared ? new Interrupted(trouble) : new Doubtful(trouble);
    }

    private boolean isCleared() throws IOException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            OptionalInt answer = next(ANSWER);
            if (answer.isPresent() && answer.getAsInt() == PrinterStatus.CLEARED) {
                return true;
            }
        }
        return false;
    }

    private OptionalInt realTimeAnswer() throws IOException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            OptionalInt answer = next(ANSWER);
            if (answer.isPresent() && PrinterStatus.isRealTime(answer.getAsInt())) {
                return answer;
            }
        }
        return OptionalInt.empty();
    }

    private void forgetLateAnswers() throws IOException {
        while (next(Duration.ofMillis(1)).isPresent()) {
            continue;
        }
    }

    private OptionalInt next(Duration patience) throws IOException {
        byte[] one = new byte[1];
        if (link.read(one, patience) == 0) {
            return OptionalInt.empty();
        }
        if (PrinterStatus.isPaperSensor(one[0])) {
            paperSensor = OptionalInt.of(one[0] & 0xff);
        }
        return OptionalInt.of(one[0] & 0xff);
    }
}
