package fr.lamine.model.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of a file as raw bytes, none beyond a bound: what is handed in as an export may be any file at all.
final class BoundedLines implements AutoCloseable {

    private static final int CHUNK_BYTES = 8 << 20;

    /// A line that is longer than any entry.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final int maxLine;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    private BoundedLines(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    static BoundedLines of(InputStream in, int maxLine) {
        return new BoundedLines(in, maxLine);
    }

    /// The next lines, at most so many and not much more than [#CHUNK_BYTES] together; none at the end of the file.
    List<byte[]> next(int lines) throws IOException {
        List<byte[]> chunk = new ArrayList<>(lines);
        int bytes = 0;
        while (chunk.size() < lines && bytes < CHUNK_BYTES) {
            Optional<byte[]> line = line();
            if (line.isEmpty()) {
                break;
            }
            bytes += line.get().length;
            chunk.add(line.get());
        }
        return chunk;
    }

    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 11);
        while (from < to || refill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > maxLine) {
                throw new TooLong();
            }
            from = end + 1;
            if (end < to) {
                return Optional.of(line.toByteArray());
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    private boolean refill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
