package fr.lamine.pos.web;

import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.ModeView.Mode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// The counter's screens over HTTP, on 127.0.0.1 only.
public final class CounterServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_REQUESTS = 32;

    /// A photograph; forms have a smaller limit of their own.
    private static final int MAX_BYTES = 512 * 1024;

    private final Desk desk;
    private final Pages pages;
    private final Sessions sessions;
    private final Posts posts;
    private final Flux flux;
    private final WebServer server;
    private volatile boolean over;

    /// @param port     0 for any free one
    /// @param services the routes of the modes
    public CounterServer(int port, Desk desk, Texts texts, Function<Posts, List<? extends HttpService>> services) {
        this.desk = desk;
        this.pages = new Pages(texts);
        this.sessions = new Sessions(desk);
        this.posts = new Posts(sessions, pages);
        this.flux = new Flux(desk, pages);
        List<? extends HttpService> modes = services.apply(posts);
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .maxPayloadSize(MAX_BYTES)
                .maxTcpConnections(MOST_CONNECTIONS)
                .maxConcurrentRequests(MOST_REQUESTS)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .shutdownGracePeriod(Duration.ofSeconds(2))
                .shutdownHook(false)
                .directHandlers(Problem::direct)
                .routing(rules -> routing(rules, modes))
                .build();
    }

    public CounterServer start() {
        server.start();
        return this;
    }

    /// Draws, for nobody, what must be drawn quickly when somebody comes, until [#endRehearsal].
    public void rehearse() {
        try {
            desk.rehearse(frame -> {
                if (over) {
                    throw new CancellationException("the counter closes");
                }
                pages.counter(frame);
            });
        } catch (CancellationException e) {
            System.getLogger(CounterServer.class.getName()).log(System.Logger.Level.DEBUG, "closed while rehearsing");
        }
    }

    public void endRehearsal() {
        over = true;
    }

    public int port() {
        return server.port();
    }

    /// A reading of the scale came in.
    public void weighed() {
        flux.weighed();
    }

    private void routing(HttpRouting.Builder rules, List<? extends HttpService> modes) {
        rules.addFilter(new Gate())
                .error(BadRequest.class, (_, response, e) -> Problem.send(response, e.status(), e.getMessage()))
                .error(HttpException.class, (_, response, e) -> Problem.send(response, e.status(), e.getMessage()))
                .error(Throwable.class, this::fault)
                .get("/", (request, response) -> show(request, response, Desk::show))
                .get("/pesee", (request, response) -> go(request, response, Mode.WEIGH_IN))
                .get("/etiquettes", (request, response) -> go(request, response, Mode.LABELLING))
                .get("/caisse", (request, response) -> go(request, response, Mode.TILL))
                .get("/appareils", (request, response) -> go(request, response, Mode.DEVICES))
                .get("/tiroir", (request, response) -> go(request, response, Mode.DRAWER))
                .get("/chercher", (request, response) -> go(request, response, Mode.LOOK_UP))
                .get("/transferts", (request, response) -> go(request, response, Mode.TRANSFER))
                .get("/inventaire", (request, response) -> go(request, response, Mode.COUNT))
                .get("/aide", (request, response) -> go(request, response, Mode.HELP))
                .get("/flux", flux::serve)
                .get(
                        "/favicon.ico",
                        (_, response) -> response.status(Status.MOVED_PERMANENTLY_301)
                                .header(HeaderNames.LOCATION, "/assets/icon.svg")
                                .send())
                .post("/scan", posts.scan())
                .register("/assets", Assets.own())
                .register("/webjars", Assets.webjars());
        modes.forEach(rules::register);
    }

    private void go(ServerRequest request, ServerResponse response, Mode mode) {
        show(request, response, at -> at.go(mode));
    }

    /// Counts the changes before it looks: one that comes while the page is on its way is told again.
    private void show(ServerRequest request, ServerResponse response, Function<Desk, FrameView> look) {
        Desk at = sessions.open(request, response);
        long changes = at.changes();
        posts.show(request, response, look.apply(at), changes);
    }

    private void fault(ServerRequest request, ServerResponse response, Throwable thrown) {
        Fault fault = Fault.log(thrown);
        response.status(Status.INTERNAL_SERVER_ERROR_500);
        posts.show(request, response, desk.fault(fault), desk.changes());
    }

    @Override
    public void close() {
        flux.close();
        posts.beside().close();
        server.stop();
    }
}
