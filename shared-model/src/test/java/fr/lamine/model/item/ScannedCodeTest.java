package fr.lamine.model.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.Seeded;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ScannedCode.ContainerTag;
import fr.lamine.model.item.ScannedCode.ItemLabel;
import fr.lamine.model.item.ScannedCode.MemberCard;
import fr.lamine.model.item.ScannedCode.OperatorBadge;
import fr.lamine.model.item.ScannedCode.PickUpCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.item.ScannedCode.ReceiptCode;
import fr.lamine.model.item.ScannedCode.ScaleLabel;
import fr.lamine.model.item.ScannedCode.ScaleLayout;
import fr.lamine.model.item.ScannedCode.ScaleValue;
import fr.lamine.model.item.ScannedCode.TradeCode;
import fr.lamine.model.item.ScannedCode.TransferCode;
import fr.lamine.model.item.ScannedCode.Unknown;
import fr.lamine.model.item.ScannedCode.VoucherCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScannedCodeTest {

    private static final ItemCode CHAIR = ItemCode.of(101, 412);
    private static final CheckedLabel CHAIR_LABEL =
            new CheckedLabel(CHAIR, Money.cents(1_800), new CategoryCode("meuble"), Mass.grams(7_000), 1);
    private static final List<ScaleLayout> LAYOUTS =
            List.of(new ScaleLayout("02", ScaleValue.CENTS), new ScaleLayout("21", ScaleValue.GRAMS));

    @ParameterizedTest
    @ValueSource(strings = {"", "]E0", "]e0", "]C1", "]Q3", "  ", "]E0 "})
    void aLabelOfOursIsReadWithAndWithoutTheMarkOfItsScanner(String mark) {
        assertEquals(new ItemLabel(CHAIR, Optional.empty()), parse(mark + CHAIR.digits()));
        assertEquals(new ItemLabel(CHAIR, Optional.of(CHAIR_LABEL)), parse(mark + CHAIR_LABEL.text() + "\r\n"));
    }

    @Test
    void aLabelThatLostItsLeadingZeroIsPadded() {
        assertEquals(
                new ItemLabel(CHAIR, Optional.empty()), parse(CHAIR.digits().substring(1)));
        assertEquals(new Unknown("410100004128"), parse("410100004128"));
    }

    @Test
    void theSlipOfATransferIsReadWhole() {
        assertEquals(new TransferCode("T-101-1-42"), parse("]C1T-101-1-42"));
        for (String other : List.of("T-101-1", "T-1-1-42", "T-101-1-42-1", "T-abc-1-1")) {
            assertEquals(new Unknown(other), parse(other));
        }
    }

    @Test
    void theSlipOfGoodsThatWaitIsReadWhole() {
        assertEquals(new PickUpCode("P-101-12345-7"), parse("]C1P-101-12345-7"));
        for (String other : List.of("P-101-12345", "P-1-12345-7", "P-101-12345-1234", "P-abc-1-1")) {
            assertEquals(new Unknown(other), parse(other));
        }
    }

    @Test
    void aPriceTagNamesACategoryAndItsPrice() {
        PriceTag books = new PriceTag(new CategoryCode("livre"), Money.cents(50));
        assertEquals("T-livre-50", books.text());
        assertEquals(books, parse("]C1T-livre-50"));
        PriceTag fridges = new PriceTag(new CategoryCode("gros_electromenager_refrigerant"), Money.cents(999_999));
        assertEquals(fridges, parse(fridges.text()));
        for (String other : List.of("T-livre", "T-livre-", "T-livre-050", "T-LIVRE-50", "T-livre-1000000", "T--50")) {
            assertEquals(new Unknown(other), parse(other));
        }
        assertThrows(
                IllegalArgumentException.class, () -> new PriceTag(new CategoryCode("livre"), Money.cents(1_000_000)));
    }

    @Test
    void anIsbnAndAnEanOfTradeAreTradeCodes() {
        assertEquals(new TradeCode("9782070408504"), parse("9782070408504"));
        assertEquals(new TradeCode("96385074"), parse("]E496385074"));
        assertEquals(new TradeCode("0036000291452"), parse("036000291452"));
    }

    @Test
    void theLabelOfAPriceComputingScaleIsReadByItsLayout() {
        String price = Ean.withCheckDigit("021234500750");
        String mass = Ean.withCheckDigit("211234512340");
        String unconfigured = Ean.withCheckDigit("291234512340");
        assertEquals(new ScaleLabel("12345", Optional.of(Money.cents(750)), Optional.empty()), parse(price));
        assertEquals(
                new ScaleLabel("12345", Optional.of(Money.cents(750)), Optional.empty()), parse(price.substring(1)));
        assertEquals(new ScaleLabel("12345", Optional.empty(), Optional.of(Mass.grams(12_340))), parse(mass));
        assertEquals(new Unknown(unconfigured), parse(unconfigured));
        assertThrows(IllegalArgumentException.class, () -> new ScaleLayout("30", ScaleValue.CENTS));
        assertThrows(IllegalArgumentException.class, () -> new ScaleLayout("2", ScaleValue.CENTS));
    }

    @Test
    void prefixedTextsSayWhatTheyAre() {
        assertEquals(new ContainerTag("BAC-GRIS"), parse("]C0C-BAC-GRIS"));
        assertEquals(new OperatorBadge("AWA", "9f8e7d6c5b4a"), parse("O-AWA-9f8e7d6c5b4a"));
        assertEquals(new MemberCard("000784"), parse("M-000784"));
        assertEquals(new VoucherCode("A1B2-C3D4"), parse("V-A1B2-C3D4"));
        assertEquals(new ReceiptCode("101-1-1042"), parse("]Q3R-101-1-1042"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "]",
                "]E0",
                "O-awa-9f8e7d6c",
                "O-AWA-short",
                "R-101-1",
                "R-101-1-x",
                "C-",
                "C-123456789012345678901",
                "X-1",
                "c-BAC",
                "9782070408505",
                "12345",
                "1234567890123456789012345678901234567890",
                "LM1;0410100004128;1800;meuble;7000;1",
                "LM1;0410100004127;-1800;meuble;7000;1",
                "LM1;0410100004127;1800;Meuble;7000;1",
                "LM1;0410100004127;1800;meuble;0;1",
                "LM1;0410100004127;1800;meuble;7000;0",
                "LM1;0410100004127;1800;meuble;7000;10000",
                "LM1;0410100004127;1800;meuble;7000",
                "LM2;0410100004127;1800;meuble;7000;1",
                "٠٤١٠١٠٠٠٠٤١٢٧",
                "bonjour"
            })
    void anythingElseIsUnknown(String scan) {
        assertInstanceOf(Unknown.class, parse(scan));
    }

    @Test
    void anEndlessScanIsCut() {
        Unknown unknown = assertInstanceOf(Unknown.class, parse("x".repeat(100_000)));
        assertEquals(ScannedCode.MAX_LENGTH, unknown.text().length());
    }

    @Test
    void garbageNeverThrows() {
        Seeded.loop(20_000, random -> assertNotNull(parse(garbage(random))));
    }

    @Test
    void aLabelWithWhatItSaysReadsBack() {
        Seeded.loop(500, random -> {
            CheckedLabel label = new CheckedLabel(
                    ItemCode.of(random.nextInt(1_000), random.nextInt(10_000_000)),
                    Money.cents(random.nextInt(1_000_000)),
                    new CategoryCode("c" + random.nextInt(100_000)),
                    Mass.grams(random.nextInt(1, 999_999_999)),
                    random.nextInt(1, 10_000));
            assertEquals(new ItemLabel(label.code(), Optional.of(label)), parse(label.text()));
        });
    }

    private static String garbage(Random random) {
        String[] seeds = {
            CHAIR.digits(), CHAIR_LABEL.text(), "]E0", "C-", "O-AWA-", "R-101-1-", "V-", "02", "21", "978", "LM1;"
        };
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
            text.append(seeds[random.nextInt(seeds.length)]);
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append((char) (random.nextInt(5) > 0 ? '0' + random.nextInt(10) : random.nextInt(0x10000)));
            }
        }
        if (random.nextBoolean()) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x180));
        }
        return text.toString();
    }

    private static ScannedCode parse(String scan) {
        return ScannedCode.parse(scan, LAYOUTS);
    }
}
