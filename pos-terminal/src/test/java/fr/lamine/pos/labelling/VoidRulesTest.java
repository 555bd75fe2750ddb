package fr.lamine.pos.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VoidRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path root;

    private static KnownItem plates(int sold, Optional<ChannelCode> reserved, Optional<LocalDate> voided) {
        return new KnownItem(
                ItemCode.of(901, 1),
                new CategoryCode("vaisselle"),
                "Assiettes",
                3,
                sold,
                Mass.grams(333),
                Money.cents(100),
                Money.cents(300),
                Optional.of(DAY),
                reserved,
                voided);
    }

    private static final KnownItem WHOLE = plates(0, Optional.empty(), Optional.empty());

    private Context context() {
        try (TestCounter counter = TestCounter.open(root)) {
            return counter.station.context(TestCounter.SORTER.code(), counter.book.current(), counter.now);
        }
    }

    @Test
    void everyRefusalHasItsCause() {
        Context context = context();
        record Row(Refusal refusal, KnownItem item, boolean onTicket, boolean onList) {}
        for (Row row : List.of(
                new Row(Refusal.VOIDED_LABEL, plates(3, Optional.empty(), Optional.of(DAY)), false, false),
                new Row(Refusal.GONE_LABEL, plates(3, Optional.empty(), Optional.empty()), false, false),
                new Row(
                        Refusal.RESERVED_LABEL,
                        plates(0, Optional.of(new ChannelCode("LABEL-EMMAUS")), Optional.empty()),
                        false,
                        false),
                new Row(Refusal.LABEL_ON_TICKET, WHOLE, true, false),
                new Row(Refusal.LABEL_ON_LIST, WHOLE, false, true))) {
            var verdict = VoidRules.judge(
                    row.item(),
                    Mass.grams(1_000),
                    Area.SORTING,
                    row.onTicket(),
                    row.onList(),
                    VoidReason.MISTAKE,
                    context);
            Answer answer = assertInstanceOf(VoidRules.Answered.class, verdict).answer();
            assertEquals(
                    row.refusal(),
                    assertInstanceOf(Answer.Refused.class, answer).refusal());
        }
    }

    @Test
    void aWholeLotGoesWithItsLastGramAndABrokenOneByThePiece() {
        Context context = context();
        record Row(int sold, VoidReason reason, Area back, String told) {}
        for (Row row : List.of(
                new Row(0, VoidReason.MISTAKE, Area.SORTING, "3 1000 place:ARCUEIL:SORTING"),
                new Row(0, VoidReason.MISTAKE, Area.SHOP, "3 1000 place:ARCUEIL:SHOP"),
                new Row(1, VoidReason.MISTAKE, Area.SORTING, "2 666 place:ARCUEIL:SORTING"),
                new Row(1, VoidReason.BROKEN, Area.SORTING, "2 666 adjustment:ARCUEIL:BREAKAGE"),
                new Row(0, VoidReason.THROWN_AWAY, Area.SORTING, "3 1000 outcome:WASTE"),
                new Row(0, VoidReason.DISMANTLED, Area.WORKSHOP, "3 1000 place:ARCUEIL:WORKSHOP"))) {
            var verdict = VoidRules.judge(
                    plates(row.sold(), Optional.empty(), Optional.empty()),
                    Mass.grams(1_000),
                    row.back(),
                    false,
                    false,
                    row.reason(),
                    context);
            Fact.LabelVoided fact =
                    assertInstanceOf(VoidRules.Voided.class, verdict).fact();
            assertEquals(
                    row.told(),
                    fact.pieces() + " " + fact.mass().grams() + " " + fact.to().code());
        }
    }
}
