package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.station.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyedCodeTest {

    private static final TerminalId OWN = TerminalId.of(901);
    private static final ItemCode OURS = ItemCode.of(901, 1);
    private static final ItemCode OTHER = ItemCode.of(102, 77);
    private static final ItemCode OTHER_WITH_THE_SAME_END = ItemCode.of(201, 77);
    private static final Set<ItemCode> KNOWN = Set.of(OURS, OTHER);

    private static String end(ItemCode code) {
        return code.digits().substring(5);
    }

    @Test
    void thirteenDigitsOrTheLastEightOfAKnownLabelAreRead() {
        record Row(String digits, ItemCode read) {}
        Row[] rows = {
            new Row(OURS.digits(), OURS),
            new Row(OTHER.digits(), OTHER),
            new Row(end(OURS), OURS),
            new Row(end(OTHER), OTHER),
            new Row(end(ItemCode.of(901, 5)), ItemCode.of(901, 5)),
            new Row(ItemCode.of(333, 5).digits(), ItemCode.of(333, 5))
        };
        for (Row row : rows) {
            assertEquals(new KeyedCode.Read(row.read()), KeyedCode.judge(row.digits(), OWN, KNOWN::contains), "" + row);
        }
    }

    @Test
    void whatCannotBeALabelIsRefusedInPlainWords() {
        record Row(String digits, Refusal no) {}
        String wrongDigit = OURS.digits().substring(0, 12) + (OURS.digits().charAt(12) == '9' ? '0' : '9');
        Row[] rows = {
            new Row("123", Refusal.CODE_LENGTH),
            new Row("123456789", Refusal.CODE_LENGTH),
            new Row("12,50", Refusal.CODE_LENGTH),
            new Row(wrongDigit, Refusal.CODE_DIGIT),
            new Row("9782070368228", Refusal.UNKNOWN_CODE),
            new Row(wrongDigit.substring(5), Refusal.CODE_END)
        };
        for (Row row : rows) {
            KeyedCode.No no =
                    assertInstanceOf(KeyedCode.No.class, KeyedCode.judge(row.digits(), OWN, KNOWN::contains), "" + row);
            assertEquals(row.no(), no.why().refusal(), "" + row);
        }
    }

    @Test
    void anEndThatTwoLabelsShareIsNotGuessed() {
        assertEquals(end(OTHER), end(OTHER_WITH_THE_SAME_END), "the same serial and check digit");
        Set<ItemCode> both = Set.of(OTHER, OTHER_WITH_THE_SAME_END);
        KeyedCode.No no = assertInstanceOf(KeyedCode.No.class, KeyedCode.judge(end(OTHER), OWN, both::contains));
        assertEquals(Refusal.CODE_AMBIGUOUS, no.why().refusal());
    }
}
