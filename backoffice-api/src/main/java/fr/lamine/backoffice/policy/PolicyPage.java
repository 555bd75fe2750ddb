package fr.lamine.backoffice.policy;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.policy.PolicyDesk.Saved;
import fr.lamine.backoffice.policy.PolicyRules.Outcome;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.catalog.Catalog;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Réglages de caisse: one page a topic, and who changed what.
public final class PolicyPage implements HttpService {

    static final String PATH = "/reglages/caisse";
    private static final String HISTORY = PATH + "/historique";

    private final Screen screen;
    private final PolicyDesk desk;

    public PolicyPage(Screen screen, PolicyDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::overview)
                .get(HISTORY, this::history)
                .get(PATH + "/{topic}", this::show)
                .post(PATH + "/{topic}", this::save);
    }

    private record Read(Names names, long revision) {
        PolicyWords words() {
            return new PolicyWords(names, names.catalog().till());
        }
    }

    private Read read() {
        return screen.read(handle -> CatalogDao.current(handle)
                .map(d -> new Read(new Names(d.catalog()), d.revision()))
                .orElseThrow());
    }

    private void overview(ServerRequest request, ServerResponse response) {
        Read read = read();
        Map<Topic, String> sums = new LinkedHashMap<>();
        Topic.all().forEach(topic -> sums.put(topic, read.words().summary(topic)));
        screen.show(
                request,
                response,
                "policy/page.jte",
                Map.of("sums", sums, "revision", read.revision(), "history", HISTORY));
    }

    private void history(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        record Found(Names names, PolicyHistory history) {}
        Found found = screen.read(handle -> new Found(Names.of(handle), PolicyHistory.read(handle, page)));
        screen.show(
                request,
                response,
                "policy/history.jte",
                Map.of("names", found.names(), "history", found.history(), "here", Address.to(HISTORY)));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Topic topic = topic(request);
        Optional<Integer> row = Screen.asked(request, "ligne", PolicyPage::row);
        Read read = read();
        boolean saved = Screen.asked(request, "fait").isPresent();
        show(request, response, topic, read, row, read.words().answers(topic, row), "", saved);
    }

    private void show(
            ServerRequest request,
            ServerResponse response,
            Topic topic,
            Read read,
            Optional<Integer> row,
            Answers answers,
            String refusal,
            boolean saved) {
        PolicyView view = new PolicyView(
                topic,
                read.names(),
                read.revision(),
                UUID.randomUUID().toString(),
                row,
                read.words().lines(topic),
                answers,
                refusal,
                saved);
        screen.show(request, response, "policy/topic.jte", Map.of("view", view));
    }

    private void save(ServerRequest request, ServerResponse response) {
        Topic topic = topic(request);
        Answers answers = Answers.of(Form.of(request));
        String token = answers.text("token");
        if (!token.matches("[0-9a-f-]{36}")
                || !answers.text("revision").matches("[0-9]{1,18}")
                || !answers.text("row").matches("|[0-9]{1,3}")) {
            throw BadRequest.malformed("Le formulaire n’est pas complet.");
        }
        long seen = Long.parseLong(answers.text("revision"));
        Optional<Integer> row =
                Optional.of(answers.text("row")).filter(text -> !text.isEmpty()).map(PolicyPage::row);
        boolean remove = answers.text("do").equals("remove");
        Function<Catalog, Outcome> change = catalog -> remove
                ? PolicyRules.remove(catalog, topic, row.orElse(-1))
                : PolicyRules.set(catalog, topic, row, answers);
        Saved saved = screen.database()
                .inTransaction(
                        h -> desk.save(h, token, seen, AccessGate.user(request).operator(), change, screen.now()));
        switch (saved) {
            case Saved.Done _ ->
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, topic.address() + "?fait=oui")
                        .send();
            case Saved.Refused(String sentence) -> {
                Read now = read();
                Optional<Integer> same = now.revision() == seen && !remove ? row : Optional.empty();
                show(request, response, topic, now, same, remove ? Answers.NONE : answers, sentence, false);
            }
        }
    }

    private static Topic topic(ServerRequest request) {
        return Topic.of(request.path().pathParameters().get("topic"))
                .orElseThrow(() -> BadRequest.notFound("Ce réglage n’existe pas."));
    }

    private static int row(String text) {
        int row = Integer.parseInt(text);
        if (row < 0 || row > 999) {
            throw new IllegalArgumentException("row " + text);
        }
        return row;
    }
}
