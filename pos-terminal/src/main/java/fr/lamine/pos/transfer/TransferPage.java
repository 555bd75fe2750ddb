package fr.lamine.pos.transfer;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.goods.GoodsChoices;
import fr.lamine.pos.goods.GoodsDesk;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The transfer screen.
public final class TransferPage implements CounterScreen {

    static final String PATH = "/transferts";

    private final Transfers transfers;
    private final Station station;
    private final InstantSource clock;
    private final GoodsChoices chosen = new GoodsChoices();
    private final GoodsDesk goods;
    private final TransferPicture picture;
    private TransferPicture.Step step = TransferPicture.Step.WHAT;

    public TransferPage(
            Transfers transfers,
            ReferenceBook book,
            Station station,
            JournalKind kind,
            Supplier<Optional<CounterScale>> scale,
            Texts texts,
            InstantSource clock) {
        this.transfers = transfers;
        this.station = station;
        this.clock = clock;
        this.goods = new GoodsDesk(
                PATH,
                chosen,
                (token, now, change) -> transfers.change(station, token, now, change),
                book,
                kind,
                scale,
                clock);
        this.picture = new TransferPicture(transfers, book, station, texts);
    }

    @Override
    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> {
            rules.post(PATH + "/sens", posts.in(this, this::direction))
                    .post(PATH + "/site", posts.in(this, this::site))
                    .post(PATH + "/bon", posts.in(this, this::slip))
                    .post(PATH + "/retour", posts.in(this, this::back))
                    .post(PATH + "/abandonner", posts.in(this, this::abandon))
                    .post(PATH + "/reimprimer", posts.in(this, this::printAgain))
                    .post(PATH + "/terminer", posts.in(this, this::finish));
            goods.routes(rules, posts, this);
        };
    }

    @Override
    public ModeView.Mode mode() {
        return ModeView.Mode.TRANSFER;
    }

    @Override
    public Role needed() {
        return Role.SORTER;
    }

    @Override
    public ScreenView view(Operator operator) {
        return picture.view(step, chosen, goods.live());
    }

    @Override
    public Optional<LiveWeight> weight() {
        return picture.weight(chosen, goods.live());
    }

    @Override
    public void leave() {
        chosen.forget();
        step = TransferPicture.Step.WHAT;
    }

    /// The slip of a transfer begins its reception, from wherever one stands.
    @Override
    public Optional<BandView> scanned(ScannedCode code, String text) {
        Optional<Optional<BandView>> container = goods.container(code);
        if (container.isPresent()) {
            return container.get();
        }
        if (code instanceof ScannedCode.TransferCode(var transfer)) {
            return begun(transfers.receive(station, Optional.empty(), transfer, clock.instant()));
        }
        if (transfers.open(station).isEmpty()) {
            return Bands.refused(step == TransferPicture.Step.SLIP ? Refusal.SLIP_FIRST : Refusal.CHOOSE_DIRECTION);
        }
        return goods.said(transfers.scan(station, code, clock.instant()), code);
    }

    private Optional<BandView> begun(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.forget();
            step = TransferPicture.Step.WHAT;
        }
        return Bands.of(answer);
    }

    /// With one other site there is nothing to ask.
    private Optional<BandView> direction(Form form) {
        boolean sending = form.text("way", 10).equals("SEND");
        var others = transfers.others(station);
        if (sending && others.size() == 1) {
            return begun(transfers.send(station, form.token(), others.getFirst().code(), clock.instant()));
        }
        if (sending && others.isEmpty()) {
            return Bands.refused(Refusal.NO_OTHER_SITE);
        }
        step = sending ? TransferPicture.Step.SITE : TransferPicture.Step.SLIP;
        return Optional.empty();
    }

    private Optional<BandView> site(Form form) {
        SiteCode to;
        try {
            to = new SiteCode(form.text("site", 16));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a site");
        }
        return begun(transfers.send(station, form.token(), to, clock.instant()));
    }

    /// The code under the bars, where no scanner reads it: `101-1-42`.
    private Optional<BandView> slip(Form form) {
        String typed = form.text("code", 40).strip().toUpperCase(Locale.ROOT);
        String code = typed.startsWith("T-") ? typed : "T-" + typed;
        return begun(transfers.receive(station, Optional.of(form.token()), code, clock.instant()));
    }

    private Optional<BandView> back(Form form) {
        step = TransferPicture.Step.WHAT;
        return Bands.refusals(transfers.back(station, form.token(), clock.instant()));
    }

    private Optional<BandView> abandon(Form form) {
        return begun(transfers.abandon(station, form.token(), clock.instant()));
    }

    private Optional<BandView> printAgain(Form form) {
        FactId id;
        try {
            id = FactId.parse(form.text("id", 60));
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a transfer");
        }
        return Bands.of(transfers.printAgain(station, form.token(), id, clock.instant()));
    }

    private Optional<BandView> finish(Form form) {
        return begun(transfers.finish(station, form.token(), clock.instant()));
    }
}
