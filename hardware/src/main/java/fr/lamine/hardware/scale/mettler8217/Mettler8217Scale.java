package fr.lamine.hardware.scale.mettler8217;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A scale that speaks the 8217 protocol and is asked for its weight.
public final class Mettler8217Scale extends PolledScale {

    public static final Polling POLLING = new Polling(Duration.ofMillis(250), List.of("W"));

    public Mettler8217Scale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, Mettler8217Frame::new);
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        String text = switch (command) {
            case ZERO -> "Z";
            case TARE -> "T\r";
        };
        return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
