package fr.lamine.hardware.scale.gram;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// A Gram or Baxtran indicator that is asked for its weight.
public final class GramScale extends PolledScale {

    public static final Polling POLLING = Polling.asking("$");

    public GramScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, GramFrame::new);
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        String text = switch (command) {
            case ZERO -> "z";
            case TARE -> "t";
        };
        return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
