package fr.lamine.pos.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A terminal and an office talk over a network that loses, repeats and delays, while either is restarted or put back
/// from a copy. Whatever happens: in the end everything that the terminal holds is at the office, once.
final class SyncSimulationTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 400;

    private final Map<JournalAnswer.Result, Integer> answers = new EnumMap<>(JournalAnswer.Result.class);
    private final Map<ContinueCause, Integer> endings = new EnumMap<>(ContinueCause.class);
    private long forksOfForks;

    @Test
    void everyFactIsAtTheOfficeExactlyOnceInTheEnd() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Run(seed).play();
        }
        for (var result : List.of(JournalAnswer.Result.TAKEN, JournalAnswer.Result.FORK, JournalAnswer.Result.GAP)) {
            assertTrue(answers.getOrDefault(result, 0) > 20, "too few " + result + ": " + answers);
        }
        for (var cause : List.of(ContinueCause.FORK, ContinueCause.OFFICE_AHEAD)) {
            assertTrue(endings.getOrDefault(cause, 0) > 5, "too few " + cause + ": " + endings);
        }
        assertTrue(forksOfForks > 0, "no fork left another fork");
    }

    private final class Run {

        private final long seed;
        private final Random random;
        private final TerminalId id = TerminalId.of(901);
        private final TerminalModel terminal = new TerminalModel(id);
        private final OfficeModel office = new OfficeModel(id);
        private final Deque<List<Entry>> delayed = new ArrayDeque<>();
        private SyncState state = SyncState.begin();
        private boolean session;
        private boolean calm;
        private final List<TerminalModel.Copy> terminalCopies = new ArrayList<>();
        private Optional<Map<JournalId, List<Entry>>> officeCopy = Optional.empty();

        private final List<UUID> told = new ArrayList<>();

        private Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                happen();
            }
            calm = true;
            while (!delayed.isEmpty()) {
                office.take(delayed.poll());
            }
            int left = 2_000;
            state = state.referenceDueNow();
            while (!(state.next(terminal) instanceof Ask.Nothing)) {
                talk();
                left--;
                assertTrue(left > 0, "seed " + seed + ": they never come to an end: " + state.next(terminal));
            }
            forksOfForks += office.forksOfForks();
            inspect();
        }

        private void inspect() {
            List<String> kept = office.all().stream().map(Entry::hash).toList();
            Set<String> once = new HashSet<>(kept);
            assertEquals(kept.size(), once.size(), "seed " + seed + ": kept twice");
            for (Entry entry : terminal.all()) {
                assertTrue(once.contains(entry.hash()), "seed " + seed + ": never arrived: " + entry.id());
            }
            assertEquals(Set.copyOf(told), office.persons(), "seed " + seed + ": persons");
        }

        private void happen() {
            int what = random.nextInt(100);
            if (what < 30) {
                terminal.record();
                if (random.nextInt(4) == 0) {
                    terminal.note(new UUID(seed, told.size()));
                    told.add(new UUID(seed, told.size()));
                }
            } else if (what < 92) {
                talk();
            } else if (what < 94) {
                terminalCopies.add(terminal.backup());
            } else if (what < 96) {
                officeCopy = Optional.of(office.backup());
            } else if (what == 96) {
                state = SyncState.begin();
            } else if (what == 97) {
                session = false;
            } else if (what == 98) {
                state = state.referenceDueNow();
            } else {
                restoreSomething();
            }
        }

        private void restoreSomething() {
            if (random.nextBoolean() && officeCopy.isPresent()) {
                office.restore(officeCopy.get());
                session &= random.nextBoolean();
            } else if (!terminalCopies.isEmpty()) {
                // not always the latest: a copy of a copy forks off a branch
                terminal.restore(terminalCopies.get(random.nextInt(terminalCopies.size())));
                state = SyncState.begin();
                if (random.nextBoolean()) {
                    // its head file was not put back, and told
                    terminal.nextGeneration();
                }
            }
        }

        private void talk() {
            Ask ask = state.next(terminal);
            Reply reply = exchange(ask);
            SyncState.Step step = state.after(ask, reply, terminal);
            state = step.state();
            step.ending().ifPresent(ending -> {
                endings.merge(ending.cause(), 1, Integer::sum);
                assertEquals(terminal.running(), ending.generation());
                terminal.nextGeneration();
            });
        }

        private Reply exchange(Ask ask) {
            if (!calm && random.nextInt(6) == 0) {
                return new Reply.Lost();
            }
            Reply reply = answer(ask);
            return !calm && random.nextInt(6) == 0 ? new Reply.Lost() : reply;
        }

        private Reply answer(Ask ask) {
            if (ask instanceof Ask.SignIn(int generation)) {
                session = office.knowsKeyOf(generation, terminal.keyIdOf(generation));
                return session ? new Reply.SignedIn() : new Reply.NotSignedIn();
            }
            if (!session) {
                return new Reply.NotSignedIn();
            }
            return switch (ask) {
                case Ask.SignIn _, Ask.Nothing _ -> new Reply.Lost();
                case Ask.HeadOf(int generation) -> new Reply.HeadIs(office.head(generation));
                case Ask.EntryAt(int generation, long seq) -> new Reply.EntryIs(office.entryAt(generation, seq));
                case Ask.Send(int generation, long after) -> send(generation, after);
                case Ask.Tell(UUID person) -> tell(person);
                case Ask.Reference _ -> new Reply.ReferenceTaken(office.epoch(), random.nextInt(4) > 0);
            };
        }

        /// The office may be told and its word lost: then it is told again.
        private Reply tell(UUID person) {
            office.tell(person);
            boolean answered = calm || random.nextInt(4) > 0;
            if (answered) {
                terminal.forget(person);
            }
            return answered ? new Reply.Told() : new Reply.Lost();
        }

        private Reply send(int generation, long after) {
            List<Entry> batch = new ArrayList<>(terminal.after(generation, after, 1 + random.nextInt(8)));
            if (!calm && random.nextInt(5) == 0) {
                delayed.add(batch);
            }
            if (!calm && !delayed.isEmpty() && random.nextInt(5) == 0) {
                office.take(delayed.poll());
            }
            JournalAnswer answer = office.take(batch);
            answers.merge(answer.result(), 1, Integer::sum);
            return new Reply.Took(answer, batch.getLast().seq());
        }
    }
}
