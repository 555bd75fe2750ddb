package fr.lamine.hardware.scale.stgs;

import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A scale of the ST/GS family set to stream (about 10 frames a second).
public final class StgsScale extends Scale {

    private static final Duration LISTEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// How the maker spells the commands.
    public enum Words {
        /// `Z`, `T`: A&D, AD-4404, CAS.
        SHORT("Z", "T"),
        /// `ZERO`, `TARE`.
        DINI_ARGEO("ZERO", "TARE");

        private final String zero;
        private final String tare;

        Words(String zero, String tare) {
            this.zero = zero;
            this.tare = tare;
        }
    }

    private final Words words;

    public StgsScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock, Words words) {
        super(identity, endpoint, clock);
        this.words = words;
    }

    @Override
    protected void converse(Link link) throws IOException {
        StgsFrame frame = new StgsFrame();
        byte[] buffer = new byte[512];
        long lastReading = System.nanoTime();
        long rejectedThen = 0;
        while (true) {
            int count = link.read(buffer, LISTEN);
            List<ScaleReading> readings = frame.accept(buffer, count, now());
            readings.forEach(this::publish);
            if (!readings.isEmpty()) {
                lastReading = System.nanoTime();
                rejectedThen = frame.rejected();
            } else if (System.nanoTime() - lastReading > FRESH.toNanos()) {
                publishSilence(frame.rejected() > rejectedThen ? Cause.UNREADABLE : Cause.STALE);
            }
            Optional<byte[]> command = nextCommand();
            if (command.isPresent()) {
                link.write(command.get(), PATIENCE);
            }
        }
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        String text = switch (command) {
            case ZERO -> words.zero + "\r\n";
            case TARE -> words.tare + "\r\n";
        };
        return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
