package fr.lamine.hardware.scale.ohaus;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// An Ohaus scale that is asked for its weight, moving or not.
public final class OhausScale extends PolledScale {

    public static final Polling POLLING = Polling.asking("IP\r\n");

    public OhausScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, OhausFrame::new);
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
