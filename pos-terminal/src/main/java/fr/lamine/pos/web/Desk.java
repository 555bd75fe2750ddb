package fr.lamine.pos.web;

import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.item.ScannedCode.OperatorBadge;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.BarView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.HelpView;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ModeView.Mode;
import fr.lamine.pos.web.view.NoticeView;
import fr.lamine.pos.web.view.ScreenView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What stands on the screen of one station: the mode, the person, the last feedback. What people and devices do to it
/// is done one after the other.
public final class Desk {

    private static final int ANSWERS_KEPT = 200;

    private final Station station;
    private final ReferenceBook book;
    private final Surroundings around;
    private final Texts texts;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong drawn;
    private final List<Runnable> onScreen = new CopyOnWriteArrayList<>();
    private final Map<Mode, CounterScreen> screens = new EnumMap<>(Mode.class);
    private final Map<String, Optional<BandView>> answered = new LinkedHashMap<>();
    private Supplier<ScreenView> door = () -> new HelpView("");
    private Function<OperatorBadge, Optional<BandView>> onBadge = _ -> Optional.empty();
    private Mode mode = Mode.WEIGH_IN;
    private Optional<BandView> lastSaid = Optional.empty();
    private Instant lastSaidAt = Instant.EPOCH;

    public Desk(Station station, ReferenceBook book, Surroundings around, Texts texts, InstantSource clock) {
        this.station = station;
        this.book = book;
        this.around = around;
        this.texts = texts;
        this.clock = clock;
        // a page that is still open from before a restart holds smaller numbers
        this.drawn = new AtomicLong(clock.instant().toEpochMilli());
    }

    /// Puts the screens in place, before anybody comes.
    ///
    /// @param signIn what stands there while nobody is signed in
    /// @param badge  what a badge does, whatever is on the screen
    public void furnish(
            Supplier<ScreenView> signIn,
            Function<OperatorBadge, Optional<BandView>> badge,
            List<? extends CounterScreen> modes) {
        door = signIn;
        onBadge = badge;
        modes.forEach(screen -> screens.put(screen.mode(), screen));
    }

    /// How often something outside the pages changed the screen since the start.
    long changes() {
        return changes.get();
    }

    /// The number of the last drawing.
    long drawn() {
        return drawn.get();
    }

    /// Told whenever something outside a page changed the screen.
    void onScreen(Runnable listener) {
        onScreen.add(listener);
    }

    /// Does what a form asks, unless its token was answered before; then the first answer stands.
    FrameView post(String token, Supplier<Optional<BandView>> action) {
        lock.lock();
        try {
            if (!answered.containsKey(token)) {
                answered.put(token, done(action));
            }
            Optional<BandView> said = answered.get(token);
            if (answered.size() > ANSWERS_KEPT) {
                answered.remove(answered.keySet().iterator().next());
            }
            return frame(say(said));
        } finally {
            lock.unlock();
        }
    }

    /// Takes what a page of a mode sends by itself, if this person may use that mode.
    void take(CounterScreen screen, Runnable keep) {
        lock.lock();
        try {
            Optional<BandView> no = within(screen, () -> {
                keep.run();
                return Optional.empty();
            });
            if (no.isPresent()) {
                throw BadRequest.foreign("not for this person");
            }
        } finally {
            lock.unlock();
        }
    }

    /// A scan, from whichever scanner: the code and the mode decide what it means.
    FrameView scan(String text) {
        Supplier<Optional<BandView>> meaning = meaning(text);
        lock.lock();
        try {
            return frame(say(done(meaning)));
        } finally {
            lock.unlock();
        }
    }

    /// A scan that was read by this process.
    public void scanned(String text) {
        Supplier<Optional<BandView>> meaning = meaning(text);
        came(meaning);
    }

