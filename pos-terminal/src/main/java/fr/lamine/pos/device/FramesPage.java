package fr.lamine.pos.device;

import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.transport.WireLog;
import fr.lamine.hardware.transport.WireLog.Exchange;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Beside;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.FramesView;
import fr.lamine.pos.web.view.FramesView.LineView;
import fr.lamine.pos.web.view.FramesView.Way;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of the raw frames (*trames*): what each device and this program really said to each other. Codes of badges
/// can be read there, so somebody must be signed in at the counter.
public final class FramesPage {

    public static final String PATH = "/trames";

    private static final long REDRAW_NANOS = 400_000_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss,SSS");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final CounterDevices devices;
    private final Station station;
    private final Supplier<String> place;
    private final Supplier<ZoneId> zone;
    private final Texts texts;
    private final Pages pages;

    /// @param place site and station, as people call them
    public FramesPage(
            CounterDevices devices, Station station, Supplier<String> place, Supplier<ZoneId> zone, Texts texts) {
        this.devices = devices;
        this.station = station;
        this.place = place;
        this.zone = zone;
        this.texts = texts;
        this.pages = new Pages(texts);
    }

    public HttpService routes(Posts posts) {
        Beside beside = posts.beside();
        return (HttpRules rules) -> rules.get(
                        PATH,
                        (request, response) -> beside.page(new At(key(request))).handle(request, response))
                .get(
                        PATH + "/flux",
                        (request, response) -> beside.live(new At(key(request))).handle(request, response))
                .get(PATH + "/texte", this::download);
    }

    /// The device asked for, else the first that has a wire, those in use first.
    private String key(ServerRequest request) {
        String asked = request.query().first("appareil").orElse("");
        if (asked.length() > 60) {
            throw BadRequest.malformed("not a device");
        }
        return devices.wires().find(asked).isPresent()
                ? asked
                : wired().stream().findFirst().map(ChipView::code).orElse("");
    }

    private List<ChipView> wired() {
        List<ChipView> wired = new ArrayList<>();
        DeviceSettings settings = devices.settings();
        Stream.concat(settings.used(), settings.all().stream()).distinct().forEach(each -> {
            String key = WireLogs.key(each);
            if (devices.wires().find(key).isPresent()) {
                wired.add(new ChipView(key, each.name(), false));
            }
        });
        if (devices.wires().find(WireLogs.TRIAL).isPresent()) {
            wired.add(new ChipView(WireLogs.TRIAL, texts.get("frames.trial"), false));
        }
        return wired;
    }

    private void download(ServerRequest request, ServerResponse response) {
        String key = key(request);
        Optional<WireLog> log = devices.wires().find(key);
        if (station.operator().isEmpty() || log.isEmpty()) {
            throw BadRequest.notFound(request.path().path());
        }
        String text = log.get().after(0).stream()
                .map(this::line)
                .map(line -> "%s\t%s\t%s\t%s\n".formatted(line.time(), line.way(), line.hex(), line.text()))
                .collect(Collectors.joining());
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(
                        HeaderNames.CONTENT_DISPOSITION,
                        "attachment; filename=\"trames-" + key.replaceAll("[^A-Za-z0-9.-]", "_") + ".txt\"")
                .send(text);
    }

    private LineView line(Exchange exchange) {
        Way way = switch (exchange.what()) {
            case IN -> Way.IN;
            case OUT -> Way.OUT;
            case OPENED -> Way.OPENED;
            case CLOSED -> Way.CLOSED;
            case FAILED -> Way.FAILED;
        };
        boolean bytes = way == Way.IN || way == Way.OUT;
        byte[] kept = exchange.latin1().getBytes(StandardCharsets.ISO_8859_1);
        String rest = bytes && exchange.length() > kept.length ? " … " + exchange.length() : "";
        return new LineView(
                TIME.format(exchange.at().atZone(zone.get())),
                way,
                bytes ? HEX.formatHex(kept) + rest : "",
                bytes ? RawFrame.printable(exchange.latin1()) : exchange.latin1());
    }

    /// The page while it looks at one device.
    private final class At implements Beside.Page {

        private final String key;
        private String drawn = "";
        private long drawnAt;

        At(String key) {
            this.key = key;
        }

        @Override
        public String address() {
            return PATH + "?appareil=" + key;
        }

        @Override
        public String whole() {
            return pages.frames(view());
        }

        @Override
        public String inside() {
            return pages.frameLines(view());
        }

        @Override
        public Map<String, String> parts() {
            if (drawn.isEmpty() || System.nanoTime() - drawnAt > REDRAW_NANOS) {
                drawn = pages.frameLines(view());
                drawnAt = System.nanoTime();
            }
            return Map.of("lignes", drawn);
        }

        private FramesView view() {
            if (station.operator().isEmpty()) {
                return new FramesView(place.get(), List.of(), List.of(), "", texts.get("frames.signIn"));
            }
            List<LineView> lines = devices.wires().find(key).map(WireLog::newest).orElse(List.of()).stream()
                    .map(FramesPage.this::line)
                    .toList();
            return new FramesView(
                    place.get(),
                    wired().stream()
                            .map(each -> new ChipView(
                                    each.code(), each.name(), each.code().equals(key)))
                            .toList(),
                    lines,
                    key.isEmpty() ? "" : PATH + "/texte?appareil=" + key,
                    key.isEmpty() ? texts.get("frames.none") : lines.isEmpty() ? texts.get("frames.silence") : "");
        }
    }
}
