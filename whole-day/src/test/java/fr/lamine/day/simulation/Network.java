package fr.lamine.day.simulation;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.sync.Ask;
import fr.lamine.pos.sync.Reply;
import fr.lamine.pos.sync.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Carries what counters and office say to each other, badly: requests and answers get lost, batches arrive twice or
/// much later.
final class Network {

    private static final int LOSS = 6;

    private final Random random;
    private final SimulatedOffice office;
    private final Map<Fault, Integer> faults;
    private final List<JournalBatch> late = new ArrayList<>();
    private boolean calm;
    int asked;

    Network(Random random, SimulatedOffice office, Map<Fault, Integer> faults) {
        this.random = random;
        this.office = office;
        this.faults = faults;
    }

    /// From now on everything arrives, the late batches first.
    void calm(Instant now) {
        calm = true;
        late.forEach(batch -> office.take(batch, now));
        late.clear();
    }

    /// One question of a counter.
    ///
    /// @return false when it has nothing to ask
    boolean talk(Counter counter, Instant now) {
        Ask ask = counter.talk.next(counter);
        if (ask instanceof Ask.Nothing) {
            return false;
        }
        asked++;
        Reply reply = exchange(counter, ask, now);
        SyncState.Step step = counter.talk.after(ask, reply, counter);
        counter.talk = step.state();
        step.ending()
                .ifPresent(ending -> counter.store.endGeneration(
                        counter.station.machineContext(counter.book.current(), now),
                        ending.generation(),
                        ending.cause(),
                        ending.end()));
        step.suspect().ifPresent(generation -> {
            if (counter.store.isSound(generation)) {
                throw new IllegalStateException(
                        "the office refuses generation " + generation + " of " + counter.id + ", which is sound");
            }
        });
        return true;
    }

    private boolean happens(Fault fault) {
        boolean happens = !calm && random.nextInt(LOSS) == 0;
        if (happens) {
            faults.merge(fault, 1, Integer::sum);
        }
        return happens;
    }

    private Reply exchange(Counter counter, Ask ask, Instant now) {
        if (happens(Fault.LOST_REQUEST)) {
            return new Reply.Lost();
        }
        Reply reply = answer(counter, ask, now);
        return happens(Fault.LOST_ANSWER) ? new Reply.Lost() : reply;
    }

    private Reply answer(Counter counter, Ask ask, Instant now) {
        if (ask instanceof Ask.SignIn(int generation)) {
            Optional<SigningKey> key = counter.store.key(generation);
            counter.session = key.flatMap(k -> office.signIn(counter.id, k, now));
            return counter.session.isPresent() ? new Reply.SignedIn() : new Reply.NotSignedIn();
        }
        if (!office.isSignedIn(counter.session, counter.id, now)) {
            return new Reply.NotSignedIn();
        }
        return switch (ask) {
            case Ask.SignIn _, Ask.Tell _, Ask.Nothing _ -> new Reply.Lost();
            case Ask.HeadOf(int generation) -> new Reply.HeadIs(office.head(JournalId.of(counter.id, generation)));
            case Ask.EntryAt(int generation, long seq) ->
                new Reply.EntryIs(office.headAt(JournalId.of(counter.id, generation), seq));
            case Ask.Send(int generation, long after) -> send(counter, generation, after, now);
            case Ask.Reference _ -> reference(counter, now);
        };
    }

    private Reply reference(Counter counter, Instant now) {
        Reference held = counter.book.current();
        ReferenceAnswer answer = office.reference(counter.id, held.epoch(), held.revision());
        counter.book.take(answer, now);
        boolean complete = answer.epoch().equals(held.epoch()) && answer.revision() == held.revision();
        return new Reply.ReferenceTaken(answer.epoch(), complete);
    }

    private Reply send(Counter counter, int generation, long after, Instant now) {
        int most = 1 + random.nextInt(15);
        JournalBatch batch = new JournalBatch(counter.store.entries(generation, after, most));
        if (happens(Fault.FORGED_BATCH)) {
            forge(batch, now);
        }
        if (happens(Fault.LATE_BATCH)) {
            late.add(batch);
            return new Reply.Lost();
        }
        if (!late.isEmpty() && random.nextInt(4) == 0) {
            office.take(late.removeFirst(), now);
        }
        JournalAnswer answer = office.take(batch, now);
        if (happens(Fault.REPEATED_BATCH)) {
            office.take(batch, now);
        }
        return new Reply.Took(answer, batch.entries().getLast().seq());
    }

    /// Somebody sends the same words under another's seal.
    private void forge(JournalBatch batch, Instant now) {
        Entry first = batch.entries().getFirst();
        String seal = SigningKey.generate().sign(first.signedText());
        Entry forged = new Entry(
                first.format(),
                first.terminal(),
                first.generation(),
                first.seq(),
                first.recordedAt(),
                first.type(),
                first.keyId(),
                first.prevHash(),
                first.body(),
                first.bodyHash(),
                first.hash(),
                seal);
        JournalAnswer answer = office.take(new JournalBatch(List.of(forged)), now);
        if (answer.result() == JournalAnswer.Result.BROKEN) {
            office.forged.add(first.journal().toString());
        }
    }
}
