package fr.lamine.backoffice;

import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.access.SignInPage;
import fr.lamine.backoffice.access.User;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeServer;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.model.sync.Role;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The office's real routes on a test's own office, and a person in front of them.
public final class OfficeBrowser implements AutoCloseable {

    private static final Pattern FIGURE = Pattern.compile("(?:<a class=\"[a-z]+\" href=\"([^\"]*)\">)?<data ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final OfficeServer server;
    private String cookie = "";

    /// A figure on a page: its value, its names, and the page that it opens, if it does.
    public record Figure(long value, Map<String, String> names, Optional<String> opens) {}

    public OfficeBrowser(TestOffice office) {
        InstantSource clock = InstantSource.fixed(TestOffice.NOON);
        Access access = new Access(office.database, InstantSource.system());
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(Locale.ROOT);
            access.put(new User(login, "Awa D.", role), "mot-" + login);
        }
        Pages pages = new Pages();
        OfficeConfig config = new OfficeConfig(
                "127.0.0.1", 0, Path.of("unused"), Optional.empty(), Set.of("127.0.0.1"), false, false);
        List<HttpService> services =
                new ArrayList<>(OfficePages.of(office.database, pages, office.enrolment, office.journal, clock));
        services.add(new SignInPage(access, pages));
        server = OfficeServer.start(config, office.database, pages, List.of(new AccessGate(access)), services);
    }

    public OfficeBrowser signIn(Role role) throws IOException, InterruptedException {
        String login = role.name().toLowerCase(Locale.ROOT);
        cookie = post("/connexion", "login=" + login + "&password=mot-" + login)
                .headers()
                .firstValue("set-cookie")
                .orElseThrow()
                .split(";")[0];
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Cookie", cookie)
                        .header("Origin", "http://127.0.0.1:" + server.port())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Bytes as they are, such as a photograph.
    public HttpResponse<String> post(String path, byte[] bytes) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Cookie", cookie)
                        .header("Origin", "http://127.0.0.1:" + server.port())
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
    }

    /// A machine that shows a token and no cookie.
    public HttpResponse<String> machine(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// @throws AssertionError when the page does not open
    public String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " for " + path + "\n" + answer.body());
        }
        return answer.body();
    }

    /// All figures of a piece of HTML.
    public static List<Figure> figures(String html) {
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(html);
        while (matcher.find()) {
            Map<String, String> names = new TreeMap<>();
            Matcher attribute = ATTRIBUTE.matcher(matcher.group(2));
            while (attribute.find()) {
                names.put(attribute.group(1), attribute.group(2));
            }
            figures.add(new Figure(
                    Long.parseLong(names.remove("value")),
                    names,
                    Optional.ofNullable(matcher.group(1)).map(href -> href.replace("&amp;", "&"))));
        }
        return figures;
    }

    /// The sum that a list of lines says it has.
    public static long sum(String html) {
        return figures(html).stream()
                .filter(f -> "sum".equals(f.names().get("class")))
                .mapToLong(Figure::value)
                .findFirst()
                .orElse(0);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        server.close();
    }
}
