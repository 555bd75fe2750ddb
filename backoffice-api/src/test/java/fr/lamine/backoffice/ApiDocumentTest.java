package fr.lamine.backoffice;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.backoffice.reference.EpochFile;
import fr.lamine.backoffice.reference.ReferenceFeed;
import fr.lamine.backoffice.sync.OpenApi;
import fr.lamine.backoffice.sync.TerminalApi;
import fr.lamine.backoffice.terminal.SessionDesk;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OfficeTestDatabase.class)
final class ApiDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ItemCode LAMP = ItemCode.of(101, 7);

    private static JsonNode document() throws Exception {
        try (InputStream in = OpenApi.class.getResourceAsStream("/lamine/openapi.json")) {
            return JSON.readTree(in.readAllBytes());
        }
    }

    @Test
    void itTellsOfEveryRouteForProgramsAndOfNoOther(Database database) throws Exception {
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        InstantSource clock = InstantSource.fixed(TestOffice.NOON);
        List<HttpService> services =
                new ArrayList<>(OfficePages.of(database, new Pages(), office.enrolment, office.journal, clock));
        services.add(new TerminalApi(
                database,
                office.ingest,
                office.enrolment,
                new SessionDesk(),
                new ReferenceFeed(office.journal, new EpochFile(Path.of("unused"))),
                clock));
        Set<String> there = new TreeSet<>();
        services.forEach(service -> service.routing(listeningTo(there)));
        there.removeIf(route -> !route.contains(" /api/"));
        Set<String> told = new TreeSet<>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertTrue(there.size() > 10, there.toString());
        assertEquals(there, told);
    }

    @Test
    void whatManagersToolsAreAnsweredIsWhatIsTold(Database database) throws Exception {
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        TestTerminal terminal = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(TestOffice.NOON);
        terminal.add(TestFacts.weighIn(ARCUEIL, TestOffice.NOON, DISHES, 12_340, Area.SORTING));
        terminal.add(TestFacts.label(ARCUEIL, TestOffice.NOON, LAMP, DISHES, 1, 12_340, 1_800));
        for (int i = 0; i < 2; i++) {
            terminal.sell(TestOffice.NOON, Tender.CASH, TestFacts.labelled(LAMP, DISHES, 1, 12_340, 1_800));
        }
        office.enrol(terminal);
        office.take(terminal.from(0));
        Map<String, String> asked = Map.of(
                "/api/v1/stock",
                "/api/v1/stock?site=ARCUEIL",
                "/api/v1/items/{code}",
                "/api/v1/items/" + LAMP,
                "/api/v1/reconciliation",
                "/api/v1/reconciliation?site=ARCUEIL&from=2026-11-01&to=2026-11-30",
                "/api/v1/discrepancies",
                "/api/v1/discrepancies?site=ARCUEIL");
        JsonNode paths = document().get("paths");
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            for (var question : asked.entrySet()) {
                JsonNode schema = paths.at("/" + question.getKey().replace("/", "~1")
                        + "/get/responses/200/content/application~1json/schema");
                same(schema, JSON.readTree(browser.page(question.getValue())), question.getKey());
            }
        }
    }

    /// Holds an answer to the fields of a schema, down to the first of each list.
    private static void same(JsonNode schema, JsonNode answer, String where) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            assertEquals(List.copyOf(properties.propertyNames()), List.copyOf(answer.propertyNames()), where);
            properties.properties().forEach(p -> same(p.getValue(), answer.get(p.getKey()), where + "." + p.getKey()));
        } else if (schema.has("items")) {
            assertTrue(answer.isArray() && !answer.isEmpty(), where + " is an empty list: nothing is tried");
            same(schema.get("items"), answer.get(0), where + "[]");
        } else if (schema.has("type")) {
            String types = schema.get("type").toString();
            String type =
                    answer.isNull() ? "null" : answer.isNumber() ? "integer" : answer.isObject() ? "object" : "string";
            assertTrue(types.contains(type), where + " is " + type + ", not " + types);
        }
    }

    private static HttpRules listeningTo(Set<String> routes) {
        return (HttpRules) Proxy.newProxyInstance(
                HttpRules.class.getClassLoader(), new Class<?>[] {HttpRules.class}, (rules, called, given) -> {
                    String method = given[0] instanceof Method m
                            ? m.text()
                            : called.getName().toUpperCase(Locale.ROOT);
                    routes.add(method + " " + (given[0] instanceof Method ? given[1] : given[0]));
                    return rules;
                });
    }
}
