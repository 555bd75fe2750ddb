package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is paid now and collected later, as paper: a slip for the customer, and one that is stuck on the goods.
public final class PickUpPaper {

    private PickUpPaper() {}

    /// Empty when all of it was taken along.
    public static Optional<Document> of(Fact.Sale sale, String terminal, Catalog catalog, JournalKind kind) {
        List<Block> blocks = new ArrayList<>();
        Optional<Site> site = catalog.site(sale.context().site());
        ZoneId zone = site.map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
        String paid = "Payé le "
                + French.day(sale.context().occurredAt().atZone(zone).toLocalDate()) + ", ticket " + terminal + "-"
                + sale.ticket();
        for (SaleLine line : sale.lines()) {
            line.pickUp().ifPresent(pickUp -> {
                head("Bon de retrait", site, kind, blocks);
                goods(line, pickUp, paid, blocks);
                blocks.add(Line.centered("À présenter à la caisse pour retirer."));
                blocks.add(new Document.Cut());
                head("VENDU", site, kind, blocks);
                goods(line, pickUp, paid, blocks);
                blocks.add(Line.centered("À coller sur l’objet."));
                blocks.add(new Document.Cut());
            });
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Document(blocks));
    }

    private static void head(String title, Optional<Site> site, JournalKind kind, List<Block> blocks) {
        blocks.add(Line.title(title));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
    }

    private static void goods(SaleLine line, PickUp pickUp, String paid, List<Block> blocks) {
        String pieces = line.pieces() == 1 ? "" : French.count(line.pieces()) + " × ";
        blocks.add(Line.bold(pieces + line.label()));
        line.item().ifPresent(code -> blocks.add(Line.plain("Étiquette " + code.spaced())));
        blocks.add(Line.plain("Lieu\u202f: " + pickUp.place()));
        blocks.add(Line.plain("État\u202f: " + pickUp.state()));
        pickUp.until().ifPresent(day -> blocks.add(Line.bold("À retirer avant le " + French.day(day))));
        blocks.add(Line.plain(paid));
        blocks.add(new Document.Code128(pickUp.code()));
    }
}
