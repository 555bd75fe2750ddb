package fr.lamine.pos.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Pages that stand beside the screens of the counter, in a window of their own: how they are shown, how their forms
/// are answered, and how their parts stay alive.
public final class Beside implements AutoCloseable {

    private static final int MOST_PAGES = 8;
    private static final long LOOK_MILLIS = 150;
    private static final int LOOKS_BEFORE_ALL_IS_TOLD_AGAIN = 20;

    private final Sessions sessions;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    Beside(Sessions sessions) {
        this.sessions = sessions;
    }

    /// One such page.
    public interface Page {

        String address();

        /// From `<!doctype` on.
        String whole();

        /// What a form is answered with.
        String inside();

        /// The parts that change by themselves, by the names of their events. A part that is told twice is drawn once.
        Map<String, String> parts();
    }

    public Handler page(Page page) {
        return (request, response) -> {
            sessions.open(request, response);
            Posts.html(response, Posts.isHtmx(request) ? page.inside() : page.whole());
        };
    }

    /// A form of the page; of a browser that this process does not know nothing is done.
    public Handler form(Page page, Consumer<Form> action) {
        return (request, response) -> {
            Form form = Form.read(request);
            if (sessions.of(request).isPresent()) {
                action.accept(form);
            } else {
                sessions.open(request, response);
            }
            if (Posts.isHtmx(request)) {
                Posts.html(response, page.inside());
            } else {
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, page.address())
                        .send();
            }
        };
    }

    public Handler live(Page page) {
        return (request, response) -> tell(page, request, response);
    }

    private void tell(Page page, ServerRequest request, ServerResponse response) {
        if (sessions.of(request).isEmpty() || open.get() >= MOST_PAGES) {
            throw BadRequest.malformed("not a page of ours, or too many of them");
        }
        open.incrementAndGet();
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            tell(page, sink);
        } catch (UncheckedIOException | IllegalStateException gone) {
            System.getLogger(Beside.class.getName()).log(System.Logger.Level.TRACE, "a page went away", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    /// Everything is told again now and then: a form's answer may have drawn what has passed since.
    private void tell(Page page, SseSink sink) throws InterruptedException {
        Map<String, String> told = new HashMap<>();
        for (int looks = 1; !closed; looks++) {
            if (looks % LOOKS_BEFORE_ALL_IS_TOLD_AGAIN == 0) {
                told.clear();
            }
            page.parts().forEach((name, html) -> {
                if (!html.equals(told.put(name, html))) {
                    sink.emit(SseEvent.builder()
                            .name(name)
                            .data(html.replace('\n', ' '))
                            .build());
                }
            });
            Thread.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
