package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A voucher or a deposit as paper: what it is worth and the code that the till scans.
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
        sale.extras().stream()
                .filter(extra -> extra.code().isPresent())
                .forEach(extra -> extra(extra, site, day, kind, blocks));
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Document(blocks));
    }

    private static void one(TenderLine voucher, Optional<Site> site, String day, JournalKind kind, List<Block> blocks) {
        head("Bon d’achat", site, kind, blocks);
        worth("Bon", voucher.reference().orElseThrow(), voucher.amount(), day, blocks);
        blocks.add(Line.centered("À présenter à la caisse. Ce qui n’est pas dépensé reste sur le bon."));
        blocks.add(new Document.Cut());
    }

    private static void extra(ExtraLine extra, Optional<Site> site, String day, JournalKind kind, List<Block> blocks) {
        boolean deposit = extra.kind() == ExtraLine.Kind.DEPOSIT;
        head(deposit ? "Acompte" : "Bon d’achat", site, kind, blocks);
        blocks.add(Line.centered(extra.label()));
        worth(deposit ? "Acompte" : "Bon", extra.code().orElseThrow(), extra.amount(), day, blocks);
        blocks.add(Line.centered(
                deposit
                        ? "À présenter à la caisse en payant le reste."
                        : "À présenter à la caisse. Ce qui n’est pas dépensé reste sur le bon."));
        blocks.add(new Document.Cut());
    }

    private static void head(String title, Optional<Site> site, JournalKind kind, List<Block> blocks) {
        blocks.add(Line.title(title));
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
    }

    private static void worth(String word, String code, Money amount, String day, List<Block> blocks) {
        blocks.add(Line.title(French.euros(amount)));
        blocks.add(Line.centered(word + " " + code + " du " + day));
        blocks.add(new Document.Code128("V-" + code));
    }
}
