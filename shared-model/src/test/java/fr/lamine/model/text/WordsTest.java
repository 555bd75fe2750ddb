package fr.lamine.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @Test
    void accentsCaseAndSignsAreAside() {
        assertEquals(List.of("etagere", "oeuvres", "60", "cm"), Words.of("Étagère d’œuvres, 60\u202fcm"));
        assertEquals(List.of("x"), Words.of(" X "));
        assertEquals(List.of(), Words.of("« … »"));
    }

    @ParameterizedTest
    @CsvSource({
        "theiere, theiere, true",
        "teiere, theiere, true",
        "theirre, theiere, true",
        "htéiere, theiere, false",
        "hteiere, theiere, true",
        "theier, theiere, true",
        "armoir, armoires, true",
        "bibliotequ, bibliotheque, true",
        "biblioteqe, bibliotheque, true",
        "bol, bal, false",
        "bol, bol, true",
        "pot, poterie, false",
        "vase, case, true",
        "lampe, rampe, true",
        "lampe, tapis, false",
        "chaise, chemise, false"
    })
    void aSlipIsForgivenAndTwoInALongWord(String typed, String known, boolean near) {
        assertEquals(near, Words.isNear(typed, known));
    }

    @Test
    void whatBeginsSoIsMeantToo() {
        List<String> known = List.of("assiette", "assiettes", "tasse", "lampe");
        assertEquals(List.of("assiette", "assiettes"), Words.meant("assi", known, 10));
        assertEquals(List.of("assiette", "assiettes"), Words.meant("asiette", known, 10));
        assertEquals(List.of("assiette"), Words.meant("assi", known, 1));
        assertEquals(List.of(), Words.meant("tapis", known, 10));
    }
}
