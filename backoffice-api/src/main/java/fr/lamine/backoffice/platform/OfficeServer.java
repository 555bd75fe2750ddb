package fr.lamine.backoffice.platform;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/// The office's web server: limits, filters, files, health and metrics; features bring their own routes.
public final class OfficeServer implements AutoCloseable {

    /// A batch of journal entries is the largest thing that anybody sends.
    public static final long MAX_BODY_BYTES = 32L * 1024 * 1024;

    private static final int MAX_CONCURRENT = 512;
    private static final int MAX_CONNECTIONS = 2_048;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final WebServer server;

    private OfficeServer(WebServer server) {
        this.server = server;
    }

    /// @param filters  run in this order, after those of the server
    /// @param services each registers its routes from the root
    /// @throws UncheckedIOException with a plain French sentence in its cause when the address cannot be had
    public static OfficeServer start(
            OfficeConfig config, Database database, Pages pages, List<Filter> filters, List<HttpService> services) {
        WebServer server = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .maxPayloadSize(MAX_BODY_BYTES)
                .maxConcurrentRequests(MAX_CONCURRENT)
                .maxTcpConnections(MAX_CONNECTIONS)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .directHandlers(Problems::direct)
                .addFeature(observing(database))
                .routing(routing -> route(routing, config, pages, filters, services))
                .build();
        start(server, config);
        return new OfficeServer(server);
    }

    private static void start(WebServer server, OfficeConfig config) {
        try {
            server.start();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new UncheckedIOException(new IOException(notOpened(config), e));
        }
        if (!server.isRunning()) {
            throw new UncheckedIOException(new IOException(notOpened(config)));
        }
    }

    private static String notOpened(OfficeConfig config) {
        return "Le bureau n’a pas pu ouvrir à l’adresse " + config.host() + ", port " + config.port()
                + " : elle est sans doute déjà prise. Choisissez un autre port avec --port.";
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void route(
            HttpRouting.Builder routing,
            OfficeConfig config,
            Pages pages,
            List<Filter> filters,
            List<HttpService> services) {
        new Problems(pages).routing(routing);
        routing.addFilter(new SafeHeaders());
        routing.addFilter(new AccessLog());
        routing.addFilter(new SameHost(config.allowedHosts()));
        routing.addFilter(new BodyLimit());
        filters.forEach(routing::addFilter);
        routing.register("/assets", files("/lamine/assets"));
        routing.register("/webjars", files("/META-INF/resources/webjars"));
        services.forEach(routing::register);
    }

    private static HttpService files(String resources) {
        return StaticContentFeature.createService(
                ClasspathHandlerConfig.builder().location(resources).build());
    }

    private static ObserveFeature observing(Database database) {
        HealthCheck answers = new HealthCheck() {
            @Override
            public HealthCheckType type() {
                return HealthCheckType.READINESS;
            }

            @Override
            public String name() {
                return "database";
            }

            @Override
            public HealthCheckResponse call() {
                boolean up = database.answers();
                return HealthCheckResponse.builder().status(up).build();
            }
        };
        return ObserveFeature.builder()
                .endpoint("/")
                .addObserver(HealthObserver.create(health -> health.endpoint("health")
                        .details(true)
                        .useSystemServices(false)
                        .addCheck(answers)))
                .addObserver(MetricsObserver.create(metrics -> metrics.endpoint("metrics")))
                .build();
    }
}
