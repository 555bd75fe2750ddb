package fr.lamine.model.sync;

import fr.lamine.model.journal.Entry;
import java.util.List;

/// Entries of one generation of one terminal, in order: 1 to [#MAX_ENTRIES].
public record JournalBatch(List<Entry> entries) {

    public static final int MAX_ENTRIES = 100;

    public JournalBatch {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a batch of " + entries.size());
        }
        Entry first = entries.getFirst();
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).journal().equals(first.journal())
                    || entries.get(i).seq() != first.seq() + i) {
                throw new IllegalArgumentException("a batch is a run of one journal");
            }
        }
    }
}
