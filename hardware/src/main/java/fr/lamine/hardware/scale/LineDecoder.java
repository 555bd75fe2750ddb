package fr.lamine.hardware.scale;

import fr.lamine.hardware.transport.LineBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A protocol of lines of text, each of which is a reading, an answer to something else, or nonsense.
public abstract class LineDecoder implements ScaleDecoder {

    private final LineBuffer lines;
    private long rejected;

    /// @param longest how many bytes a line may have, its end not counted
    protected LineDecoder(int longest) {
        this.lines = new LineBuffer(longest);
    }

    @Override
    public final List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        List<ScaleReading> readings = new ArrayList<>();
        for (String line : lines.accept(bytes, count)) {
            Optional<ScaleReading> reading = read(line, at);
            reading.ifPresent(readings::add);
            if (reading.isEmpty() && !saysNothingOfTheLoad(line)) {
                rejected++;
            }
        }
        return readings;
    }

    @Override
    public final long rejected() {
        return rejected + lines.dropped();
    }

    /// @param line ISO-8859-1, one character a byte
    protected abstract Optional<ScaleReading> read(String line, Instant at);

    /// Whether a line that is no reading is known all the same, such as the answer to a command.
    protected boolean saysNothingOfTheLoad(String line) {
        return false;
    }
}
