package fr.lamine.pos.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The head file: two slots of 512 bytes written in turn and forced, so that a torn write leaves the one before. Used
/// under the store's lock.
final class HeadFile implements AutoCloseable {

    private static final int SLOT = 512;

    private final FileChannel channel;
    private final Consumer<String> crashPoint;
    private long turn;

    HeadFile(Path folder, Consumer<String> crashPoint) {
        this.crashPoint = crashPoint;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    folder.resolve("head"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
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
        channel.force(false);
        crashPoint.accept("head: forced");
        turn = next;
    }

    private void writeAt(long position, byte[] slot, int from, int to) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(slot, from, to - from);
        while (bytes.hasRemaining()) {
            channel.write(bytes, position + bytes.position());
        }
    }

    private Optional<HeadWitness.Slot> slot(int number) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SLOT);
        while (bytes.hasRemaining() && channel.read(bytes, (long) number * SLOT + bytes.position()) >= 0) {
            // a file that is shorter has an empty slot
        }
        return HeadWitness.parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
