package fr.lamine.pos.weighin;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.Site;
import fr.lamine.model.stock.Account;
import fr.lamine.model.text.French;
import fr.lamine.pos.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What leaves for somebody, on paper (*bon de sortie*): every weighing of the day that goes to the same place under
/// the
/// same document, with its tare, and what they add up to.
public final class OutflowPaper {

    private OutflowPaper() {}

    /// @param weighings oldest first, at least one, all to the same account
    public static Document of(List<Fact.WeighIn> weighings, Catalog catalog, JournalKind kind, Texts texts) {
        Fact.WeighIn first = weighings.getFirst();
        Optional<Site> site = catalog.site(first.context().site());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.title("Bon de sortie"));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        blocks.add(Line.centered(catalog.till().company().name()));
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
        blocks.add(new TwoColumns("Le", French.day(first.context().businessDay())));
        if (first.to() instanceof Account.Gone(var outcome, var who)) {
            blocks.add(new TwoColumns("Devenir", texts.word(outcome)));
            who.ifPresent(
                    code -> blocks.add(new TwoColumns("Pour", Partners.read().name(code))));
        }
        first.beside().document().ifPresent(number -> blocks.add(new TwoColumns("Document", number)));
        blocks.add(new Rule());
        weighings.forEach(weighing -> line(weighing, catalog, blocks));
        blocks.add(new Rule());
        Mass sum = weighings.stream().map(w -> w.weight().net()).reduce(Mass.ZERO, Mass::plus);
        blocks.add(new TwoColumns("TOTAL NET", French.kg(sum), true));
        blocks.add(Line.plain("Pesées\u202f: " + weighings.size()));
        blocks.add(Line.plain("Signature\u202f:"));
        blocks.add(new Document.Space(3));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static void line(Fact.WeighIn weighing, Catalog catalog, List<Block> blocks) {
        String name = catalog.category(weighing.category())
                .map(Category::name)
                .orElse(weighing.category().code());
        String how = weighing.weight().provenance().kind() == MassProvenance.Kind.WEIGHED ? "" : " *";
        blocks.add(new TwoColumns(name + how, French.kg(weighing.weight().net())));
        weighing.weight()
                .container()
                .ifPresent(code -> blocks.add(Line.plain(
                        "  " + catalog.container(code).map(Container::name).orElse(code) + ", brut "
                                + French.kilos(weighing.weight().gross()) + ", tare "
                                + French.kilos(weighing.weight().tare()))));
    }
}
