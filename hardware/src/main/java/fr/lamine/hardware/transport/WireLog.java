package fr.lamine.hardware.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;

/// The last exchanges over one device's wire, for a technician: at most [#MOST], and of each at most [#MOST_BYTES]
/// bytes, so that a device that never stops talking costs some 60 kB. Safe for use by several threads.
public final class WireLog {

    public static final int MOST = 200;
    public static final int MOST_BYTES = 256;

    public enum What {
        OPENED,
        /// From the device.
        IN,
        /// To the device.
        OUT,
        /// By this program, because it had finished.
        CLOSED,
        /// Could not be opened, or broke.
        FAILED
    }

    /// One line of the log.
    ///
    /// @param number 1 for the first since the start; gap-free
    /// @param latin1 the bytes, one character each; why, in the words of the system, when it FAILED
    /// @param length how many bytes went over the wire, of which the first [#MOST_BYTES] are kept
    public record Exchange(long number, Instant at, What what, String latin1, int length) {}

    private final InstantSource clock;
    private final ArrayDeque<Exchange> last = new ArrayDeque<>(MOST);
    private long count;

    public WireLog(InstantSource clock) {
        this.clock = clock;
    }

    /// The endpoint with an ear on its wire.
    public Endpoint tap(Endpoint endpoint) {
        return new Tapped(endpoint, this);
    }

    synchronized void note(What what, String latin1, int length) {
        if (last.size() == MOST) {
            last.removeFirst();
        }
        count++;
        last.addLast(new Exchange(count, clock.instant(), what, latin1, length));
    }

    /// A device that is away is tried for ever: that is one line, not hundreds.
    synchronized void noteFailure(String why) {
        Exchange before = last.peekLast();
        if (before == null || before.what() != What.FAILED || !before.latin1().equals(why)) {
            note(What.FAILED, why, 0);
        }
    }

    /// All that are kept, newest first.
    public synchronized List<Exchange> newest() {
        return List.copyOf(last.reversed());
    }

    /// Those after a number, oldest first; 0 for all that are kept.
    public synchronized List<Exchange> after(long number) {
        return last.stream().filter(each -> each.number() > number).toList();
    }
}
