package fr.lamine.pos.operator;

import fr.lamine.model.item.ScannedCode.OperatorBadge;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Desk;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ScreenView;
import fr.lamine.pos.web.view.SignInView;
import fr.lamine.pos.web.view.SignInView.PinView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Signing in: the tile or the badge says who, the PIN proves it.
public final class SignInPage {

    private final SignIns signIns;
    private final ReferenceBook book;
    private final Station station;
    private final Desk desk;
    private final InstantSource clock;
    private int page;
    private Optional<OperatorCode> chosen = Optional.empty();
    private String refusal = "";

    public SignInPage(SignIns signIns, ReferenceBook book, Station station, Desk desk, InstantSource clock) {
        this.signIns = signIns;
        this.book = book;
        this.station = station;
        this.desk = desk;
        this.clock = clock;
    }

    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post("/connexion/operateur", posts.open(this::operator))
                .post("/connexion/page", posts.open(this::page))
                .post("/connexion/pin", posts.open(this::verified, this::pin))
                .post("/connexion/retour", posts.open(this::back))
                .post("/deconnexion", posts.open(this::signOut));
    }

    public ScreenView view() {
        return new SignInView(TilesView.page(tiles(), page), asked().map(this::pinView));
    }

    /// A badge asks for its person's PIN, whoever works here now.
    public Optional<BandView> badge(OperatorBadge badge) {
        Optional<Operator> person = people().stream()
                .filter(o -> o.code().code().equals(badge.operator()))
                .findFirst();
        if (person.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_OPERATOR);
        }
        signIns.signOut(station, clock.instant());
        choose(person.get().code());
        return Optional.empty();
    }

    private Optional<BandView> operator(Form form) {
        choose(code(form));
        return Optional.empty();
    }

    private Optional<BandView> page(Form form) {
        page = form.number("page");
        return Optional.empty();
    }

    private Answer verified(Form form) {
        return signIns.verify(form.token(), code(form), form.text("pin", 8), clock.instant());
    }

    private Optional<BandView> pin(Form form, Answer answer) {
        OperatorCode who = code(form);
        choose(who);
        return switch (answer) {
            case Answer.Done _ -> {
                signIns.enter(station, who, clock.instant());
                chosen = Optional.empty();
                page = 0;
                station.operator().ifPresent(desk::welcome);
                yield Bands.of(answer);
            }
            case Answer.Refused(var _, var sentence, var _) -> {
                refusal = sentence;
                yield Optional.empty();
            }
            case Answer.Asked _ -> throw new IllegalStateException("signing in asks nothing back");
        };
    }

    private Optional<BandView> back(Form form) {
        chosen = Optional.empty();
        return Optional.empty();
    }

    private Optional<BandView> signOut(Form form) {
        signIns.signOut(station, clock.instant());
        chosen = Optional.empty();
        return Optional.empty();
    }

    private void choose(OperatorCode who) {
        chosen = Optional.of(who);
        refusal = "";
    }

    private Optional<Operator> asked() {
        return chosen.flatMap(book.current()::operator);
    }

    private PinView pinView(Operator person) {
        Duration left = signIns.remaining(person.code(), clock.instant());
        return new PinView(person.code().code(), person.displayName(), refusal, (left.toMillis() + 999) / 1000);
    }

    private List<Operator> people() {
        return book.current().operators();
    }

    private List<TileView> tiles() {
        return people().stream()
                .map(o -> new TileView(o.code().code(), o.displayName(), icon(o.role()), false))
                .toList();
    }

    private static String icon(Role role) {
        return switch (role) {
            case SORTER -> "scale";
            case CASHIER -> "cash-register";
            case MANAGER, ADMIN -> "user-circle";
        };
    }

    private static OperatorCode code(Form form) {
        String code = form.text("operator", 12);
        if (!code.matches("[A-Z0-9]{1,12}")) {
            throw BadRequest.malformed("not an operator");
        }
        return new OperatorCode(code);
    }
}
