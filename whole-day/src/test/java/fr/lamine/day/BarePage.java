package fr.lamine.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// A page of one word that is told by events, and nothing else: what no counter can be quicker than.
final class BarePage implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="fr"><meta charset="utf-8"><title>Bare</title>
            <ol class="ticket"><li><span class="detail">…</span></li></ol>
            <script>
              new EventSource('/flux').onmessage = event => { document.querySelector('.detail').textContent = event.data; };
            </script></html>""";

    private final HttpServer server;
    private final CompletableFuture<OutputStream> stream = new CompletableFuture<>();

    private BarePage(HttpServer server) {
        this.server = server;
    }

    static BarePage open() throws IOException {
        BarePage bare = new BarePage(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        bare.server.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            begin(exchange, "text/html; charset=UTF-8", page.length).write(page);
            exchange.close();
        });
        bare.server.createContext("/flux", exchange -> bare.stream.complete(begin(exchange, "text/event-stream", 0)));
        bare.server.start();
        return bare;
    }

    private static OutputStream begin(HttpExchange exchange, String type, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void tell(String word) {
        try {
            OutputStream open = stream.join();
            open.write(("data: " + word + "\n\n").getBytes(StandardCharsets.UTF_8));
            open.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
