package fr.lamine.pos.closing;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.text.French;
import fr.lamine.model.till.DrawerCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A closing on paper (*ticket Z*), made from its entry and from what the journal says of itself in its period.
public final class ClosingPaper {

    private static final int QUARTET = 4;
    private static final int MOST_ANOMALIES = 12;

    private ClosingPaper() {}

    /// @param fingerprint of the key that signs this journal
    /// @param anomalies   what was noticed of the journal and its clock in the period
    public static Document of(
            PaperHead head, Entry entry, Closing closing, String fingerprint, List<String> anomalies) {
        List<Block> blocks = head.blocks(closing.context(), title(closing));
        blocks.add(new TwoColumns("Période", period(closing)));
        blocks.add(new TwoColumns("Caisse", entry.terminal().code()));
        closing.context().tillSession().ifPresent(session -> blocks.add(new TwoColumns("Session", session)));
        blocks.add(new TwoColumns("Tickets", French.count(closing.totals().tickets())));
        closing.firstTicket()
                .ifPresent(first -> blocks.add(new TwoColumns(
                        "  du n° au n°", first + " à " + closing.lastTicket().orElseThrow())));
        blocks.add(new Rule());
        blocks.addAll(TotalsPaper.period(closing.totals()));
        closing.drawer().ifPresent(drawer -> drawer(drawer, blocks));
        blocks.addAll(TotalsPaper.perpetual(closing.perpetual()));
        blocks.add(new Rule());
        blocks.add(new TwoColumns(
                "Anomalies du journal", closing.failures() == 0 ? "aucune" : French.count(closing.failures())));
        anomalies.stream().limit(MOST_ANOMALIES).map(Line::plain).forEach(blocks::add);
        if (anomalies.size() > MOST_ANOMALIES) {
            blocks.add(Line.plain("… et " + French.count(anomalies.size() - MOST_ANOMALIES) + " de plus"));
        }
        vouching(entry, closing, fingerprint, blocks);
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static String title(Closing closing) {
        return switch (closing.kind()) {
            case DAY -> "CLÔTURE DU JOUR Z n° " + closing.number();
            case MONTH -> "CLÔTURE DU MOIS Z n° " + closing.number();
            case YEAR -> "CLÔTURE DE L’ANNÉE Z n° " + closing.number();
        };
    }

    /// `23/11/2026`, `11/2026`, `2026`
    static String period(Closing closing) {
        return switch (closing.kind()) {
            case DAY -> French.day(LocalDate.parse(closing.period()));
            case MONTH -> French.day(LocalDate.parse(closing.period() + "-01")).substring(3);
            case YEAR -> closing.period();
        };
    }

    private static void drawer(DrawerCheck drawer, List<Block> blocks) {
        blocks.add(new Rule());
        blocks.add(Line.bold("Tiroir"));
        blocks.add(new TwoColumns("Fond de caisse", French.euros(drawer.opening())));
        blocks.add(new TwoColumns("Ventes en espèces", French.euros(drawer.sales())));
        blocks.add(new TwoColumns("Entrées", French.euros(drawer.in())));
        blocks.add(
                new TwoColumns("Sorties et remises", French.euros(drawer.out().negated())));
        blocks.add(new TwoColumns("Attendu", French.euros(drawer.expected())));
        blocks.add(new TwoColumns("COMPTÉ", French.euros(drawer.counted().total()), true));
        blocks.addAll(TotalsPaper.counted(drawer.counted()));
        blocks.add(new TwoColumns("ÉCART", signed(drawer.difference()), true));
        drawer.approvedBy().map(OperatorCode::code).ifPresent(who -> blocks.add(new TwoColumns("  validé par", who)));
        blocks.add(new TwoColumns("Laissé en caisse", French.euros(drawer.left())));
        Money taken = drawer.counted().total().minus(drawer.left());
        if (taken.isPositive()) {
            blocks.add(new TwoColumns("Mis au coffre", French.euros(taken)));
        }
    }

    private static void vouching(Entry entry, Closing closing, String fingerprint, List<Block> blocks) {
        blocks.add(Line.plain("Logiciel La Mine " + closing.context().appVersion()));
        blocks.add(Line.plain("Écriture " + entry.id() + " · signature " + ReceiptText.extract(entry)));
        blocks.add(Line.plain("Empreinte de l’écriture " + spaced(entry.hash().substring(0, 16))));
        blocks.add(Line.plain("Clé " + spaced(fingerprint)));
    }

    /// `+0,50 €`, `−3,00 €`, `0,00 €`
    static String signed(Money difference) {
        return (difference.isPositive() ? "+" : "") + French.euros(difference);
    }

    private static String spaced(String hex) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < hex.length(); i += QUARTET) {
            groups.add(hex.substring(i, Math.min(i + QUARTET, hex.length())));
        }
        return String.join(" ", groups);
    }
}
