package fr.lamine.backoffice.platform;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Forms and messages are small; only a terminal that has shown its key sends much.
final class BodyLimit implements Filter {

    static final long SMALL_BYTES = 64 * 1024;
    static final long PHOTO_BYTES = 4 * 1024 * 1024 + 1;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.path().path();
        boolean journal = path.startsWith("/api/v1/terminals/") && path.endsWith("/journal");
        if (!journal) {
            long most = path.equals("/en-ligne/photos") ? PHOTO_BYTES : SMALL_BYTES;
            if (request.headers().contentLength().orElse(0) > most) {
                throw tooLarge();
            }
            request.streamFilter(in -> new Counted(in, most));
        }
        chain.proceed();
    }

    private static HttpException tooLarge() {
        return new HttpException("body too large", Status.REQUEST_ENTITY_TOO_LARGE_413);
    }

    /// A chunked body does not say its length beforehand.
    private static final class Counted extends FilterInputStream {
        private long left;

        private Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