    /// Something came from a device: what it means is done, and every page shows what came of it, a fault too.
    public void came(Supplier<Optional<BandView>> meaning) {
        lock.lock();
        try {
            say(done(meaning));
        } catch (Fault fault) {
            say(Optional.of(
                    BandView.fault(fault.id(), texts.get("fault.title") + " " + fault.id(), texts.get("fault.text"))));
        } finally {
            lock.unlock();
        }
        changed();
    }

    /// Every page says this; when there is nothing to say the pages are just drawn again.
    public void tell(Optional<BandView> said) {
        lock.lock();
        try {
            if (said.isPresent()) {
                say(said);
            }
        } finally {
            lock.unlock();
        }
        changed();
    }

    /// Something outside the pages changed what stands on the screen.
    private void changed() {
        changes.incrementAndGet();
        onScreen.forEach(Runnable::run);
    }

    private Optional<BandView> say(Optional<BandView> said) {
        lastSaid = said;
        lastSaidAt = clock.instant();
        return said;
    }

    private Optional<BandView> stillSaid() {
        Duration age = Duration.between(lastSaidAt, clock.instant());
        return lastSaid.filter(band -> band.stay() == 0 || age.toSeconds() < band.stay());
    }

    /// What a scan means, with all that is slow found out already; the mode may be another one when it is done.
    private Supplier<Optional<BandView>> meaning(String text) {
        ScannedCode code = ScannedCode.parse(text, List.of());
        if (code instanceof OperatorBadge badge) {
            return () -> onBadge.apply(badge);
        }
        Optional<CounterScreen> asked = locked(() -> meant(code));
        Supplier<Optional<BandView>> found =
                asked.map(screen -> found(screen, code, text)).orElse(() -> Bands.refused(Refusal.NOT_SIGNED_IN));
        return () -> {
            Optional<CounterScreen> now = meant(code);
            now.ifPresent(screen -> become(screen.mode()));
            return asked.equals(now)
                    ? found.get()
                    : now.map(screen -> screen.scanned(code, text))
                            .orElseGet(() -> Bands.refused(Refusal.NOT_SIGNED_IN));
        };
    }

    /// The mode that a scan is for: the one on the screen, unless it has no use for the label of a thing.
    private Optional<CounterScreen> meant(ScannedCode code) {
        boolean looksUp = code instanceof ScannedCode.ItemLabel
                && !current().map(CounterScreen::takesItems).orElse(false)
                && mayUse(Mode.LOOK_UP);
        return looksUp ? Optional.of(screens.get(Mode.LOOK_UP)) : current();
    }

