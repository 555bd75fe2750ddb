package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.accounting.Ledger;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.intake.Direction;
import fr.lamine.backoffice.item.ItemQuestion;
import fr.lamine.backoffice.online.LineState;
import fr.lamine.backoffice.outflow.Way;
import fr.lamine.backoffice.policy.Topic;
import fr.lamine.backoffice.receipt.MailTrouble;
import fr.lamine.backoffice.reconciliation.Figure;
import fr.lamine.backoffice.sale.VoucherDao;
import fr.lamine.backoffice.sheet.SheetLayout;
import fr.lamine.backoffice.sites.CountView;
import fr.lamine.backoffice.sites.TransferDesk;
import fr.lamine.backoffice.terminal.TerminalView;
import fr.lamine.backoffice.transfer.Leg;
import fr.lamine.backoffice.transfer.TransferRules;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.online.Condition;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TechnicalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private static final List<Class<? extends Enum<?>>> WORDS = List.of(
            Source.class,
            Outcome.class,
            Area.class,
            Cause.class,
            VoidReason.class,
            MassProvenance.Kind.class,
            AccuracyClass.class,
            Tender.class,
            Condition.class,
            LineOrigin.class,
            PriceOrigin.class,
            ExtraLine.Kind.class,
            VatRegime.class,
            CashMove.class,
            ClosingKind.class,
            TechnicalEvent.class,
            Ledger.class,
            Topic.class,
            Article.Kind.class,
            DayOfWeek.class,
            JournalKind.class,
            ContinueCause.class,
            Person.Kind.class,
            VoucherDao.State.class,
            LineState.class,
            MailTrouble.class,
            Role.class,
            Kind.class,
            Chain.Finding.class,
            Figure.class,
            SheetLayout.Stock.class,
            ItemQuestion.State.class,
            Direction.class,
            Way.class,
            TerminalView.Contact.class,
            Leg.Way.class,
            TransferRules.State.class,
            TransferDesk.Fate.class,
            CountView.State.class);

    private static final Pattern ASKED = Pattern.compile("\\b(t|counted)\\(\\s*\"([a-z0-9.-]+)\"");

    @Test
    void everyConstantHasItsWordAndNoWordIsLeftOver() {
        Set<String> needed = new TreeSet<>();
        for (Class<? extends Enum<?>> type : WORDS) {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertFalse(Texts.word(constant).isBlank());
                needed.add(Texts.keyOf(constant));
            }
        }
        assertEquals(
                needed,
                Texts.keys().stream()
                        .filter(key -> key.startsWith("word."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyTextIsAskedForAndEveryTextAskedForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList()) {
                ASKED.matcher(Files.readString(file)).results().forEach(found -> {
                    if (found.group(1).equals("counted")) {
                        asked.add(found.group(2) + ".one");
                        asked.add(found.group(2) + ".many");
                    } else {
                        asked.add(found.group(2));
                    }
                });
            }
        }
        assertTrue(asked.size() > 150, "only " + asked.size() + " texts are asked for");
        assertEquals(
                asked,
                Texts.keys().stream()
                        .filter(key -> !key.startsWith("word."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aTextIsSetAsFrenchPeopleSetIt() {
        assertEquals("Aujourd\u2019hui", Texts.t("today.title"));
        assertEquals("12\u00a0écarts attendent", Texts.counted("rec.answer.waiting", 12));
        assertEquals("1\u00a0écart attend", Texts.counted("rec.answer.waiting", 1));
        for (String key : Texts.keys()) {
            String text = Texts.t(key);
            assertFalse(text.contains("'") || text.matches("(?s).* [:;!?%€].*"), key + ": " + text);
        }
    }

    @Test
    void aTextThatIsMissingIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> Texts.t("no.such.text"));
    }
}
