package fr.lamine.hardware.scale;

import fr.lamine.hardware.transport.FrameBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A protocol of frames between a start and an end byte, each of which is a reading, an answer to something else, or
/// nonsense.
public abstract class FrameDecoder implements ScaleDecoder {

    private final FrameBuffer frames;
    private long rejected;

    /// @param longest how many bytes a frame may have, its start and end counted
    protected FrameDecoder(int start, int end, int longest) {
        this.frames = new FrameBuffer(start, end, longest);
    }

    @Override
    public final List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        List<ScaleReading> readings = new ArrayList<>();
        for (String frame : frames.accept(bytes, count)) {
            Optional<ScaleReading> reading = read(frame, at);
            reading.ifPresent(readings::add);
            if (reading.isEmpty() && !saysNothingOfTheLoad(frame)) {
                rejected++;
            }
        }
        return readings;
    }

    @Override
    public final long rejected() {
        return rejected + frames.dropped();
    }

    /// @param frame ISO-8859-1, one character a byte, with its start and end
    protected abstract Optional<ScaleReading> read(String frame, Instant at);

    /// Whether a frame that is no reading is known all the same, such as the answer to a command.
    protected boolean saysNothingOfTheLoad(String frame) {
        return false;
    }
}
