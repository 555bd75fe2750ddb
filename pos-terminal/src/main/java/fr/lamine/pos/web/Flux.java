package fr.lamine.pos.web;

import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.LiveView;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the open pages are told without asking: the live weight, the top bar, a changed screen.
final class Flux {

    private static final int MOST_PAGES = 8;
    private static final long WEIGHT_MILLIS = 40;
    private static final long BAR_MILLIS = 2_000;
    private static final long LIVE_MILLIS = 150;

    private final Desk desk;
    private final Pages pages;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Flux(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        desk.onScreen(() -> listeners.forEach(Listener::screenChanged));
    }

    void weighed() {
        listeners.forEach(Listener::woken);
    }

    void serve(ServerRequest request, ServerResponse response) {
        if (listeners.size() >= MOST_PAGES) {
            throw BadRequest.malformed("too many open pages");
        }
        Listener listener = new Listener();
        String drawnAt = request.query().first("vu").orElse("");
        listeners.add(listener);
        // a change between the drawing of the page and this moment was told to nobody
        if (!drawnAt.isEmpty() && !drawnAt.equals(Long.toString(desk.changes()))) {
            listener.screenChanged();
        }
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            listener.tell(sink);
        } catch (UncheckedIOException | IllegalStateException gone) {
            System.getLogger(Flux.class.getName()).log(System.Logger.Level.TRACE, "a page went away", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    void close() {
        closed = true;
        listeners.forEach(Listener::woken);
    }

    private final class Listener {

        private final Semaphore news = new Semaphore(0);
        private final AtomicBoolean screen = new AtomicBoolean();
        private long lastDrawn;
        private String lastBar = "";
        private String lastWeight = "";
        private final Map<String, String> lastLive = new HashMap<>();

        void woken() {
            news.release();
        }

        void screenChanged() {
            screen.set(true);
            news.release();
        }

        void tell(SseSink sink) throws InterruptedException {
            while (!closed) {
                if (screen.getAndSet(false)) {
                    tellScreen(sink);
                }
                forgetWhatIsDrawnAnew();
                tellBar(sink);
                tellWeight(sink);
                boolean live = tellLive(sink);
                long told = System.nanoTime();
                news.tryAcquire(live ? LIVE_MILLIS : BAR_MILLIS, TimeUnit.MILLISECONDS);
                rest(told);
                news.drainPermits();
            }
        }

        /// News after a quiet moment is told at once; only a chatty device waits for its turn, and never does a screen
        /// that has changed.
        private void rest(long told) throws InterruptedException {
            long until = told + TimeUnit.MILLISECONDS.toNanos(WEIGHT_MILLIS);
            for (long left = until - System.nanoTime(); left > 0 && !screen.get(); left = until - System.nanoTime()) {
                news.tryAcquire(left, TimeUnit.NANOSECONDS);
            }
        }

        private void tellScreen(SseSink sink) {
            FrameView frame = desk.news();
            emit(sink, "screen", pages.counter(frame));
            forgetWhatIsDrawnAnew();
            if (frame.drawn() == lastDrawn) {
                lastBar = pages.bar(frame.bar());
            }
        }

        /// A screen brought a bar and a weight of its own, perhaps of a moment that has passed.
        private void forgetWhatIsDrawnAnew() {
            long drawn = desk.drawn();
            if (drawn != lastDrawn) {
                lastDrawn = drawn;
                lastBar = "";
                lastWeight = "";
                lastLive.clear();
            }
        }

        private void tellBar(SseSink sink) {
            String bar = pages.bar(desk.bar());
            if (!bar.equals(lastBar)) {
                emit(sink, "bar", bar);
                lastBar = bar;
            }
        }

        private void tellWeight(SseSink sink) {
            Optional<CounterScreen.LiveWeight> live = desk.weight();
            String weight = live.map(w -> pages.weight(w.weight(), w.go())).orElse("");
            if (live.isPresent() && !weight.equals(lastWeight)) {
                emit(sink, "weight", weight);
            }
            lastWeight = weight;
        }

        /// @return whether the screen has parts that change by themselves
        private boolean tellLive(SseSink sink) {
            Map<String, LiveView> live = desk.live();
            live.forEach((event, view) -> {
                String html = pages.live(view);
                if (!html.equals(lastLive.put(event, html))) {
                    emit(sink, event, html);
                }
            });
            return !live.isEmpty();
        }

        private void emit(SseSink sink, String name, String html) {
            sink.emit(
                    SseEvent.builder().name(name).data(html.replace('\n', ' ')).build());
        }
    }
}
