package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {

    @Test
    void aFieldIsQuotedOnlyWhereItMustBe() {
        assertEquals(
                "\ufeffCatégorie;Entrées (kg)\r\n\"a;b\";\"dit \"\"rouge\"\"\"\r\n\"deux\nlignes\";-1,500\r\n",
                Csv.of(List.of(
                        List.of("Catégorie", "Entrées (kg)"),
                        List.of("a;b", "dit \"rouge\""),
                        List.of("deux\nlignes", "-1,500"))));
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysAName() {
        assertEquals("\ufeff'=1+1;'@a;'+3\r\n", Csv.of(List.of(List.of("=1+1", "@a", "+3"))));
    }
}
