package fr.lamine.pos.closing;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Size;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.text.French;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands on top of every paper of a till's day.
///
/// @param copy     1 for the original; later ones say DUPLICATA
/// @param replaces a part of this copy may lie on the paper above, and is void
public record PaperHead(Catalog catalog, JournalKind kind, int copy, boolean replaces) {

    List<Block> blocks(Context context, String title) {
        Company company = catalog.till().company();
        Optional<Site> site = catalog.site(context.site());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.title(company.name()));
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
        site.filter(s -> !s.address().isBlank()).ifPresent(s -> blocks.add(Line.centered(s.address())));
        if (!company.siret().isEmpty()) {
            blocks.add(Line.centered("SIRET " + company.siret()));
        }
        company.vatNumber().ifPresent(number -> blocks.add(Line.centered("TVA " + number)));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        if (copy > 1) {
            blocks.add(Line.title("DUPLICATA " + (copy - 1)));
        }
        if (replaces) {
            blocks.add(Line.centered("Annule et remplace le papier incomplet"));
        }
        blocks.add(new Line(title, true, Size.NORMAL, Align.CENTER));
        blocks.add(new TwoColumns("Le", moment(context.site(), context.occurredAt())));
        blocks.add(new TwoColumns("Par", context.operator().code()));
        return blocks;
    }

    /// `23/11/2026 19:04`
    String moment(SiteCode site, Instant at) {
        ZoneId zone = catalog.site(site).map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
        return French.day(at.atZone(zone).toLocalDate()) + " " + French.time(at, zone);
    }
}
