package fr.lamine.hardware.transport;

import java.io.IOException;
import java.time.Duration;

/// Reports over a stream: each is preceded by its length in two bytes, high byte first.
final class ReportLink implements Link {

    private static final int LONGEST = 1_024;

    private final Link stream;
    private final byte[] begun = new byte[2 + LONGEST];
    private int count;

    ReportLink(Link stream) {
        this.stream = stream;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (missing() > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return 0;
            }
            byte[] some = new byte[missing()];
            int came = stream.read(some, Duration.ofNanos(Math.max(1_000_000, left)));
            System.arraycopy(some, 0, begun, count, came);
            count += came;
        }
        int length = length();
        if (buffer.length < length) {
            throw new IllegalArgumentException("a report of " + length + " bytes, room for " + buffer.length);
        }
        System.arraycopy(begun, 2, buffer, 0, length);
        count = 0;
        return length;
    }

    private int missing() throws IOException {
        return count < 2 ? 2 - count : 2 + length() - count;
    }

    private int length() throws IOException {
        int length = (begun[0] & 0xff) << 8 | begun[1] & 0xff;
        if (length == 0 || length > LONGEST) {
            throw new IOException("a report of " + length + " bytes: the other end does not speak in reports");
        }
        return length;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        if (bytes.length == 0) {
            stream.write(bytes, timeout);
            return;
        }
        byte[] framed = new byte[2 + bytes.length];
        framed[0] = (byte) (bytes.length >> 8);
        framed[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, framed, 2, bytes.length);
        stream.write(framed, timeout);
    }

    @Override
    public void close() {
        stream.close();
    }
}
