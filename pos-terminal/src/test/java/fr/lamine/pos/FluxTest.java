package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.measure.Mass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an open page hears without asking.
class FluxTest {

    @TempDir
    Path folder;

    private record Event(String name, String data) {}

    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private RunningCounter desk;
    private InputStream stream;

    @BeforeEach
    void open() throws Exception {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        HttpResponse<InputStream> flux = desk.http.send(
                HttpRequest.newBuilder(desk.at("/flux"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertEquals(200, flux.statusCode());
        stream = flux.body();
        Thread.ofVirtual().start(this::listen);
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        desk.close();
    }

    private void listen() {
        String name = "";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    heard.add(new Event(name, data.toString()));
                    name = "";
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            heard.add(new Event("closed", e.toString()));
        }
    }

    private Event next(String name, String text) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            Event event = heard.poll(100, TimeUnit.MILLISECONDS);
            if (event != null && event.name().equals(name) && event.data().contains(text)) {
                return event;
            }
        }
        throw new AssertionError("never heard " + name + " with " + text);
    }

    @Test
    void thePageHearsTheBarThenTheWeightThenScansAndLosses() throws InterruptedException {
        next("bar", "Arcueil");
        desk.show("/pesee");
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.scale().put(Mass.grams(12_340));
        desk.scale().still();
        Event weight = next("weight", "12,340");
        assertTrue(weight.data().contains("STABLE"), weight.data());
        assertTrue(weight.data().contains("data-allowed=\"true\""), weight.data());
        desk.scanner().scan("C-BAC-GRIS");
        assertTrue(next("screen", "Bac gris").data().contains("11,140"));
        desk.scale().unplug();
        assertTrue(next("screen", "PAS DE BALANCE").data().contains("débranché"), "a screen brings its own bar");
    }

    @Test
    void aWeightThatDoesNotChangeIsNotSentAgain() throws InterruptedException {
        desk.show("/pesee");
        desk.scale().put(Mass.grams(3_000));
        desk.scale().still();
        next("weight", "3,000");
        Event more = heard.poll(1_500, TimeUnit.MILLISECONDS);
        assertTrue(more == null || !more.name().equals("weight"), () -> "sent again: " + more);
    }
}
