package fr.lamine.pos.closing;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.text.French;
import fr.lamine.model.till.ClosingKind;
import java.util.List;

/// A reading of the running totals on paper (*lecture X*). It says nothing of the cash that should be there.
public final class ReadingPaper {

    private ReadingPaper() {}

    /// @param id   of the fact that notes the reading
    /// @param book as it stands now
    public static Document of(PaperHead head, FactId id, Context context, TillBook book) {
        List<Block> blocks = head.blocks(context, "LECTURE X");
        blocks.add(Line.centered("Document provisoire, ne clôture rien"));
        book.session().ifPresent(session -> {
            blocks.add(new TwoColumns("Session", session.name()));
            blocks.add(new TwoColumns("Ouverte le", French.day(session.day())));
        });
        blocks.add(new TwoColumns(
                "Tickets", French.count(book.totals(ClosingKind.DAY).tickets())));
        blocks.add(new Rule());
        blocks.addAll(TotalsPaper.period(book.totals(ClosingKind.DAY)));
        blocks.addAll(TotalsPaper.perpetual(book.perpetual()));
        blocks.add(new Rule());
        blocks.add(Line.plain("Logiciel La Mine " + context.appVersion() + " · écriture " + id));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }
}
