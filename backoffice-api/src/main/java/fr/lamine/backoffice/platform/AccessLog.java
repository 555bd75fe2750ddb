package fr.lamine.backoffice.platform;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line a request, without its questions or its content: they may name people.
final class AccessLog implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger("lamine.access");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long begun = System.nanoTime();
        response.whenSent(() -> LOG.debug(
                "{} {} {} {} µs",
                request.prologue().method().text(),
                request.path().path(),
                response.status().code(),
                (System.nanoTime() - begun) / 1_000));
        chain.proceed();
    }
}
