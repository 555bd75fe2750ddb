package fr.lamine.hardware.scale.nci;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// A scale that speaks SCP-01 and is asked for its weight.
public final class NciScale extends PolledScale {

    public static final Polling POLLING = Polling.asking("W\r");

    public NciScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, NciFrame::new);
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        return switch (command) {
            case ZERO -> Optional.of("Z\r".getBytes(StandardCharsets.US_ASCII));
            case TARE -> Optional.empty();
        };
    }
}
