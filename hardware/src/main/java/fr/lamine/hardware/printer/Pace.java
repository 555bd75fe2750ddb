package fr.lamine.hardware.printer;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/// How long to wait for a printer, by the speed of its line: at 9 600 baud a kilobyte takes more than a second.
///
/// @param millisPerKilobyte on the line, twice what is needed
public record Pace(long millisPerKilobyte) {

    private static final Duration STALL = Duration.ofSeconds(10);
    private static final Duration CONFIRMATION = Duration.ofSeconds(15);
    private static final Duration SILENT_CONFIRMATION = Duration.ofSeconds(2);
    private static final int CHUNK = 1_024;

    /// Slow printers advance some 40 mm a second.
    private static final Duration PER_LINE = Duration.ofMillis(100);

    public static Pace of(Endpoint endpoint) {
        OptionalInt speed = endpoint.bytesPerSecond();
        return new Pace(speed.isPresent() ? 2L * 1_024 * 1_000 / speed.getAsInt() : 0);
    }

    /// Writes all, giving up when the printer takes nothing for some ten seconds.
    public void write(Link link, byte[] job) throws IOException {
        for (int from = 0; from < job.length; from += CHUNK) {
            link.write(
                    Arrays.copyOfRange(job, from, Math.min(job.length, from + CHUNK)),
                    STALL.plusMillis(millisPerKilobyte));
        }
    }

    Duration confirmation(int bytes, int lines) {
        return CONFIRMATION.plus(onTheLine(bytes)).plus(PER_LINE.multipliedBy(lines));
    }

    Duration silentConfirmation(int bytes) {
        return SILENT_CONFIRMATION.plus(onTheLine(bytes));
    }

    private Duration onTheLine(int bytes) {
        return Duration.ofMillis(millisPerKilobyte * bytes / 1_024);
    }
}
