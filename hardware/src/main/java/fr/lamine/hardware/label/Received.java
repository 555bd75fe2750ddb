package fr.lamine.hardware.label;

import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// What a printer says, as ISO-8859-1, at most so many bytes.
record Received(Link link, int most) {

    /// Throws away what was said before the question.
    void forget() throws IOException {
        byte[] old = new byte[256];
        int count = link.read(old, Duration.ofMillis(1));
        for (int rounds = 0; count > 0 && rounds < 100; rounds++) {
            count = link.read(old, Duration.ofMillis(1));
        }
    }

    /// All that came when it is whole; empty when it is not in time, or too long.
    Optional<String> until(Duration patience, Predicate<String> whole) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[256];
        while (!whole.test(text.toString())) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || text.length() > most) {
                return Optional.empty();
            }
            int count = link.read(some, Duration.ofNanos(left));
            text.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
        return Optional.of(text.toString());
    }
}
