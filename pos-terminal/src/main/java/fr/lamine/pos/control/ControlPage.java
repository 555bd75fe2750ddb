package fr.lamine.pos.control;

import fr.lamine.model.archive.ArchiveLabel;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.ChainAudit;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Beside;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ControlView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The page that a controller is shown, while a manager stands at the counter, and the archives that it hands out.
public final class ControlPage implements Beside.Page {

    public static final String PATH = "/controle";

    private final Archives archives;
    private final Station station;
    private final Path folder;
    private final Supplier<String> place;
    private final InstantSource clock;
    private final Texts texts;
    private final Pages pages;
    private final ControlPicture picture;
    private String token = UUID.randomUUID().toString();
    private String said = "";
    private Optional<ControlView.Archive> made = Optional.empty();

    /// @param folder in which archives are kept
    /// @param place  site and station, as people call them
    public ControlPage(
            TerminalStore store,
            Archives archives,
            ChainAudit audit,
            Station station,
            Path folder,
            Supplier<String> place,
            Texts texts,
            InstantSource clock) {
        this.archives = archives;
        this.station = station;
        this.folder = folder;
        this.place = place;
        this.clock = clock;
        this.texts = texts;
        this.pages = new Pages(texts);
        this.picture = new ControlPicture(store, archives, audit, station.appVersion(), texts);
    }

    public HttpService routes(Posts posts) {
        Beside beside = posts.beside();
        return (HttpRules rules) -> rules.get(PATH, beside.page(this))
                .post(PATH + "/archive", beside.form(this, this::make))
                .get(PATH + "/archives/{name}", (Handler) this::download);
    }

    private boolean isOpen() {
        return station.operator()
                .filter(person -> person.role() == Role.MANAGER)
                .isPresent();
    }

    /// A form that was sent before is answered with what came of it then.
    private synchronized void make(Form form) {
        if (!isOpen() || !form.token().equals(token)) {
            return;
        }
        token = UUID.randomUUID().toString();
        made = Optional.empty();
        said = "";
        String period = form.text("period", 10);
        if (!period.equals(ArchiveLabel.WHOLE) && !period.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            throw BadRequest.malformed("not a period");
        }
        Instant now = clock.instant();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(archives.fileName(period, now));
            switch (archives.make(period, false, file, now)) {
                case Archives.Outcome.Made(var path, var entries) -> made = Optional.of(archive(path, entries));
                case Archives.Outcome.NoSuchPeriod _ -> said = texts.get("control.noPeriod", period);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be written", e);
        }
    }

    private ControlView.Archive archive(Path file, long entries) throws IOException {
        String name = file.getFileName().toString();
        return new ControlView.Archive(
                name,
                PATH + "/archives/" + name,
                texts.get("control.entries", entries),
                ControlPicture.grouped(Archives.sha256(file)),
                "./lamine verify " + name + " --key " + archives.fingerprint());
    }

    private void download(ServerRequest request, ServerResponse response) throws IOException {
        String name = request.path().pathParameters().get("name");
        Path file = folder.resolve(name.matches("archive-[0-9a-z-]{1,60}\\.zip") ? name : "none");
        if (!isOpen() || !Files.isRegularFile(file)) {
            throw BadRequest.notFound(request.path().path());
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/zip")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        try (var out = response.outputStream()) {
            Files.copy(file, out);
        }
    }

    private synchronized ControlView view() {
        return isOpen() ? picture.view(place.get(), token, said, made) : picture.locked(place.get());
    }

    @Override
    public String address() {
        return PATH;
    }

    @Override
    public String whole() {
        return pages.control(view());
    }

    @Override
    public String inside() {
        return pages.controlInside(view());
    }

    @Override
    public Map<String, String> parts() {
        return Map.of();
    }
}
