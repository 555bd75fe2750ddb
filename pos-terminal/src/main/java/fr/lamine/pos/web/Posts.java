package fr.lamine.pos.web;

import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.FrameView;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// How the forms of every screen are read and answered.
public final class Posts {

    private static final HeaderName HTMX = HeaderNames.create("HX-Request");
    private static final HeaderName CACHE = HeaderNames.CACHE_CONTROL;

    private final Sessions sessions;
    private final Pages pages;
    private final Beside beside;

    Posts(Sessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
        this.beside = new Beside(sessions);
    }

    /// For pages in windows of their own.
    public Beside beside() {
        return beside;
    }

    /// A form of a mode: done when the person signed in may use it.
    public Handler in(CounterScreen screen, Function<Form, Optional<BandView>> action) {
        return answering((desk, form) -> desk.post(form.token(), () -> desk.within(screen, () -> action.apply(form))));
    }

    /// A form of a mode, with something slow that is found out before the desk is asked for.
    public <R> Handler in(
            CounterScreen screen, Function<Form, R> before, BiFunction<Form, R, Optional<BandView>> action) {
        return answering((desk, form) -> {
            R found = before.apply(form);
            return desk.post(form.token(), () -> desk.within(screen, () -> action.apply(form, found)));
        });
    }

    /// A form that anybody may send.
    public Handler open(Function<Form, Optional<BandView>> action) {
        return answering((desk, form) -> desk.post(form.token(), () -> action.apply(form)));
    }

    /// A form that anybody may send, with something slow that is found out before the desk is asked for.
    public <R> Handler open(Function<Form, R> before, BiFunction<Form, R, Optional<BandView>> action) {
        return answering((desk, form) -> {
            R found = before.apply(form);
            return desk.post(form.token(), () -> action.apply(form, found));
        });
    }

    /// Bytes that a page of a mode sends by itself, asking for the screen afterwards.
    ///
    /// @param most how many of them
    /// @param keep throws a [BadRequest] for what it cannot use
    public Handler bytes(CounterScreen screen, String type, int most, Consumer<byte[]> keep) {
        return (request, response) -> {
            byte[] body = Form.body(request, type, most);
            Desk desk = sessions.of(request).orElseThrow(() -> BadRequest.foreign("this browser opened no page here"));
            desk.take(screen, () -> keep.accept(body));
            response.status(Status.NO_CONTENT_204).send();
        };
    }

    Handler scan() {
        return answering((desk, form) -> {
            String code = form.text("code", 400).strip();
            if (code.length() < 4) {
                throw BadRequest.malformed("a scan of " + code.length() + " characters");
            }
            return desk.scan(WedgeText.normalised(code));
        });
    }

    private Handler answering(BiFunction<Desk, Form, FrameView> action) {
        return (request, response) -> {
            Form form = Form.read(request);
            Optional<Desk> desk = sessions.of(request);
            // A browser that this process does not know shows what stands here before it may change it.
            FrameView frame = desk.isPresent()
                    ? action.apply(desk.get(), form)
                    : sessions.open(request, response).show();
            answer(request, response, frame);
        };
    }

    private void answer(ServerRequest request, ServerResponse response, FrameView frame) {
        if (isHtmx(request)) {
            html(response, pages.counter(frame));
        } else {
            response.status(Status.SEE_OTHER_303)
                    .header(HeaderNames.LOCATION, "/")
                    .send();
        }
    }

    void show(ServerRequest request, ServerResponse response, FrameView frame, long changes) {
        html(response, isHtmx(request) ? pages.counter(frame) : pages.page(frame, changes));
    }

    static boolean isHtmx(ServerRequest request) {
        return request.headers().first(HTMX).isPresent();
    }

    static void html(ServerResponse response, String text) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=UTF-8")
                .header(CACHE, "no-store")
                .send(text);
    }
}
