package fr.lamine.hardware.scale.mtsics;

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

/// A scale that speaks MT-SICS or KCP and is asked for its weight.
public final class MtSicsScale extends Scale {

    private static final byte[] SEND_IMMEDIATELY = "SI\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long PAUSE_MILLIS = 150;
    private static final Duration LISTEN = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    public MtSicsScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock);
    }

    @Override
    protected void converse(Link link) throws IOException, InterruptedException {
        MtSicsFrame frame = new MtSicsFrame();
        long lastReading = System.nanoTime();
        long rejectedThen = 0;
        while (true) {
            link.write(nextCommand().orElse(SEND_IMMEDIATELY), PATIENCE);
            if (answered(link, frame)) {
                lastReading = System.nanoTime();
                rejectedThen = frame.rejected();
            } else if (System.nanoTime() - lastReading > FRESH.toNanos()) {
                publishSilence(frame.rejected() > rejectedThen ? Cause.UNREADABLE : Cause.STALE);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean answered(Link link, MtSicsFrame frame) throws IOException {
        byte[] buffer = new byte[256];
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            int count = link.read(buffer, LISTEN);
            List<ScaleReading> readings = frame.accept(buffer, count, now());
            readings.forEach(this::publish);
            if (!readings.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        String text = switch (command) {
            case ZERO -> "Z\r\n";
            case TARE -> "T\r\n";
        };
        return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
