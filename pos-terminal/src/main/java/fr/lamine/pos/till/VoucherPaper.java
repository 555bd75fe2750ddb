package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A voucher as paper: what it is worth and the code that the till scans.
public final class VoucherPaper {

    private VoucherPaper() {}

    /// Empty when the sale gave no voucher out.
    public static Optional<Document> of(Fact.Sale sale, Catalog catalog, JournalKind kind) {
        List<Block> blocks = new ArrayList<>();
        Optional<Site> site = catalog.site(sale.context().site());
        ZoneId zone = site.map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
        String day = French.day(sale.context().occurredAt().atZone(zone).toLocalDate());
        sale.givenBack().stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .forEach(voucher -> one(voucher, site, day, kind, blocks));
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Document(blocks));
    }

    private static void one(TenderLine voucher, Optional<Site> site, String day, JournalKind kind, List<Block> blocks) {
        String code = voucher.reference().orElseThrow();
        blocks.add(Line.title("Bon d’achat"));
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        blocks.add(Line.title(French.euros(voucher.amount())));
        blocks.add(Line.centered("Bon " + code + " du " + day));
        blocks.add(new Document.Code128("V-" + code));
        blocks.add(Line.centered("À présenter à la caisse. Ce qui n’est pas dépensé reste sur le bon."));
        blocks.add(new Document.Cut());
    }
}
