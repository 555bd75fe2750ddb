package fr.lamine.backoffice.person;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.person.PersonDao.Row;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.receipt.MailDao;
import fr.lamine.backoffice.receipt.MailDao.Progress;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Personnes: who is known, and erasing them.
public final class PersonPage implements HttpService {

    private final Screen screen;

    public PersonPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/personnes", this::list)
                .get("/personnes/{uuid}", this::one)
                .post("/personnes/{uuid}/effacer", this::erase);
    }

    private void list(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<String> words = Screen.asked(request, "cherche");
        record Read(Names names, Slice<Row> persons) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), PersonDao.list(handle, words, page)));
        screen.show(
                request,
                response,
                "person/list.jte",
                Map.of(
                        "names",
                        read.names(),
                        "persons",
                        read.persons(),
                        "asked",
                        words.orElse(""),
                        "here",
                        Address.to("/personnes").with("cherche", words)));
    }

    private void one(ServerRequest request, ServerResponse response) {
        UUID uuid = uuid(request);
        record Read(Names names, Optional<Row> person, Optional<Progress> mail) {}
        Read read = screen.read(
                handle -> new Read(Names.of(handle), PersonDao.find(handle, uuid), MailDao.of(handle, uuid)));
        screen.show(
                request,
                response,
                "person/page.jte",
                Map.of("names", read.names(), "row", read.person().orElseThrow(PersonPage::gone), "mail", read.mail()));
    }

    /// Pressed twice, it is erased once.
    private void erase(ServerRequest request, ServerResponse response) {
        UUID uuid = uuid(request);
        String by = AccessGate.user(request).operator().code();
        screen.database().inTransaction(handle -> PersonDao.erase(handle, uuid, by, screen.now()));
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/personnes")
                .send();
    }

    private static UUID uuid(ServerRequest request) {
        String text = request.path().pathParameters().get("uuid");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw gone();
        }
        return UUID.fromString(text);
    }

    private static BadRequest gone() {
        return BadRequest.notFound("Cette personne n’est pas connue du bureau, ou elle a été effacée.");
    }
}
