package fr.lamine.pos.printing;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.DuplicatePrinted;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.station.Work;

/// Printing a receipt or a closing, once more too (*duplicata*). A duplicate is in the journal, under its number and
/// the name of the person who asked for it, before anything can come out.
public final class Duplicates {

    private Duplicates() {}

    /// Queues a paper none of whose copies is unsettled.
    ///
    /// A duplicate that was cancelled before it came out still has its number, which waits for the next paper.
    ///
    /// @param out copies of it that came out so far
    public static void enqueue(Work work, StationCode station, Kind kind, FactId of, int out) {
        if (out > 0 && !PrintQueue.droppedSince(work.sql(), kind, of)) {
            long number = work.book().perpetual().afterCopy().copies();
            work.writing().append(new DuplicatePrinted(work.context(), number, of, out));
        }
        PrintQueue.enqueue(work.sql(), station, kind, of, work.writing().now());
    }
}
