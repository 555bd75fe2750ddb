package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What a driver hears on one open link, and for how long it has heard nothing that makes sense.
final class Hearing {

    private final Scale scale;
    private final ScaleDecoder decoder;
    private final byte[] buffer = new byte[512];
    private long lastReading = System.nanoTime();
    private long rejectedThen;

    enum Heard {
        NOTHING,
        SOMETHING,
        A_READING
    }

    Hearing(Scale scale, ScaleDecoder decoder) {
        this.scale = scale;
        this.decoder = decoder;
    }

    Heard listen(Link link, Duration wait) throws IOException {
        int count = link.read(buffer, wait);
        List<ScaleReading> readings = decoder.accept(buffer, count, scale.now());
        readings.forEach(scale::publish);
        if (!readings.isEmpty()) {
            lastReading = System.nanoTime();
            rejectedThen = decoder.rejected();
            return Heard.A_READING;
        }
        if (System.nanoTime() - lastReading > Scale.FRESH.toNanos()) {
            scale.publishSilence(decoder.rejected() > rejectedThen ? Cause.UNREADABLE : Cause.STALE);
        }
        return count > 0 ? Heard.SOMETHING : Heard.NOTHING;
    }
}
