package fr.lamine.hardware.scanner;

import fr.lamine.hardware.transport.LineBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A code a line, ended by CR, LF or both. A line longer than [Scan#MAX_LENGTH] is dropped.
final class CodeLines implements CodeReader {

    private final LineBuffer lines = new LineBuffer(Scan.MAX_LENGTH);

    @Override
    public List<Scan> accept(byte[] bytes, int count, Instant at) {
        return lines.accept(bytes, count).stream()
                .map(line -> CodeText.scan(line, at))
                .flatMap(Optional::stream)
                .toList();
    }
}
