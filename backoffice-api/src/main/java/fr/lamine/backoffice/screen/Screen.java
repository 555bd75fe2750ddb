package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.access.Menu;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.Site;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Reads what a request asks, reads the books in one snapshot, answers with a page.
public final class Screen {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MAX_QUESTION = 100;

    private final Database database;
    private final Pages pages;
    private final Menu menu;
    private final InstantSource clock;

    public Screen(Database database, Pages pages, Menu menu, InstantSource clock) {
        this.database = database;
        this.pages = pages;
        this.menu = menu;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Database database() {
        return database;
    }

    /// All that is read here is of one moment.
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        return database.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    public void show(ServerRequest request, ServerResponse response, String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("frame", menu.frame(request));
        html(response, pages.render(template, all));
    }

    /// A part of a page, without what stands around it.
    public void part(ServerResponse response, String template, Map<String, Object> parameters) {
        html(response, pages.render(template, parameters));
    }

    public static void json(ServerResponse response, Object value) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json").send(Json.write(value));
    }

    private static void html(ServerResponse response, String page) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(page);
    }

    /// Absent when the question is not asked, or asked with nothing.
    public static Optional<String> asked(ServerRequest request, String name) {
        Optional<String> text =
                request.query().first(name).asOptional().map(String::strip).filter(t -> !t.isEmpty());
        if (text.filter(t -> t.length() > MAX_QUESTION).isPresent()) {
            throw BadRequest.malformed("L’adresse de la page n’est pas complète.");
        }
        return text;
    }

    /// Absent when the question is not asked; a bad request when its answer is not understood.
    public static <T> Optional<T> asked(ServerRequest request, String name, Function<String, T> parse) {
        try {
            return asked(request, name).map(parse);
        } catch (IllegalArgumentException e) {
            throw notUnderstood();
        }
    }

    public static int page(ServerRequest request) {
        int page = asked(request, "page", Integer::valueOf).orElse(1);
        if (page < 1 || page > Slice.MAX_PAGE) {
            throw notUnderstood();
        }
        return page;
    }

    /// The site and period asked for; without a question the first site and this month.
    public Scope scope(ServerRequest request, Names names) {
        Optional<String> code = asked(request, "site");
        Optional<Site> site = code.isEmpty()
                ? names.sites().stream().findFirst()
                : names.sites().stream()
                        .filter(s -> s.code().code().equals(code.get()))
                        .findFirst();
        if (code.isPresent() && site.isEmpty() && !code.get().equals(Scope.ALL)) {
            throw BadRequest.malformed("Ce site est inconnu.");
        }
        return new Scope(site.map(Site::code), period(request, today(site)));
    }

    /// The business day of a site at this moment.
    public LocalDate today(Optional<Site> site) {
        return site.map(s -> s.businessDay(now()))
                .orElseGet(() -> now().atZone(PARIS).toLocalDate());
    }

    private static Period period(ServerRequest request, LocalDate today) {
        Optional<LocalDate> from = asked(request, "du", Screen::day).or(() -> asked(request, "from", Screen::day));
        Optional<LocalDate> to = asked(request, "au", Screen::day).or(() -> asked(request, "to", Screen::day));
        if (from.isPresent() || to.isPresent()) {
            LocalDate first = from.or(() -> to).orElseThrow();
            LocalDate last = to.or(() -> from).orElseThrow();
            return Period.parse(first + "_" + last)
                    .orElseThrow(() -> BadRequest.malformed("La période finit avant de commencer."));
        }
        return asked(request, "periode")
                .map(text -> Period.parse(text).orElseThrow(Screen::notUnderstood))
                .orElseGet(() -> Period.month(java.time.YearMonth.from(today)));
    }

    private static LocalDate day(String text) {
        return Period.parse(text)
                .filter(p -> p.from().equals(p.to()))
                .map(Period::from)
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static BadRequest notUnderstood() {
        return BadRequest.malformed("L’adresse de la page n’est pas complète.");
    }
}
