package fr.lamine.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.FrameView;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/// Serves the fixtures as the counter would, under the same content security policy, and keeps what was posted.
final class ScreenServer implements AutoCloseable {

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "woff2", "font/woff2");

    private final Pages pages = new Pages(Texts.french());
    private final Map<String, FrameView> screens = ScreenFixtures.all();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final HttpServer server;
    private volatile String shown = "pesee";

    ScreenServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String screen) {
        return "http://localhost:" + server.getAddress().getPort() + "/ecran/" + screen;
    }

    String beside(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /// The page that a controller is shown.
    String control() {
        return "http://localhost:" + server.getAddress().getPort() + "/controle";
    }

    /// Each as `path body`, oldest first.
    List<String> posted() {
        return posted;
    }

    /// Tells every open page, and each that opens from now on, after all that was told before.
    void tell(String name, String html) {
        synchronized (told) {
            told.add("event: " + name + "\ndata: " + html.replace('\n', ' ') + "\n\n");
            told.notifyAll();
        }
    }

    void forgetWhatWasTold() {
        synchronized (told) {
            told.clear();
        }
    }

    private void flux(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        for (int next = 0; ; next++) {
            String event;
            synchronized (told) {
                while (told.size() <= next) {
                    told.wait();
                }
                event = told.get(next);
            }
            exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    /// A screen as it is drawn the so-many-th time.
    String drawn(String name, long drawn) {
        FrameView frame = screens.get(name);
        return pages.counter(new FrameView(
                frame.token(), frame.bar(), frame.modes(), frame.band(), frame.ask(), frame.screen(), drawn));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/ecran/")) {
                shown = path.substring("/ecran/".length());
                html(exchange, pages.page(screens.get(shown)));
            } else if (path.equals("/trames")) {
                html(exchange, pages.frames(DeviceFixtures.frames()));
            } else if (path.equals("/trames/flux")) {
                flux(exchange);
            } else if (path.equals("/controle")) {
                html(exchange, pages.control(ControlFixture.view()));
            } else if (path.startsWith("/client/") && !path.equals("/client/flux")) {
                html(exchange, pages.customer(CustomerScreenTest.views().get(path.substring("/client/".length()))));
            } else if (path.startsWith("/contenu/")) {
                html(exchange, pages.counter(screens.get(path.substring("/contenu/".length()))));
            } else if (path.equals("/flux") || path.equals("/client/flux")) {
                flux(exchange);
            } else if (exchange.getRequestMethod().equals("POST")) {
                posted.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                html(exchange, pages.counter(screens.get(shown)));
            } else if (path.startsWith("/assets/")) {
                resource(exchange, "/lamine" + path);
            } else if (path.startsWith("/webjars/")) {
                resource(exchange, "/META-INF/resources" + path);
            } else if (path.endsWith(".png") || path.startsWith("/pesee/photo")) {
                send(exchange, 200, "image/png", labelPicture());
            } else {
                html(exchange, index());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String index() {
        StringBuilder links = new StringBuilder("<!doctype html><title>Écrans</title>");
        screens.keySet().forEach(name -> links.append("<p><a href=/ecran/%1$s>%1$s</a>".formatted(name)));
        return links.toString();
    }

    private static void resource(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = ScreenServer.class.getResourceAsStream(name)) {
            if (in == null) {
                send(exchange, 404, "text/plain", name.getBytes(StandardCharsets.UTF_8));
                return;
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            send(exchange, 200, type, in.readAllBytes());
        }
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", CSP);
        send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /// Stands in for the picture of a label, in its proportions.
    private static byte[] labelPicture() throws IOException {
        BufferedImage picture = new BufferedImage(576, 466, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 576, 466);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 26));
        pen.drawString("Vaisselle", 215, 40);
        pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 60));
        pen.drawString("6,00 €", 180, 110);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 22));
        pen.drawString("6 pièces · 2,140 kg", 155, 150);
        for (int i = 0; i < 95; i++) {
            if ((i * 7 + i / 3) % 5 < 2) {
                pen.fillRect(145 + i * 3, 170, 3, 90);
            }
        }
        pen.drawRect(215, 300, 140, 140);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
