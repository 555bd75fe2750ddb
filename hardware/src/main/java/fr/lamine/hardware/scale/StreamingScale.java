package fr.lamine.hardware.scale;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// A scale that speaks by itself, some ten times a second.
public abstract class StreamingScale extends Scale {

    private static final Duration LISTEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<ScaleDecoder> decoder;

    /// @param decoder a new one for each connection
    protected StreamingScale(
            ScaleIdentity identity, Endpoint endpoint, InstantSource clock, Supplier<ScaleDecoder> decoder) {
        super(identity, endpoint, clock);
        this.decoder = decoder;
    }

    @Override
    protected final void converse(Link link) throws IOException {
        Hearing hearing = new Hearing(this, decoder.get());
        while (true) {
            hearing.listen(link, LISTEN);
            Optional<byte[]> command = nextCommand();
            if (command.isPresent()) {
                link.write(command.get(), PATIENCE);
            }
        }
    }
}
