package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.Answers.Answer;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Interrupted;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Questions and answers over one connection. The answer to GS r comes when the job is done, perhaps amid answers to
/// real-time questions, so it is kept whenever it shows up. A printer that sends noise is taken for one that says
/// nothing.
final class PrinterDialogue {

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final Duration OLD_JOB = Duration.ofSeconds(5);

    private static final int RECOVERY_QUESTIONS = 4;

    private final Link link;
    private final Answers answers = new Answers();
    private Optional<PrinterState> paperSensor = Optional.empty();
    private boolean noise;

    PrinterDialogue(Link link) {
        this.link = link;
    }

    /// @throws IOException when the connection breaks; a printer that does not answer is SILENT
    PrinterState state() throws IOException {
        return report().map(StatusReport::state).orElse(PrinterState.SILENT);
    }

    /// What it answers to the four real-time questions; empty when it does not.
    Optional<StatusReport> report() throws IOException {
        forgetLateAnswers();
        int[] bits = new int[4];
        for (int n = 1; n <= 4; n++) {
            link.write(Answers.question(n), ANSWER);
            Optional<Answers.RealTime> answer = first(Answers.RealTime.class, ANSWER);
            if (answer.isEmpty() || noise) {
                return Optional.empty();
            }
            bits[n - 1] = answer.get().bits();
        }
        return Optional.of(StatusReport.ofRealTime(bits));
    }

    /// Waits until nothing of an earlier job, whose end was not seen, can be taken for the end of the next one.
    void settle() throws IOException {
        link.write(Answers.PAPER_SENSOR, ANSWER);
        if (first(Answers.PaperSensor.class, OLD_JOB).isPresent()) {
            while (first(Answers.PaperSensor.class, BETWEEN_QUESTIONS).isPresent()) {
                continue;
            }
        }
    }

    /// From here on an answer to GS r is the answer to the job.
    void beginJob() throws IOException {
        forgetLateAnswers();
        paperSensor = Optional.empty();
        noise = false;
    }

    /// The end of a job sent to a printer that answers real-time questions.
    PrintResult confirmation(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (paperSensor.isEmpty()) {
                next(BETWEEN_QUESTIONS);
            }
            if (noise) {
                return new Doubtful(PrinterState.SILENT);
            }
            if (paperSensor.isPresent()) {
                return done();
            }
            PrinterState now = state();
            if (!now.takesJobs()) {
                return stopped(now);
            }
            if (System.nanoTime() > deadline) {
                return new Doubtful(now);
            }
        }
    }

    /// The end of a job sent to a printer that has not answered so far. At first nothing is asked, so that what comes
    /// is no answer to anything else; one that was only slow is asked then as usual.
    PrintResult lateConfirmation(Duration first, Duration patience) throws IOException {
        boolean answered = first(Answers.PaperSensor.class, first).isPresent();
        if (noise) {
            return new Doubtful(PrinterState.SILENT);
        }
        if (answered) {
            return done();
        }
        return report().isPresent() ? confirmation(patience) : new Doubtful(PrinterState.SILENT);
    }

    private PrintResult done() {
        PrinterState after = paperSensor.orElseThrow();
        return after == PrinterState.PAPER_OUT ? new Doubtful(after) : new Printed();
    }

    /// A printer keeps the rest of a job that it could not finish, and goes on with it when it is helped. One that
    /// answers has let go of it; of one that does not, nobody knows what will come out.
    private PrintResult stopped(PrinterState trouble) throws IOException {
        link.write(Answers.CLEAR, ANSWER);
        boolean cleared = first(Answers.Cleared.class, ANSWER).isPresent();
        if (paperSensor.isPresent()) {
            return done();
        }
        return cleared ? new Interrupted(trouble) : new Doubtful(trouble);
    }

    /// Asks only after a while: what comes too soon after the order is thrown away with the rest, and the blade
    /// takes its time.
    PrinterState recover() throws IOException {
        link.write(Answers.RECOVER, ANSWER);
        PrinterState state = PrinterState.SILENT;
        for (int i = 0; i < RECOVERY_QUESTIONS && (state == PrinterState.SILENT || state.needsRecovery()); i++) {
            first(Answers.Cleared.class, BETWEEN_QUESTIONS);
            state = state();
        }
        return state;
    }

    /// Turns the automatic status on and waits for one that differs from what is known; turns it off in the end.
    ///
    /// @return whether the printer speaks it at all, and the news if there are any
    News news(PrinterReport known, Duration patience, BooleanSupplier wanted) throws IOException {
        link.write(Answers.AUTOMATIC_ON, ANSWER);
        Optional<Answers.Automatic> heard = first(Answers.Automatic.class, ANSWER);
        boolean speaks = heard.isPresent();
        long deadline = System.nanoTime() + patience.toNanos();
        while (speaks && (heard.isEmpty() || told(heard).equals(Optional.of(known)))) {
            if (System.nanoTime() > deadline || wanted.getAsBoolean()) {
                link.write(Answers.AUTOMATIC_OFF, ANSWER);
                return new News(true, Optional.empty());
            }
            heard = first(Answers.Automatic.class, SLICE);
        }
        link.write(Answers.AUTOMATIC_OFF, ANSWER);
        return new News(speaks, told(heard));
    }

    record News(boolean speaks, Optional<PrinterReport> report) {}

    private static Optional<PrinterReport> told(Optional<Answers.Automatic> heard) {
        return heard.map(answer -> answer.report().told());
    }

    private <T extends Answer> Optional<T> first(Class<T> kind, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            Optional<Answer> answer = next(Duration.ofNanos(left));
            if (answer.isPresent() && kind.isInstance(answer.get())) {
                return answer.map(kind::cast);
            }
        }
    }

    private void forgetLateAnswers() throws IOException {
        while (next(Duration.ofMillis(1)).isPresent()) {
            continue;
        }
    }

    private Optional<Answer> next(Duration patience) throws IOException {
        byte[] one = new byte[1];
        if (link.read(one, patience) == 0) {
            return Optional.empty();
        }
        Answer answer = answers.take(one[0]);
        switch (answer) {
            case Answers.PaperSensor(var paper) -> paperSensor = Optional.of(paper);
            case Answers.Noise() -> noise = true;
            case Answers.RealTime _, Answers.Automatic _, Answers.Cleared _, Answers.Nothing _ -> {}
        }
        return Optional.of(answer);
    }
}