    private static Supplier<Optional<BandView>> found(CounterScreen screen, ScannedCode code, String text) {
        try {
            return screen.scanning(code, text);
        } catch (RuntimeException e) {
            Fault fault = Fault.log(e);
            return () -> {
                throw fault;
            };
        }
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    private static Optional<BandView> done(Supplier<Optional<BandView>> action) {
        try {
            return action.get();
        } catch (BadRequest e) {
            throw e;
        } catch (RuntimeException e) {
            throw Fault.log(e);
        }
    }

    /// Runs something of a mode, if this person may use it, and shows that mode.
    Optional<BandView> within(CounterScreen screen, Supplier<Optional<BandView>> action) {
        Optional<Operator> operator = station.operator();
        if (operator.isEmpty()) {
            return Bands.refused(Refusal.NOT_SIGNED_IN);
        }
        if (!operator.get().role().mayActAs(screen.needed())) {
            return Bands.refused(Refusal.NOT_YOUR_MODE);
        }
        become(screen.mode());
        return action.get();
    }

    private void become(Mode wanted) {
        if (wanted != mode) {
            come(wanted);
        }
    }

    private void come(Mode wanted) {
        Optional.ofNullable(screens.get(mode)).ifPresent(CounterScreen::away);
        mode = wanted;
    }

    FrameView go(Mode wanted) {
        lock.lock();
        try {
            if (mayUse(wanted)) {
                come(wanted);
            }
            return frame(Optional.empty());
        } finally {
            lock.unlock();
        }
    }

    FrameView show() {
        lock.lock();
        try {
            return frame(Optional.empty());
        } finally {
            lock.unlock();
        }
    }

    FrameView news() {
        lock.lock();
        try {
            return frame(stillSaid());
        } finally {
            lock.unlock();
        }
    }

    FrameView fault(Fault fault) {
        return new FrameView(
                token(),
                bar(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new NoticeView(
                        NoticeView.Kind.FAULT,
                        texts.get("fault.title"),
                        texts.get("fault.text"),
                        Optional.of(fault.id())),
                drawn.incrementAndGet());
    }

    BarView bar() {
        Reference reference = book.current();
        return new BarView(
                siteName(),
                stationName(),
                around.connection().get(),
                around.devices().get(),
                station.operator().map(Operator::displayName),
                French.time(clock.instant(), reference.zone(station.site())),
                around.table());
    }

    /// `Arcueil · Poste 1`
    public String place() {
        return siteName() + " · " + stationName();
    }

    private String siteName() {
        return book.current()
                .catalog()
                .site(station.site())
                .map(known -> known.name())
                .orElse(station.site().code());
    }

    /// `P1` is *Poste 1* for people; a station with a name of its own keeps it.
    private String stationName() {
        String code = station.code().code();
        return code.matches("P[0-9]+") ? texts.get("bar.station", code.substring(1)) : code;
    }

    Optional<LiveWeight> weight() {
        lock.lock();
        try {
            return current().flatMap(CounterScreen::weight);
        } finally {
            lock.unlock();
        }
    }

    Map<String, LiveView> live() {
        lock.lock();
        try {
            return current().map(CounterScreen::parts).orElse(Map.of());
        } finally {
            lock.unlock();
        }
    }

    /// Somebody signed in: the mode that their work most often begins with.
    public void welcome(Operator person) {
        become(person.role().mayActAs(Role.CASHIER) ? Mode.TILL : Mode.WEIGH_IN);
        screens.values().forEach(CounterScreen::leave);
    }

    private FrameView frame(Optional<BandView> said) {
        Optional<Operator> operator = station.operator();
        return new FrameView(
                token(),
                bar(),
                operator.isPresent() ? modes() : List.of(),
                said.or(() -> around.trouble().get().map(t -> BandView.fault("trouble-" + t.hashCode(), t, ""))),
                operator.flatMap(_ -> around.ask().get()),
                operator.map(this::view).orElseGet(door),
                drawn.incrementAndGet());
    }

    /// Draws what the modes want to have done before somebody comes; no page is shown it.
    void rehearse(Consumer<FrameView> draw) {
        for (CounterScreen screen : screens.values()) {
            screen.rehearse(view -> draw.accept(new FrameView(
                    token(),
                    bar(),
                    List.of(new ModeView(screen.mode(), true)),
                    Optional.empty(),
                    Optional.empty(),
                    view,
                    drawn())));
        }
    }

    private ScreenView view(Operator operator) {
        if (mode != Mode.DEVICES && book.current().catalog().categories().isEmpty()) {
            return new NoticeView(
                    NoticeView.Kind.EMPTY, texts.get("empty.title"), texts.get("empty.text"), Optional.empty());
        }
        return current().map(screen -> screen.view(operator)).orElseGet(() -> new HelpView(around.version()));
    }

    private Optional<CounterScreen> current() {
        return station.operator().isPresent() ? Optional.ofNullable(screens.get(mode)) : Optional.empty();
    }

    private List<ModeView> modes() {
        List<ModeView> shown = new ArrayList<>();
        for (Mode each : Mode.values()) {
            if (each != Mode.DEVICES && mayUse(each)) {
                shown.add(new ModeView(each, each == mode));
            }
        }
        return shown;
    }

    private boolean mayUse(Mode wanted) {
        return station.operator().isPresent()
                && (wanted == Mode.HELP
                        || Optional.ofNullable(screens.get(wanted))
                                .map(screen -> station.operator().get().role().mayActAs(screen.needed()))
                                .orElse(false));
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
