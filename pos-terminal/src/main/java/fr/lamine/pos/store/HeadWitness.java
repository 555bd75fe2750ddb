package fr.lamine.pos.store;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Head;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the head file says: where the journal stood after its last commit, and the numbers given by then.
record HeadWitness(Head head, PerpetualTotals totals) {

    private static final String FORMAT = "lamine-head-2";

    /// Knew tickets and labels only.
    private static final String FIRST_FORMAT = "lamine-head-1";

    String text(long turn) {
        String said = String.join(
                " ",
                FORMAT,
                Long.toString(turn),
                head.journal().toString(),
                Long.toString(head.seq()),
                head.hash(),
                Long.toString(totals.tickets()),
                Integer.toString(totals.labels()),
                Long.toString(totals.net().cents()),
                Long.toString(totals.absolute().cents()),
                Integer.toString(totals.days()),
                Integer.toString(totals.months()),
                Integer.toString(totals.years()),
                Integer.toString(totals.sessions()),
                Integer.toString(totals.vouchers()),
                Long.toString(totals.copies()));
        return said + " " + digest(said);
    }

    /// One slot of the file as it was read.
    record Slot(long turn, HeadWitness witness) {}

    /// Empty for a slot that was never written, or only in part.
    static Optional<Slot> parse(String text) {
        String line = text.strip();
        int last = line.lastIndexOf(' ');
        if (last < 0 || !digest(line.substring(0, last)).equals(line.substring(last + 1))) {
            return Optional.empty();
        }
        String[] part = line.split(" ", -1);
        boolean first = part.length == 10 && part[0].equals(FIRST_FORMAT);
        if (!first && !(part.length == 16 && part[0].equals(FORMAT))) {
            return Optional.empty();
        }
        Head head = new Head(JournalId.parse(part[2]), Long.parseLong(part[3]), part[4]);
        PerpetualTotals totals = new PerpetualTotals(
                Long.parseLong(part[5]),
                Integer.parseInt(part[6]),
                Money.cents(Long.parseLong(part[7])),
                Money.cents(Long.parseLong(part[8])),
                first ? 0 : Integer.parseInt(part[9]),
                first ? 0 : Integer.parseInt(part[10]),
                first ? 0 : Integer.parseInt(part[11]),
                first ? 0 : Integer.parseInt(part[12]),
                first ? 0 : Integer.parseInt(part[13]),
                first ? 0 : Long.parseLong(part[14]));
        return Optional.of(new Slot(Long.parseLong(part[1]), new HeadWitness(head, totals)));
    }

    private static String digest(String said) {
        return Chain.sha256(said.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
