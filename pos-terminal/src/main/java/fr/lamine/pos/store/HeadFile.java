package fr.lamine.pos.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The head file: two slots of 512 bytes written in turn and forced, so that a torn write leaves the one before. Used
/// under the store's lock. No channel: a thread that is interrupted while it writes must not close the file for all.
final class HeadFile implements AutoCloseable {

    private static final int SLOT = 512;

    private final RandomAccessFile file;
    private final Consumer<String> crashPoint;
    private long turn;

    HeadFile(Path folder, Consumer<String> crashPoint) {
        this.crashPoint = crashPoint;
        try {
            Files.createDirectories(folder);
            file = new RandomAccessFile(folder.resolve("head").toFile(), "rw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<HeadWitness> read() throws IOException {
        Optional<HeadWitness.Slot> best =
                Stream.of(slot(0), slot(1)).flatMap(Optional::stream).max((a, b) -> Long.compare(a.turn(), b.turn()));
        turn = best.map(HeadWitness.Slot::turn).orElse(0L);
        return best.map(HeadWitness.Slot::witness);
    }

    void write(HeadWitness witness) throws IOException {
        long next = turn + 1;
        byte[] slot = new byte[SLOT];
        Arrays.fill(slot, (byte) ' ');
        byte[] text = witness.text(next).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, slot, 0, text.length);
        long position = next % 2 * SLOT;
        crashPoint.accept("head: before");
        writeAt(position, slot, 0, 100);
        crashPoint.accept("head: half written");
        writeAt(position, slot, 100, SLOT);
        crashPoint.accept("head: written");
        file.getFD().sync();
        crashPoint.accept("head: forced");
        turn = next;
    }

    private void writeAt(long position, byte[] slot, int from, int to) throws IOException {
        file.seek(position + from);
        file.write(slot, from, to - from);
    }

    private Optional<HeadWitness.Slot> slot(int number) throws IOException {
        long from = (long) number * SLOT;
        byte[] bytes = new byte[Math.clamp(file.length() - from, 0, SLOT)];
        file.seek(from);
        file.readFully(bytes);
        return HeadWitness.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
