package fr.lamine.backoffice.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderCsvTest {

    private static final String HEADER = "canal;commande;date;acheteur;code;prix;port\n";
    private static final String LAMP = ItemCode.of(101, 1).digits();
    private static final String CHAIR = ItemCode.of(101, 2).digits();

    @Test
    void theLinesOfAnOrderAreReadAsOneOrder() {
        OrderCsv.Read read = OrderCsv.read(HEADER
                + "LABEL-EMMAUS;A1;23/11/2026;ACH-9;" + LAMP + ";12,00;4,50\n"
                + "LABEL-EMMAUS;A1;23/11/2026;ACH-9;" + CHAIR + ";24;4,50\n"
                + "LABEL-EMMAUS;A2;2026-11-24;;" + ItemCode.of(101, 3).spaced() + ";5,00;\n");
        assertEquals(List.of(), read.troubles());
        assertEquals(2, read.orders().size());
        OnlineDesk.Ordered first = read.orders().getFirst();
        assertEquals("LABEL-EMMAUS/A1", first.number().toString());
        assertEquals(LocalDate.of(2026, 11, 23), first.on());
        assertEquals(Optional.of("ACH-9"), first.buyer());
        assertEquals(Money.cents(450), first.shipping());
        assertEquals(
                List.of(1_200L, 2_400L),
                first.lines().stream().map(line -> line.price().cents()).toList());
        assertEquals(Optional.empty(), read.orders().get(1).buyer());
        assertEquals(Money.ZERO, read.orders().get(1).shipping());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label;A1;23/11/2026;;LAMP;12,00;0        | Canal ou numéro de commande non compris.",
                "LABEL-EMMAUS;A 1;23/11/2026;;LAMP;12,00; | Canal ou numéro de commande non compris.",
                "LABEL-EMMAUS;A1;hier;;LAMP;12,00;        | Date non comprise\u202f: écrivez 23/11/2026 ou 2026-11-23.",
                "LABEL-EMMAUS;A1;31/02/2026;;LAMP;12,00;  | Date non comprise\u202f: écrivez 23/11/2026 ou 2026-11-23.",
                "LABEL-EMMAUS;A1;23/11/2026;a@b.fr;LAMP;1;| L’acheteur est une référence sans nom ni adresse, de 40 signes au plus.",
                "LABEL-EMMAUS;A1;23/11/2026;;123;12,00;   | «\u202f123\u202f» n’est pas le code d’une étiquette.",
                "LABEL-EMMAUS;A1;23/11/2026;;LAMP;douze;  | Prix ou port non compris\u202f: écrivez 24,00.",
                "LABEL-EMMAUS;A1;23/11/2026;;LAMP;12,00   | 6 colonnes au lieu de 7."
            })
    void whatIsWrongIsSaidUnderItsLineAndItsOrderIsNotTaken(String row, String sentence) {
        OrderCsv.Read read = OrderCsv.read(HEADER + row.replace("LAMP", LAMP) + "\n");
        assertEquals(List.of(new OrderCsv.Trouble(2, sentence)), read.troubles());
        assertEquals(List.of(), read.orders());
    }

    @Test
    void aBadLineSpoilsItsOwnOrderAndNoOther() {
        OrderCsv.Read read = OrderCsv.read(HEADER
                + "LABEL-EMMAUS;A1;23/11/2026;;" + LAMP + ";12,00;\n"
                + "LABEL-EMMAUS;A1;23/11/2026;;" + LAMP + ";12,00;\n"
                + "LABEL-EMMAUS;A2;23/11/2026;;" + CHAIR + ";12,00;\n"
                + "LABEL-EMMAUS;A3;23/11/2026;;" + CHAIR + ";12,00;1\n"
                + "LABEL-EMMAUS;A3;23/11/2026;;" + LAMP + ";12,00;2\n");
        assertEquals(
                List.of(3, 6),
                read.troubles().stream().map(OrderCsv.Trouble::line).toList());
        assertEquals(
                List.of("LABEL-EMMAUS/A2"),
                read.orders().stream().map(o -> o.number().toString()).toList());
    }

    @Test
    void aTextWithoutItsFirstLineIsNotRead() {
        assertEquals(1, OrderCsv.read("").troubles().size());
        assertEquals(1, OrderCsv.read("commande;prix\n1;2\n").troubles().size());
        assertEquals(0, OrderCsv.read(HEADER).orders().size());
    }
}
