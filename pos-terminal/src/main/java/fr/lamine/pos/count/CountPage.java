package fr.lamine.pos.count;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.goods.GoodsChoices;
import fr.lamine.pos.goods.GoodsDesk;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The counting screen.
public final class CountPage implements CounterScreen {

    static final String PATH = "/inventaire";

    private final Counts counts;
    private final Station station;
    private final InstantSource clock;
    private final GoodsChoices chosen = new GoodsChoices();
    private final GoodsDesk goods;
    private final CountPicture picture;

    public CountPage(
            Counts counts,
            ReferenceBook book,
            Station station,
            JournalKind kind,
            Supplier<Optional<CounterScale>> scale,
            Texts texts,
            InstantSource clock) {
        this.counts = counts;
        this.station = station;
        this.clock = clock;
        this.goods = new GoodsDesk(
                PATH,
                chosen,
                (token, now, change) -> counts.change(station, token, now, change),
                book,
                kind,
                scale,
                clock);
        this.picture = new CountPicture(counts, book, station, texts);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> {
            rules.post(PATH + "/commencer", posts.in(this, this::begin))
                    .post(PATH + "/abandonner", posts.in(this, this::abandon))
                    .post(PATH + "/terminer", posts.in(this, this::finish));
            goods.routes(rules, posts, this);
        };
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.COUNT;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(chosen, goods.live());
    }

    @Override
    public Optional<LiveWeight> weight() {
        return picture.weight(chosen, goods.live());
    }

    @Override
    public void leave() {
        chosen.forget();
    }

    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        Optional<Optional<BandView>> container = goods.container(code);
        if (container.isPresent()) {
            return container.get();
        }
        return counts.open(station).isEmpty()
                ? Bands.refused(Refusal.CHOOSE_SHELF)
                : goods.said(counts.scan(station, code, clock.instant()), code);
    }

    private Optional<BandView> begin(Form form) {
        return done(counts.begin(station, form.token(), form.filled("family", 40), clock.instant()));
    }

    private Optional<BandView> abandon(Form form) {
        return done(counts.abandon(station, form.token(), clock.instant()));
    }

    private Optional<BandView> finish(Form form) {
        return done(counts.finish(station, form.token(), clock.instant()));
    }

    private Optional<BandView> done(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.forget();
        }
        return Bands.of(answer);
    }
}
