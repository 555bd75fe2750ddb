package fr.lamine.pos.closing;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.Space;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.Cheque;
import java.util.List;

/// What goes to the bank, on paper (*bordereau de remise*): one copy for the bag, one line a cheque.
public final class BankPaper {

    private BankPaper() {}

    public static Document of(PaperHead head, Entry entry, CashMoved moved) {
        List<Block> blocks = head.blocks(moved.context(), "REMISE EN BANQUE");
        blocks.add(new TwoColumns("Caisse", entry.terminal().code()));
        moved.context().tillSession().ifPresent(session -> blocks.add(new TwoColumns("Session", session)));
        blocks.add(new Rule());
        blocks.add(Line.bold("Espèces"));
        blocks.addAll(TotalsPaper.counted(moved.counted().orElse(CashCount.NOTHING)));
        blocks.add(new TwoColumns("TOTAL ESPÈCES", French.euros(moved.amount()), true));
        blocks.add(new Rule());
        blocks.add(Line.bold("Chèques"));
        moved.cheques().forEach(cheque -> blocks.add(new TwoColumns(words(cheque), French.amount(cheque.amount()))));
        Money cheques = moved.cheques().stream().map(Cheque::amount).reduce(Money.ZERO, Money::plus);
        blocks.add(new TwoColumns("TOTAL " + count(moved.cheques().size()), French.euros(cheques), true));
        blocks.add(new Rule());
        blocks.add(new TwoColumns("TOTAL REMIS", French.euros(moved.amount().plus(cheques)), true));
        blocks.add(Line.plain("Sac n°\u202f:"));
        blocks.add(Line.plain("Signature\u202f:"));
        blocks.add(new Space(3));
        blocks.add(Line.plain("Écriture " + entry.id() + " · signature " + ReceiptText.extract(entry)));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static String words(Cheque cheque) {
        String number = cheque.number().equals("?") ? "  Ticket " + cheque.ticket() : "  N° " + cheque.number();
        return cheque.bank().isBlank() ? number : number + ", " + cheque.bank();
    }

    private static String count(int cheques) {
        return cheques + (cheques < 2 ? " CHÈQUE" : " CHÈQUES");
    }
}
