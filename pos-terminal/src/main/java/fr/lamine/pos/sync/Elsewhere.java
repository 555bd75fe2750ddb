package fr.lamine.pos.sync;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.VoucherHold;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.pos.store.Reservations;
import fr.lamine.pos.store.Reservations.Reservation;
import fr.lamine.pos.store.SalesElsewhere;
import fr.lamine.pos.store.TerminalStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Asks the office, while a customer waits, for what other tills gave out or sold: never under the lock of the screen
/// or
/// of the store, and never for long. What is held for a ticket is written down at once; what no ticket wants any more
/// is
/// given up as soon as the office hears it, over restarts too.
public final class Elsewhere implements AutoCloseable {

    /// How long a question may take.
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final TerminalStore store;
    private final Optional<OfficeClient> office;
    private final BooleanSupplier reachable;
    private final InstantSource clock;
    /// A hold must not overtake the word that gives the same hold up.
    private final ReentrantLock speaking = new ReentrantLock();
    private final Thread thread = Thread.ofVirtual().name("holds").unstarted(this::run);

    /// @param office    absent for a till that works alone
    /// @param reachable whether it is worth asking
    public Elsewhere(
            TerminalStore store, Optional<OfficeClient> office, BooleanSupplier reachable, InstantSource clock) {
        this.store = store;
        this.office = office;
        this.reachable = reachable;
        this.clock = clock;
    }

    public Elsewhere start() {
        if (office.isPresent()) {
            thread.start();
        }
        return this;
    }

    private interface Question<T> {
        Heard<T> ask(OfficeClient client) throws InterruptedException;
    }

    /// Money of a voucher for the open ticket of a station.
    ///
    /// @param amount all that the ticket wants of it
    public OfficeWord<VoucherHeld> hold(StationCode station, String voucher, Money amount) {
        Instant now = clock.instant();
        return holding(
                station,
                voucher,
                ticket -> {
                    VoucherHold asked = new VoucherHold(voucher, station, ticket, now, amount);
                    return client -> client.hold(asked);
                },
                (ticket, held) ->
                        new Reservation(ticket, voucher, held.amount().cents(), now.plusSeconds(held.seconds())));
    }

    /// Pieces of a sold line for the open ticket of a station.
    ///
    /// @param pieces all that the ticket brings back of it
    public OfficeWord<LineHeld> hold(StationCode station, SoldLine line, int pieces) {
        Instant now = clock.instant();
        return holding(
                station,
                HoldRelease.subject(line),
                ticket -> {
                    LineHold asked = new LineHold(line.ticket(), line.line(), station, ticket, now, pieces);
                    return client -> client.hold(asked);
                },
                (ticket, held) -> new Reservation(
                        ticket, HoldRelease.subject(line), held.pieces(), now.plusSeconds(held.seconds())));
    }

    private interface Kept<T> {
        Reservation of(String ticket, T held);
    }

    private <T> OfficeWord<T> holding(
            StationCode station, String subject, Function<String, Question<T>> question, Kept<T> kept) {
        return alone(() -> {
            for (Reservation one : store.read(sql -> Reservations.over(sql, clock.instant()))) {
                if (one.subject().equals(subject)) {
                    giveUp(one);
                }
            }
            String ticket = store.write(clock.instant(), w -> Reservations.ticket(w.sql(), station));
            OfficeWord<T> word = ask(question.apply(ticket));
            if (word instanceof OfficeWord.Said<T>(T held)) {
                store.write(clock.instant(), w -> {
                    Reservations.keep(w.sql(), station, kept.of(ticket, held));
                    return ticket;
                });
            }
            return word;
        });
    }

    /// A sale of another till, which is kept here for the ticket that brings it back.
    public OfficeWord<SoldElsewhere> sale(FactId id) {
        return alone(() -> {
            OfficeWord<SoldElsewhere> word = ask(client -> client.sale(id));
            if (!(word instanceof OfficeWord.Said<SoldElsewhere>(SoldElsewhere sold))) {
                return word;
            }
            if (!isSale(id, sold)) {
                return new OfficeWord.Unknown<>();
            }
            store.write(clock.instant(), w -> {
                SalesElsewhere.keep(w.sql(), sold, w.now());
                return id;
            });
            return word;
        });
    }

    private static boolean isSale(FactId id, SoldElsewhere sold) {
        try {
            return sold.id().equals(id) && sold.sale().ticket() > 0;
        } catch (Json.Unreadable | IllegalArgumentException e) {
            return false; // a later version wrote it, or it is another fact
        }
    }

    private interface Talk<T> {
        OfficeWord<T> say() throws InterruptedException;
    }

    private <T> OfficeWord<T> alone(Talk<T> talk) {
        if (office.isEmpty()) {
            return new OfficeWord.Alone<>();
        }
        if (!reachable.getAsBoolean()) {
            return new OfficeWord.Away<>();
        }
        try {
            if (!speaking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new OfficeWord.Away<>();
            }
            try {
                return talk.say();
            } finally {
                speaking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OfficeWord.Away<>();
        }
    }

    private <T> OfficeWord<T> ask(Question<T> question) throws InterruptedException {
        OfficeClient client = office.orElseThrow();
        Heard<T> heard = question.ask(client);
        if (heard instanceof Heard.NotSignedIn<T> && signIn(client)) {
            heard = question.ask(client);
        }
        return switch (heard) {
            case Heard.Answer<T>(T value) -> new OfficeWord.Said<>(value);
            case Heard.NotThere<T> _ -> new OfficeWord.Unknown<>();
            case Heard.NotSignedIn<T> _, Heard.Misunderstood<T> _, Heard.Silence<T> _ -> new OfficeWord.Away<>();
        };
    }

    private boolean signIn(OfficeClient client) throws InterruptedException {
        Optional<SigningKey> key = store.key(store.head().journal().generation());
        return key.isPresent() && client.signIn(key.get()) instanceof Heard.Answer<?>;
    }

    private void run() {
        try {
            while (true) {
                giveUp();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            // The counter closes: what was not given up is given up at its next start.
            Thread.currentThread().interrupt();
        }
    }

    /// Gives up what no open ticket wants any more, and what lasted too long.
    ///
    /// @return whether the office has heard all of it
    public boolean giveUp() throws InterruptedException {
        List<Reservation> over = store.read(sql -> Reservations.over(sql, clock.instant()));
        for (Reservation one : over) {
            if (!(alone(() -> giveUp(one)) instanceof OfficeWord.Said)) {
                return false;
            }
        }
        return true;
    }

    private OfficeWord<Reservation> giveUp(Reservation one) throws InterruptedException {
        boolean wanted =
                !store.read(sql -> Reservations.over(sql, clock.instant()).contains(one));
        if (wanted) {
            return new OfficeWord.Said<>(one);
        }
        return switch (ask(client -> client.release(new HoldRelease(one.ticket(), one.subject())))) {
            case OfficeWord.Said<?> _, OfficeWord.Unknown<?> _ -> {
                store.write(clock.instant(), w -> {
                    Reservations.givenUp(w.sql(), one);
                    return one;
                });
                yield new OfficeWord.Said<>(one);
            }
            case OfficeWord.Away<?> _, OfficeWord.Alone<?> _ -> new OfficeWord.Away<>();
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
            office.ifPresent(OfficeClient::close);
        }
    }
}
