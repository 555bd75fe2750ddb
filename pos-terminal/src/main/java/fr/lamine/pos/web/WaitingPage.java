package fr.lamine.pos.web;

import fr.lamine.pos.web.view.BarView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.NoticeView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The only page of a terminal that the office does not know yet: what to do.
public final class WaitingPage implements AutoCloseable {

    private static final int SECONDS = 5;

    private final Texts texts = Texts.french();
    private final Pages pages = new Pages(texts);
    private final AtomicReference<String> sentence = new AtomicReference<>("");
    private final WebServer server;

    private WaitingPage(int port) {
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .shutdownHook(false)
                .routing(rules -> rules.addFilter(new Gate())
                        .error(BadRequest.class, (_, response, e) -> Problem.send(response, e.status(), e.getMessage()))
                        .get("/", (_, response) -> {
                            response.header(HeaderNames.create("Refresh"), Integer.toString(SECONDS));
                            Posts.html(response, pages.page(frame()));
                        })
                        .register("/assets", Assets.own())
                        .register("/webjars", Assets.webjars()))
                .build();
    }

    public static WaitingPage open(int port) {
        WaitingPage page = new WaitingPage(port);
        page.server.start();
        return page;
    }

    public void say(String what) {
        sentence.set(what);
    }

    private FrameView frame() {
        return new FrameView(
                UUID.randomUUID().toString(),
                new BarView("", "", new ConnectionView(false, 0, ""), List.of(), Optional.empty(), ""),
                List.of(),
                Optional.empty(),
                new NoticeView(NoticeView.Kind.EMPTY, texts.get("enrol.title"), sentence.get(), Optional.empty()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
