package fr.lamine.pos.sync;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Receipt;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.TerminalSession.Opened;
import fr.lamine.pos.person.PersonOutbox;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.Receipts;
import fr.lamine.pos.store.TerminalStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Carries [SyncState]'s asking out: on a thread of its own, patient with an absent office, awake when something new
/// was recorded.
public final class SyncLoop implements AutoCloseable {

    private static final int BATCH_CHARS = 1_000_000;

    /// How often to ask for news, and how long to wait after a failure: doubling from `first` up to `longest`.
    public record Pace(Duration news, Duration first, Duration longest) {
        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(10));
    }

    private final TerminalStore store;
    private final ReferenceBook book;
    private final OfficeClient office;
    private final Station station;
    private final InstantSource clock;
    private final Pace pace;
    private final LocalJournals local;
    private final Set<UUID> passedBy = ConcurrentHashMap.newKeySet();
    private final Optional<VerifyingKey> officeKey;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> newsListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> endingListeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("sync").unstarted(this::run);
    private SyncState state = SyncState.begin();
    private int failures;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean reachable;
    private volatile SyncStatus status;

    public SyncLoop(
            TerminalStore store,
            ReferenceBook book,
            OfficeClient office,
            Station station,
            InstantSource clock,
            Pace pace) {
        this.store = store;
        this.book = book;
        this.office = office;
        this.station = station;
        this.clock = clock;
        this.pace = pace;
        this.local = new StoredJournals(store, passedBy);
        this.officeKey = Optional.of(store.identity().officePublicKey())
                .filter(text -> !text.isEmpty())
                .map(VerifyingKey::parse);
        this.status = new SyncStatus(false, 0, Optional.empty(), Optional.empty());
        tell();
        store.onRecorded(() -> {
            wake();
            tell();
        });
    }

    public SyncLoop start() {
        thread.start();
        return this;
    }

    /// Something new was recorded, or somebody wants news now.
    public void wake() {
        bell.offer(true);
    }

    /// Called when what [#status] says has changed, on the thread that changed it; it must return at once.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Called when catalog or operators were received, on the loop's thread; it must return at once.
    public void onNews(Runnable listener) {
        newsListeners.add(listener);
    }

    /// Called when a generation was ended because of what the office said, with the reason in French.
    public void onEnding(Consumer<String> listener) {
        endingListeners.add(listener);
    }

    public SyncStatus status() {
        return status;
    }

    private synchronized void tell() {
        Deliveries.Unsent unsent = Deliveries.unsent(store);
        SyncStatus now = new SyncStatus(reachable, unsent.count(), unsent.since(), trouble);
        if (!now.equals(status)) {
            status = now;
            listeners.forEach(Runnable::run);
        }
    }

    /// Talks on the caller's thread until all is said and all news is in; for a program that has no loop running.
    ///
    /// @param turns at most so many questions
    /// @return whether it came to an end
    public boolean talkUntilQuiet(int turns) throws InterruptedException {
        state = state.referenceDueNow();
        for (int turn = 0; turn < turns; turn++) {
            Ask ask = state.next(local);
            if (ask instanceof Ask.Nothing) {
                return true;
            }
            if (!turn(ask)) {
                Thread.sleep(pace.first());
            }
        }
        return state.next(local) instanceof Ask.Nothing;
    }

    private void run() {
        try {
            while (true) {
                Ask ask = state.next(local);
                if (ask instanceof Ask.Nothing) {
                    if (bell.poll(pace.news().toMillis(), TimeUnit.MILLISECONDS) == null) {
                        state = state.referenceDueNow();
                    }
                } else if (!turn(ask)) {
                    Thread.sleep(pause(failures));
                }
            }
        } catch (InterruptedException e) {
            // The counter closes: what was not sent is sent at its next start.
            Thread.currentThread().interrupt();
        }
    }

    /// Half to whole of a time that doubles, so that many tills do not come back at once.
    private Duration pause(int failed) {
        long whole = Math.min(pace.longest().toMillis(), pace.first().toMillis() << Math.min(failed - 1, 20));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    /// @return false when it is wise to wait before the next question
    private boolean turn(Ask ask) throws InterruptedException {
        Reply reply = exchange(ask);
        SyncState.Step step = state.after(ask, reply, local);
        keepDeliveries(step.state());
        state = step.state();
        step.ending().ifPresent(ending -> end(ending.generation(), ending.cause(), ending.end(), words(ending, ask)));
        step.suspect()
                .ifPresent(generation -> store.unsound(generation)
                        .ifPresent(said -> end(generation, ContinueCause.CHAIN_BROKEN, Optional.empty(), said)));
        boolean well = isWell(ask, reply);
        failures = well ? 0 : failures + 1;
        reachable = !(reply instanceof Reply.Lost);
        trouble = troubleAfter(ask, reply);
        tell();
        return well;
    }

    private void end(int generation, ContinueCause cause, Optional<Head> end, String said) {
        Reference reference = book.current();
        if (store.endGeneration(station.machineContext(reference, clock.instant()), generation, cause, end)) {
            endingListeners.forEach(listener -> listener.accept(said));
        }
    }

    private String words(SyncState.Ending ending, Ask ask) {
        JournalId journal = JournalId.of(store.identity().terminal(), ending.generation());
        String known = ask instanceof Ask.Send(int _, long after) && after > 0
                ? " après l’écriture " + journal + "/" + after
                : "";
        return switch (ending.cause()) {
            case FORK -> "le bureau détient une autre suite du journal " + journal + " que ce poste" + known + ".";
            case OFFICE_AHEAD ->
                "le bureau détient des écritures que ce poste n’a plus"
                        + ending.end()
                                .map(head -> ", jusqu’à " + head.journal() + "/" + head.seq())
                                .orElse("") + ".";
            case CHAIN_BROKEN, STORE_BEHIND_HEAD ->
                throw new IllegalArgumentException("no answer of the office means " + ending.cause());
        };
    }

    private void keepDeliveries(SyncState after) {
        after.deliveries().forEach((generation, delivery) -> {
            boolean changed = !delivery.equals(state.deliveries().get(generation));
            switch (delivery) {
                case Delivery.From(long seq) when changed -> keep(generation, seq, false);
                case Delivery.Refused(long seq) when changed -> keep(generation, seq, true);
                case Delivery.From _, Delivery.Refused _, Delivery.Unasked _, Delivery.Searching _ -> {}
            }
        });
    }

    private void keep(int generation, long seq, boolean refused) {
        store.write(clock.instant(), writing -> {
            Deliveries.keep(writing.sql(), generation, seq, refused);
            return generation;
        });
    }

    /// A gap is answered by going back, which must not become a race.
    private static boolean isWell(Ask ask, Reply reply) {
        return switch (reply) {
            case Reply.Lost _, Reply.Misunderstood _ -> false;
            case Reply.NotSignedIn _ -> !(ask instanceof Ask.SignIn);
            case Reply.Took(JournalAnswer answer, long _) ->
                switch (answer.result()) {
                    case TAKEN, FORK -> true;
                    case GAP, BROKEN -> false;
                };
            case Reply.SignedIn _, Reply.HeadIs _, Reply.EntryIs _, Reply.Told _, Reply.ReferenceTaken _ -> true;
        };
    }

    private Optional<String> troubleAfter(Ask ask, Reply reply) {
        boolean refused = !passedBy.isEmpty()
                || state.deliveries().values().stream().anyMatch(Delivery.Refused.class::isInstance);
        if (refused || reply instanceof Reply.Misunderstood) {
            return Optional.of("Le bureau refuse ce que ce poste envoie. Prévenez le bureau.");
        }
        if (ask instanceof Ask.SignIn && reply instanceof Reply.NotSignedIn) {
            return Optional.of("Le bureau ne reconnaît pas ce poste. Prévenez le bureau.");
        }
        return reply instanceof Reply.Lost ? trouble : Optional.empty();
    }

    private Reply exchange(Ask ask) throws InterruptedException {
        return switch (ask) {
            case Ask.SignIn(int generation) -> signIn(generation);
            case Ask.HeadOf(int generation) -> head(office.head(generation));
            case Ask.EntryAt(int generation, long seq) -> entry(office.entry(generation, seq));
            case Ask.Send(int generation, long after) -> send(generation, after);
            case Ask.Tell(UUID person) -> tell(person);
            case Ask.Reference _ -> reference();
            case Ask.Nothing _ -> new Reply.Lost();
        };
    }

    private Reply signIn(int generation) throws InterruptedException {
        Optional<SigningKey> key = store.key(generation);
        if (key.isEmpty()) {
            return new Reply.NotSignedIn();
        }
        return switch (office.signIn(key.get())) {
            case Heard.Answer<Opened> _ -> new Reply.SignedIn();
            case Heard.NotThere<Opened> _, Heard.NotSignedIn<Opened> _ -> new Reply.NotSignedIn();
            case Heard.Misunderstood<Opened> _ -> new Reply.Misunderstood();
            case Heard.Silence<Opened> _ -> new Reply.Lost();
        };
    }

    private static Reply head(Heard<Head> heard) {
        return switch (heard) {
            case Heard.Answer<Head>(Head head) -> new Reply.HeadIs(head);
            case Heard.NotSignedIn<Head> _ -> new Reply.NotSignedIn();
            case Heard.NotThere<Head> _, Heard.Misunderstood<Head> _ -> new Reply.Misunderstood();
            case Heard.Silence<Head> _ -> new Reply.Lost();
        };
    }

    private static Reply entry(Heard<Head> heard) {
        return switch (heard) {
            case Heard.Answer<Head>(Head head) -> new Reply.EntryIs(Optional.of(head));
            case Heard.NotThere<Head> _ -> new Reply.EntryIs(Optional.empty());
            case Heard.NotSignedIn<Head> _ -> new Reply.NotSignedIn();
            case Heard.Misunderstood<Head> _ -> new Reply.Misunderstood();
            case Heard.Silence<Head> _ -> new Reply.Lost();
        };
    }

    private Reply send(int generation, long after) throws InterruptedException {
        List<Entry> batch;
        try {
            batch = batch(store.entries(generation, after, JournalBatch.MAX_ENTRIES));
        } catch (IllegalArgumentException e) {
            // A row that is not even an entry was written by somebody else: the check that follows names it.
            return new Reply.Misunderstood();
        }
        return switch (office.send(new JournalBatch(batch))) {
            case Heard.Answer<JournalAnswer>(JournalAnswer answer) -> {
                answer.receipt().ifPresent(this::keepReceipt);
                yield new Reply.Took(answer, batch.getLast().seq());
            }
            case Heard.NotSignedIn<JournalAnswer> _ -> new Reply.NotSignedIn();
            case Heard.NotThere<JournalAnswer> _, Heard.Misunderstood<JournalAnswer> _ -> new Reply.Misunderstood();
            case Heard.Silence<JournalAnswer> _ -> new Reply.Lost();
        };
    }

    /// As many as one request carries well, and always one; never across a number that is missing.
    private static List<Entry> batch(List<Entry> entries) {
        List<Entry> batch = new ArrayList<>();
        long chars = 0;
        for (Entry entry : entries) {
            chars += entry.body().length();
            if (!batch.isEmpty()
                    && (chars > BATCH_CHARS || entry.seq() != batch.getLast().seq() + 1)) {
                return batch;
            }
            batch.add(entry);
        }
        return batch;
    }

    private void keepReceipt(Receipt receipt) {
        if (officeKey.isPresent() && receipt.isSignedBy(officeKey.get())) {
            store.write(clock.instant(), writing -> {
                Receipts.keep(writing.sql(), receipt);
                return receipt;
            });
        }
    }

    /// Told already, by another hand or before, is told.
    private Reply tell(UUID uuid) throws InterruptedException {
        Optional<Person> person = store.read(sql -> PersonOutbox.find(sql, uuid));
        if (person.isEmpty()) {
            return new Reply.Told();
        }
        return switch (office.tell(uuid, person.get())) {
            case Heard.Answer<Person.Taken> _ -> {
                store.write(clock.instant(), writing -> {
                    PersonOutbox.forget(writing.sql(), uuid);
                    return uuid;
                });
                yield new Reply.Told();
            }
            case Heard.NotSignedIn<Person.Taken> _ -> new Reply.NotSignedIn();
            case Heard.NotThere<Person.Taken> _, Heard.Misunderstood<Person.Taken> _ -> {
                passedBy.add(uuid);
                yield new Reply.Misunderstood();
            }
            case Heard.Silence<Person.Taken> _ -> new Reply.Lost();
        };
    }

    private Reply reference() throws InterruptedException {
        Reference held = book.current();
        return switch (office.reference(held.epoch(), held.revision())) {
            case Heard.Answer<ReferenceAnswer>(ReferenceAnswer answer) -> {
                boolean taken = book.take(answer, clock.instant());
                if (taken && (answer.catalog().isPresent() || answer.operators().isPresent())) {
                    newsListeners.forEach(Runnable::run);
                }
                boolean complete = answer.epoch().equals(held.epoch()) && answer.revision() == held.revision();
                yield new Reply.ReferenceTaken(answer.epoch(), complete);
            }
            case Heard.NotSignedIn<ReferenceAnswer> _ -> new Reply.NotSignedIn();
            case Heard.NotThere<ReferenceAnswer> _, Heard.Misunderstood<ReferenceAnswer> _ -> new Reply.Misunderstood();
            case Heard.Silence<ReferenceAnswer> _ -> new Reply.Lost();
        };
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            office.close();
        }
    }
}
