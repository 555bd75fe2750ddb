package fr.lamine.hardware.transport;

import fr.lamine.hardware.transport.WireLog.What;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;

/// An endpoint whose links note what goes over them.
record Tapped(Endpoint endpoint, WireLog log) implements Endpoint {

    private static final int MOST_WHY = 200;

    @Override
    public Link open() throws IOException {
        try {
            Link link = endpoint.open();
            log.note(What.OPENED, "", 0);
            return new TappedLink(link);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        log.noteFailure(why.length() > MOST_WHY ? why.substring(0, MOST_WHY) : why);
        return e;
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public OptionalInt bytesPerSecond() {
        return endpoint.bytesPerSecond();
    }

    @Override
    public boolean isShared() {
        return endpoint.isShared();
    }

    @Override
    public Endpoint itself() {
        return endpoint;
    }

    private final class TappedLink implements Link {

        private final Link link;
        private volatile boolean over;

        TappedLink(Link link) {
            this.link = link;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws IOException {
            try {
                int count = link.read(buffer, timeout);
                if (count > 0) {
                    note(What.IN, buffer, count);
                }
                return count;
            } catch (IOException e) {
                throw broken(e);
            }
        }

        @Override
        public void write(byte[] bytes, Duration timeout) throws IOException {
            try {
                link.write(bytes, timeout);
                note(What.OUT, bytes, bytes.length);
            } catch (IOException e) {
                throw broken(e);
            }
        }

        @Override
        public boolean feature(byte[] report, Duration timeout) throws IOException {
            try {
                boolean taken = link.feature(report, timeout);
                if (taken) {
                    note(What.OUT, report, report.length);
                }
                return taken;
            } catch (IOException e) {
                throw broken(e);
            }
        }

        private void note(What what, byte[] bytes, int count) {
            int kept = Math.min(count, WireLog.MOST_BYTES);
            log.note(what, new String(bytes, 0, kept, StandardCharsets.ISO_8859_1), count);
        }

        /// A link that this program has closed breaks too: that is no news.
        private IOException broken(IOException e) {
            if (!over) {
                over = true;
                failed(e);
            }
            return e;
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                log.note(What.CLOSED, "", 0);
            }
            link.close();
        }
    }
}
