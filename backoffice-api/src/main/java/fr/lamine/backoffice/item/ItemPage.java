package fr.lamine.backoffice.item;

import static fr.lamine.backoffice.platform.Texts.t;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.backoffice.fact.Storyteller;
import fr.lamine.backoffice.intake.WeighInList;
import fr.lamine.backoffice.intake.WeighInListDao;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.screen.Where;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.Ean;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.French;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Articles: the history of one thing, from the donation to the receipt.
public final class ItemPage implements HttpService {

    private static final int ORIGINS = 5;

    private final Screen screen;
    private final ItemSearch search = new ItemSearch();

    public ItemPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/articles", this::search)
                .get("/articles/{code}", this::show)
                .get("/stock/articles", this::shelf)
                .get("/api/v1/items/{code}", this::api);
    }

    private void search(ServerRequest request, ServerResponse response) {
        String asked = Screen.asked(request, "q")
                .or(() -> Screen.asked(request, "code"))
                .orElse("");
        String digits = asked.replaceAll("[^0-9]", "");
        String code = whole(digits);
        if (ItemCode.isWellFormed(code)) {
            response.status(Status.SEE_OTHER_303)
                    .header(HeaderNames.LOCATION, "/articles/" + code)
                    .send();
            return;
        }
        ItemQuestion question = question(request, asked);
        record Read(Names names, Slice<ItemState> items) {}
        Read read = screen.read(
                handle -> new Read(Names.of(handle), search.find(handle, question, screen.today(Optional.empty()))));
        screen.show(
                request,
                response,
                "item/search.jte",
                Map.of(
                        "question",
                        question,
                        "names",
                        read.names(),
                        "items",
                        read.items(),
                        "here",
                        Address.to("/articles")
                                .with("q", Screen.asked(request, "q"))
                                .with("categorie", question.category())
                                .with("site", question.site())
                                .with("prix", question.most().map(most -> French.amount(most)))
                                .with("age", question.since())
                                .with("etat", question.state())));
    }

    /// Of twelve digits the first may be lost, or the last left out.
    private static String whole(String digits) {
        if (digits.length() != 12) {
            return digits;
        }
        return ItemCode.isWellFormed("0" + digits) ? "0" + digits : Ean.withCheckDigit(digits);
    }

    private static ItemQuestion question(ServerRequest request, String words) {
        return new ItemQuestion(
                words,
                Screen.asked(request, "categorie", CategoryCode::new),
                Screen.asked(request, "site", SiteCode::new),
                Screen.asked(
                        request,
                        "prix",
                        text -> French.parseEuros(text).orElseThrow(() -> new IllegalArgumentException(text))),
                Screen.asked(request, "age", ItemPage::days),
                Screen.asked(request, "etat", ItemQuestion.State::valueOf),
                Screen.page(request));
    }

    private static int days(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    private void show(ServerRequest request, ServerResponse response) {
        ItemCode code = code(request);
        ItemView view = screen.read(handle -> view(handle, code));
        screen.show(request, response, "item/page.jte", Map.of("view", view));
    }

    private static ItemView view(Handle handle, ItemCode code) {
        Names names = Names.of(handle);
        List<StoredEntry> entries = EntryDao.all(handle, HistoryDao.facts(handle, code));
        if (entries.isEmpty()) {
            throw BadRequest.notFound("Aucune étiquette et aucune vente ne porte ce code.");
        }
        Storyteller teller = new Storyteller(names);
        List<ItemView.Step> steps = entries.stream()
                .flatMap(entry -> entry.fact().stream().map(fact -> ItemView.step(entry, fact, code, teller)))
                .sorted(java.util.Comparator.comparing(ItemView.Step::at).thenComparing(ItemView.Step::fact))
                .toList();
        List<WeighInList.Row> origins = entries.stream()
                .flatMap(e -> e.fact().stream())
                .filter(f -> f instanceof Fact.Labelled l && l.code().equals(code))
                .map(Fact.Labelled.class::cast)
                .findFirst()
                .map(l -> WeighInListDao.before(
                        handle, l.from().site(), l.category(), l.context().occurredAt(), ORIGINS))
                .orElse(List.of());
        return new ItemView(names, code, HistoryDao.labelled(handle, code), origins, steps, InboxDao.of(handle, code));
    }

    private void shelf(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<CategoryCode> category = Screen.asked(request, "categorie", CategoryCode::new);
        record Read(Names names, Where where, Slice<ItemState> items) {}
        Read read = screen.read(handle -> {
            Names names = Names.of(handle);
            Where where = Where.asked(request, names);
            return new Read(names, where, HistoryDao.onShelf(handle, where.pattern(), category, page));
        });
        screen.show(
                request,
                response,
                "item/shelf.jte",
                Map.of(
                        "title", read.where().title(t("stock.pieces"), read.names(), category),
                        "names", read.names(),
                        "items", read.items(),
                        "here", read.where().at("/stock/articles").with("categorie", category)));
    }

    private record Answer(Optional<ItemState> item, List<FactId> facts) {}

    private void api(ServerRequest request, ServerResponse response) {
        ItemCode code = code(request);
        Answer answer =
                screen.read(handle -> new Answer(HistoryDao.labelled(handle, code), HistoryDao.facts(handle, code)));
        if (answer.facts().isEmpty()) {
            throw BadRequest.notFound("Aucune étiquette et aucune vente ne porte ce code.");
        }
        Screen.json(response, answer);
    }

    private static ItemCode code(ServerRequest request) {
        String text = request.path().pathParameters().get("code");
        if (!ItemCode.isWellFormed(text)) {
            throw BadRequest.notFound("Ce code n’est pas celui d’un article.");
        }
        return new ItemCode(text);
    }
}
