package fr.lamine.hardware.scale.casecr;

import fr.lamine.hardware.scale.PolledScale;
import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.transport.Endpoint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A scale that speaks the ECR protocol of CAS: ENQ, then DC1.
public final class CasEcrScale extends PolledScale {

    public static final Polling POLLING = new Polling(Duration.ofMillis(150), List.of("\u0005", "\u0011"));

    public CasEcrScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, POLLING, CasEcrFrame::new);
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        return Optional.empty();
    }
}
