package fr.lamine.hardware.scale.mtsics;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// A scale that speaks MT-SICS or KCP and is asked for its weight.
public final class MtSicsScale extends PolledScale {

    public static final Polling POLLING = Polling.asking("SI\r\n");

    public MtSicsScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, MtSicsFrame::new);
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
