package fr.lamine.model.journal;

import static fr.lamine.model.journal.Judge.Verdict.FORK;
import static fr.lamine.model.journal.Judge.Verdict.GAP;
import static fr.lamine.model.journal.Judge.Verdict.KNOWN;
import static fr.lamine.model.journal.Judge.Verdict.NEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.Seeded;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.site.TerminalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JudgeTest {

    private static final List<Entry> OURS = journal(4);
    private static final List<Entry> OTHERS = journal(6);

    @Test
    void everyCaseHasItsVerdict() {
        assertEquals(NEXT, judge(0, OURS.get(0)), "the very first");
        assertEquals(NEXT, judge(2, OURS.get(2)), "the one after our head");
        assertEquals(KNOWN, judge(3, OURS.get(2)), "our head itself");
        assertEquals(KNOWN, judge(3, OURS.get(0)), "one from before");
        assertEquals(GAP, judge(1, OURS.get(2)), "one too far");
        assertEquals(GAP, judge(0, OTHERS.get(5)), "too far, whatever it is");
        assertEquals(FORK, judge(3, OTHERS.get(2)), "our number, another hash");
        assertEquals(FORK, judge(2, OTHERS.get(2)), "the next number after another entry");
        assertEquals(FORK, judge(3, OTHERS.get(0)), "another beginning");
    }

    @Test
    void anEntryOfWhichWeHoldNothingMoreIsAForkNotAKnownOne() {
        assertEquals(FORK, Judge.judge(head(3), OURS.get(1), _ -> Optional.empty()));
    }

    @Test
    void entriesInAnyOrderAndNumberEndAtTheSameHead() {
        Seeded.loop(300, random -> {
            List<Entry> kept = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Entry entry = OURS.get(random.nextInt(OURS.size()));
                switch (judge(kept, entry)) {
                    case NEXT -> kept.add(entry);
                    case KNOWN, GAP -> {}
                    case FORK -> throw new AssertionError("a fork among our own entries");
                }
            }
            for (Entry entry : OURS) {
                if (judge(kept, entry) == NEXT) {
                    kept.add(entry);
                }
            }
            assertEquals(OURS, kept);
        });
    }

    private static Judge.Verdict judge(int kept, Entry entry) {
        return judge(OURS.subList(0, kept), entry);
    }

    private static Judge.Verdict judge(List<Entry> kept, Entry entry) {
        Head head = kept.isEmpty()
                ? Head.empty(entry.journal())
                : Head.empty(entry.journal()).after(kept.getLast());
        return Judge.judge(
                head, entry, seq -> Optional.of(kept.get((int) seq - 1).hash()));
    }

    private static Head head(int kept) {
        return Head.empty(OURS.getFirst().journal()).after(OURS.get(kept - 1));
    }

    private static List<Entry> journal(int entries) {
        TestJournal journal = new TestJournal(TerminalId.of(901));
        while (journal.entries().size() < entries) {
            journal.add(SampleFacts.weighIn());
        }
        return journal.entries();
    }
}
