package fr.lamine.pos.sync;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.journal.Head;
import fr.lamine.model.sync.JournalAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where the conversation with the office stands. Pure: [#next] says what to ask, [#after] what an answer changes.
///
/// Invariants, and what enforces each:
///
/// 1. A number is passed over only when the office has said that it holds our entry under it: [#after] moves a
///    delivery forward to an own entry that the office named by its hash, or to the last one of a batch that was taken
///    whole.
/// 2. The office's word beats memory: signing in, and a new epoch, forget every delivery ([#signedOut],
///    [#heardReference]).
/// 3. Generations are delivered oldest first, since the key of each vouches for the next: [#next] walks them in order.
/// 4. A fork, or an office that knows more than we do, ends the generation that runs, and no other: [#ending].
/// 5. What the office refuses never ends a generation that is sound here, and never holds back an older one's rest:
///    [Delivery.Refused] is passed by, and [Step#suspect] asks for a check.
/// 6. A lost answer changes nothing: the same is asked again.
/// 7. A gap that is still there when the same was sent again is ours: [#heardGap] passes it by, as what is refused, and
///    the generations after it are delivered.
/// 8. A person is told after the facts: what the office hears of names a fact that it has, or that it refused.
///
/// @param signedIn       a session is open
/// @param keysTried      how many keys, newest first, the office did not know in a row
/// @param epoch          last heard, empty before
/// @param referenceDue   the reference data are to be asked for
/// @param deliveries     by generation; absent means unasked
/// @param gaps           by generation: the number after which the office missed something
public record SyncState(
        boolean signedIn,
        int keysTried,
        String epoch,
        boolean referenceDue,
        Map<Integer, Delivery> deliveries,
        Map<Integer, Long> gaps) {

    public SyncState {
        deliveries = Map.copyOf(deliveries);
        gaps = Map.copyOf(gaps);
    }

    public static SyncState begin() {
        return new SyncState(false, 0, "", true, Map.of(), Map.of());
    }

    /// What an answer comes to.
    ///
    /// @param ending  the running generation must end
    /// @param suspect a generation whose entries the office does not accept, to be checked here
    public record Step(SyncState state, Optional<Ending> ending, Optional<Integer> suspect) {
        static Step to(SyncState state) {
            return new Step(state, Optional.empty(), Optional.empty());
        }
    }

    /// @param end the office's last entry, when it knows more than we do
    public record Ending(int generation, ContinueCause cause, Optional<Head> end) {}

    public Delivery delivery(int generation) {
        return deliveries.getOrDefault(generation, new Delivery.Unasked());
    }

    public Ask next(LocalJournals local) {
        if (!signedIn) {
            List<Integer> keyed = local.keyed();
            return new Ask.SignIn(
                    keyed.isEmpty() ? local.running() : keyed.get(keyed.size() - 1 - keysTried % keyed.size()));
        }
        for (int generation : local.generations()) {
            Optional<Ask> ask = next(generation, local);
            if (ask.isPresent()) {
                return ask.get();
            }
        }
        Optional<UUID> untold = local.untold();
        if (untold.isPresent()) {
            return new Ask.Tell(untold.get());
        }
        return referenceDue ? new Ask.Reference() : new Ask.Nothing();
    }

    private Optional<Ask> next(int generation, LocalJournals local) {
        return switch (delivery(generation)) {
            case Delivery.Unasked _ -> Optional.of(new Ask.HeadOf(generation));
            case Delivery.Searching searching ->
                Optional.of(new Ask.EntryAt(generation, searching.probe(local.lastSeq(generation))));
            case Delivery.From(long after) ->
                after < local.lastSeq(generation) ? Optional.of(new Ask.Send(generation, after)) : Optional.empty();
            case Delivery.Refused _ -> Optional.empty();
        };
    }

    public Step after(Ask ask, Reply reply, LocalJournals local) {
        return switch (reply) {
            case Reply.Lost _ -> Step.to(this);
            case Reply.NotSignedIn _ -> Step.to(signedOut(ask));
            case Reply.SignedIn _ -> Step.to(new SyncState(true, 0, epoch, referenceDue, Map.of(), Map.of()));
            case Reply.HeadIs(Head head) ->
                ask instanceof Ask.HeadOf(int generation) ? heardHead(generation, head, local) : Step.to(this);
            case Reply.EntryIs(Optional<Head> head) ->
                ask instanceof Ask.EntryAt(int generation, long seq)
                        ? heardEntry(generation, seq, head, local)
                        : Step.to(this);
            case Reply.Took(JournalAnswer answer, long lastSent) ->
                ask instanceof Ask.Send(int generation, long after)
                        ? heardAnswer(generation, after, lastSent, answer, local)
                        : Step.to(this);
            case Reply.Told _ -> Step.to(this);
            case Reply.ReferenceTaken(String heard, boolean complete) -> Step.to(heardReference(heard, complete));
            case Reply.Misunderstood _ -> misunderstood(ask);
        };
    }

    /// Time for news: ask for the reference data again.
    public SyncState referenceDueNow() {
        return new SyncState(signedIn, keysTried, epoch, true, deliveries, gaps);
    }

    private SyncState signedOut(Ask ask) {
        int tried = ask instanceof Ask.SignIn ? keysTried + 1 : 0;
        return new SyncState(false, tried, epoch, referenceDue, Map.of(), Map.of());
    }

    private SyncState heardReference(String heard, boolean complete) {
        boolean restored = !epoch.equals(heard);
        return new SyncState(
                signedIn, keysTried, heard, !complete, restored ? Map.of() : deliveries, restored ? Map.of() : gaps);
    }

    private SyncState with(int generation, Delivery delivery) {
        Map<Integer, Delivery> changed = new HashMap<>(deliveries);
        changed.put(generation, delivery);
        return new SyncState(signedIn, keysTried, epoch, referenceDue, changed, gaps);
    }

    private SyncState withGap(int generation, long after) {
        Map<Integer, Long> changed = new HashMap<>(gaps);
        changed.put(generation, after);
        return new SyncState(signedIn, keysTried, epoch, referenceDue, deliveries, changed);
    }

    private SyncState withoutGap(int generation) {
        Map<Integer, Long> changed = new HashMap<>(gaps);
        changed.remove(generation);
        return new SyncState(signedIn, keysTried, epoch, referenceDue, deliveries, changed);
    }

    private Step heardHead(int generation, Head office, LocalJournals local) {
        if (isOurs(office, generation, local)) {
            return Step.to(with(generation, new Delivery.From(office.seq())));
        }
        long last = local.lastSeq(generation);
        long differs = Math.min(office.seq(), last + 1);
        return search(generation, new Delivery.Searching(office, 0, differs), local);
    }

    private Step heardEntry(int generation, long seq, Optional<Head> head, LocalJournals local) {
        if (!(delivery(generation) instanceof Delivery.Searching(Head office, long common, long differs))) {
            return Step.to(this);
        }
        if (head.isEmpty()) {
            return Step.to(with(generation, new Delivery.Unasked()));
        }
        boolean same = isOurs(head.get(), generation, local);
        return search(generation, new Delivery.Searching(office, same ? seq : common, same ? differs : seq), local);
    }

    private Step search(int generation, Delivery.Searching searching, LocalJournals local) {
        if (searching.differs() - searching.common() > 1) {
            return Step.to(with(generation, searching));
        }
        SyncState found = with(generation, new Delivery.From(searching.common()));
        boolean officeKnowsMore = searching.common() == local.lastSeq(generation);
        return officeKnowsMore
                ? ending(found, generation, ContinueCause.OFFICE_AHEAD, Optional.of(searching.office()), local)
                : Step.to(found);
    }

    private Step heardAnswer(int generation, long after, long lastSent, JournalAnswer answer, LocalJournals local) {
        return switch (answer.result()) {
            case TAKEN -> withoutGap(generation).heardHead(generation, answer.head(), local);
            case GAP -> heardGap(generation, after, answer.head(), local);
            case FORK ->
                ending(
                        with(generation, new Delivery.From(furthest(generation, after, lastSent, answer, local))),
                        generation,
                        ContinueCause.FORK,
                        Optional.empty(),
                        local);
            case BROKEN ->
                new Step(with(generation, new Delivery.Refused(after)), Optional.empty(), Optional.of(generation));
        };
    }

    /// An office that went back misses something once, until it has said from where. A generation that begins before
    /// its
    /// time waits for the one before it.
    private Step heardGap(int generation, long after, Head office, LocalJournals local) {
        boolean waits =
                after == 0 && office.seq() == 0 && local.hashAt(generation, 1).isPresent();
        boolean again = !waits && Long.valueOf(after).equals(gaps.get(generation));
        return again
                ? new Step(with(generation, new Delivery.Refused(after)), Optional.empty(), Optional.of(generation))
                : withGap(generation, after).heardHead(generation, office, local);
    }

    /// The whole batch is kept. When the branch is the one that begins right where this delivery left the common path,
    /// it may hold even more of ours.
    private static long furthest(int generation, long after, long lastSent, JournalAnswer answer, LocalJournals local) {
        return answer.branch()
                .filter(branch -> branch.seq() > lastSent && isOurs(branch, generation, local))
                .filter(branch -> local.hashAt(generation, after + 1)
                        .filter(hash -> branch.journal()
                                .branch()
                                .filter(hash::startsWith)
                                .isPresent())
                        .isPresent())
                .map(Head::seq)
                .orElse(lastSent);
    }

    private Step misunderstood(Ask ask) {
        return ask instanceof Ask.Send(int generation, long after)
                ? new Step(with(generation, new Delivery.Refused(after)), Optional.empty(), Optional.of(generation))
                : Step.to(this);
    }

    private static Step ending(
            SyncState state, int generation, ContinueCause cause, Optional<Head> end, LocalJournals local) {
        return new Step(
                state,
                generation == local.running() ? Optional.of(new Ending(generation, cause, end)) : Optional.empty(),
                Optional.empty());
    }

    private static boolean isOurs(Head head, int generation, LocalJournals local) {
        return head.seq() == 0
                || local.hashAt(generation, head.seq())
                        .filter(head.hash()::equals)
                        .isPresent();
    }
}
