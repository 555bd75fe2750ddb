package fr.lamine.hardware.emulator.speech;

import fr.lamine.hardware.emulator.speech.Speech.Request;
import fr.lamine.hardware.transport.LineBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Finds the commands in what a driver sends over one connection, however it is cut. A protocol of reports hears one
/// report a call.
@FunctionalInterface
public interface Ear {

    /// @return the commands that the first `count` bytes complete, in order
    List<Request> hear(byte[] bytes, int count);

    /// Commands that end with CR, LF or both.
    static Ear ofLines(Function<String, Request> meaning) {
        LineBuffer lines = new LineBuffer(64);
        return (bytes, count) -> lines.accept(bytes, count).stream()
                .map(line -> meaning.apply(line.strip()))
                .toList();
    }

    /// Commands of one byte each; a byte without meaning is passed over.
    static Ear ofBytes(IntFunction<Optional<Request>> meaning) {
        return (bytes, count) -> IntStream.range(0, count)
                .mapToObj(i -> meaning.apply(bytes[i] & 0xff))
                .flatMap(Optional::stream)
                .toList();
    }
}
