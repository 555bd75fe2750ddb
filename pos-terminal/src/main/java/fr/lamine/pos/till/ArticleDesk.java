package fr.lamine.pos.till;

import fr.lamine.model.catalog.Article;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.TillChoices.Open;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.HttpRules;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The forms of the article keys, of gifts and cards, and of a line that is weighed.
final class ArticleDesk {

    private final Till till;
    private final Articles articles;
    private final ReferenceBook book;
    private final Station station;
    private final Supplier<Optional<CounterScale>> scale;
    private final TillChoices chosen;
    private final InstantSource clock;
    private final Function<Supplier<Answer>, Answer> changing;

    /// @param changing what every change of the ticket goes through
    ArticleDesk(
            Till till,
            ReferenceBook book,
            Station station,
            Supplier<Optional<CounterScale>> scale,
            TillChoices chosen,
            InstantSource clock,
            Function<Supplier<Answer>, Answer> changing) {
        this.till = till;
        this.articles = new Articles(till);
        this.book = book;
        this.station = station;
        this.scale = scale;
        this.chosen = chosen;
        this.clock = clock;
        this.changing = changing;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/caisse/autre", posts.in(screen, this::open))
                .post("/caisse/article", posts.in(screen, this::article))
                .post("/caisse/article/montant", posts.in(screen, this::amount))
                .post("/caisse/arrondir", posts.in(screen, this::roundUp))
                .post("/caisse/extra", posts.in(screen, this::tapped))
                .post("/caisse/extra/retirer", posts.in(screen, this::remove))
                .post("/caisse/carte/retirer", posts.in(screen, this::withoutCard))
                .post("/caisse/peser", posts.in(screen, this::weighing))
                .post("/caisse/peser/prendre", posts.in(screen, this::weigh));
    }

    LiveScale live() {
        return LiveScale.of(scale.get(), clock.instant());
    }

    private Optional<BandView> open(Form form) {
        chosen.close();
        chosen.panel = new Open(new Aside.Articles());
        return Optional.empty();
    }

    /// One with a price goes on at once, and so does one whose amount was typed before.
    private Optional<BandView> article(Form form) {
        String code = form.text("article", 20);
        Optional<Article> article = book.current().catalog().till().article(code);
        if (article.isPresent()
                && article.get().price().isEmpty()
                && form.filled("entry", 12).isEmpty()) {
            chosen.panel = new Open(new Aside.Amount(code));
            return Optional.empty();
        }
        return add(form, code);
    }

    private Optional<BandView> amount(Form form) {
        return chosen.panel instanceof Open(Aside.Amount(var code)) ? add(form, code) : Optional.empty();
    }

    private Optional<BandView> add(Form form, String code) {
        return closing(changing.apply(() -> articles.add(station, form.token(), code, typed(form), clock.instant())));
    }

    /// From the payment, the payment goes on.
    private Optional<BandView> roundUp(Form form) {
        Answer answer = changing.apply(() -> articles.roundUp(station, form.token(), typed(form), clock.instant()));
        return chosen.panel instanceof TillChoices.Paying ? TillPage.said(answer) : closing(answer);
    }

    private Optional<BandView> tapped(Form form) {
        int place = form.number("extra");
        boolean again = chosen.panel instanceof Open(Aside.Extra(var open)) && open == place;
        chosen.close();
        if (place >= till.ticket(station).extras().size()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        if (!again) {
            chosen.panel = new Open(new Aside.Extra(place));
        }
        return Optional.empty();
    }

    private Optional<BandView> remove(Form form) {
        if (!(chosen.panel instanceof Open(Aside.Extra(var place)))) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        return closing(changing.apply(() -> till.removeExtra(station, form.token(), place, clock.instant())));
    }

    private Optional<BandView> withoutCard(Form form) {
        return closing(changing.apply(() -> articles.withoutMember(station, form.token(), clock.instant())));
    }

    /// The scale tells what all pieces of the line weigh.
    private Optional<BandView> weighing(Form form) {
        Optional<TicketLine> line = chosen.line().flatMap(till.ticket(station)::line);
        if (line.isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        if (!ArticleRules.mayBeWeighed(line.get())) {
            return Bands.refused(Refusal.NOT_WEIGHED);
        }
        chosen.panel = new Open(new Aside.Weighing(line.get().id(), Optional.empty()));
        return Optional.empty();
    }

    /// A container is scanned while a line is weighed: its tare comes off.
    boolean takes(ScannedCode code) {
        return code instanceof ScannedCode.ContainerTag && chosen.panel instanceof Open(Aside.Weighing _);
    }

    Optional<BandView> scanned(ScannedCode code) {
        if (!(code instanceof ScannedCode.ContainerTag(var container))
                || !(chosen.panel instanceof Open(Aside.Weighing(var line, var _)))) {
            return Optional.empty();
        }
        if (book.current().catalog().container(container).isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_CONTAINER);
        }
        chosen.panel = new Open(new Aside.Weighing(line, Optional.of(container)));
        return Optional.empty();
    }

    private Optional<BandView> weigh(Form form) {
        if (!(chosen.panel instanceof Open(Aside.Weighing(var line, var container)))) {
            return Optional.empty();
        }
        Optional<String> entry = form.filled("entry", 12);
        Optional<Mass> kilos = entry.flatMap(French::parseKilos);
        if (entry.isPresent() && kilos.isEmpty()) {
            return Bands.refused(Refusal.BAD_WEIGHT);
        }
        return closing(changing.apply(
                () -> articles.weigh(station, form.token(), line, container, scale.get(), kilos, clock.instant())));
    }

    private Optional<BandView> closing(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.close();
        }
        return TillPage.said(answer);
    }

    private static Optional<Money> typed(Form form) {
        return form.filled("amount", 12).or(() -> form.filled("entry", 12)).flatMap(French::parseEuros);
    }
}
