package fr.lamine.hardware.scale.stgs;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.StreamingScale;
import fr.lamine.hardware.transport.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/// A scale of the ST/GS family set to stream (about 10 frames a second).
public final class StgsScale extends StreamingScale {

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
        super(identity, endpoint, clock, StgsFrame::new);
        this.words = words;
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
