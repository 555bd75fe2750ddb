package fr.lamine.hardware.scale.preview;

import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleDecoder;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each protocol of the wire makes of the same bytes. It does not guess: several protocols may read the same
/// weight, and all of them are shown. Memory is bounded, whatever comes.
public final class WirePreview {

    private static final int TAIL = 48;

    /// One protocol's view.
    ///
    /// @param reading the last one, with its frame; empty when these bytes never made one
    /// @param readings how many there were
    /// @param unreadable how many lines, frames or stretches of noise made no sense to it
    public record Line(ScaleProtocol protocol, Optional<ScaleReading> reading, long readings, long unreadable) {

        public boolean showsAWeight() {
            return reading.filter(ScaleReading.Weight.class::isInstance).isPresent();
        }
    }

    private static final class View {
        private final ScaleDecoder decoder;
        private Optional<ScaleReading> last = Optional.empty();
        private long readings;

        private View(ScaleDecoder decoder) {
            this.decoder = decoder;
        }
    }

    private final Map<ScaleProtocol, View> views = new EnumMap<>(ScaleProtocol.class);
    private byte[] tail = new byte[0];
    private long seen;

    /// Of all protocols that run over a line; a protocol of reports has no bytes to guess from.
    public WirePreview() {
        for (ScaleProtocol protocol : ScaleProtocol.values()) {
            if (protocol.line().isPresent()) {
                views.put(protocol, new View(protocol.decoder()));
            }
        }
    }

    /// The first `count` bytes came at `at`.
    public void accept(byte[] bytes, int count, Instant at) {
        for (View view : views.values()) {
            List<ScaleReading> readings = view.decoder.accept(bytes, count, at);
            view.readings += readings.size();
            if (!readings.isEmpty()) {
                view.last = Optional.of(readings.getLast());
            }
        }
        seen += count;
        byte[] joined = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(bytes, 0, joined, tail.length, count);
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
    }

    /// One for each protocol, in the order of [ScaleProtocol].
    public List<Line> lines() {
        return views.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Line line(ScaleProtocol protocol, View view) {
        return new Line(protocol, view.last, view.readings, view.decoder.rejected());
    }

    /// How many bytes came.
    public long seen() {
        return seen;
    }

    /// The last 48 bytes as they came, for people who ask for help; see [RawFrame].
    public String tail() {
        return RawFrame.printable(new String(tail, StandardCharsets.ISO_8859_1));
    }
}
