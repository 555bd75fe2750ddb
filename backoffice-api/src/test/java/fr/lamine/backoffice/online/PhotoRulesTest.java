package fr.lamine.backoffice.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhotoRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a464946, image/jpeg",
        "89504e470d0a1a0a0000, image/png",
        "524946460000000057454250, image/webp",
        "5249464600000000574156, ''",
        "474946383961, ''",
        "3c73766720786d6c6e733d, ''",
        "ffd8, ''",
        "'', ''"
    })
    void aPhotographIsKnownByItsFirstBytes(String hex, String type) {
        assertEquals(
                Optional.of(type).filter(t -> !t.isEmpty()),
                PhotoRules.type(HexFormat.of().parseHex(hex)));
    }

    @Test
    void whereAndWhenItWasTakenIsCutOutOfAJpegAndNothingElse() {
        String exif = "ffe10012" + "457869660000" + "4d617269652034382e38";
        String jfif = "ffe000104a46494600010100000100010000";
        String icc = "ffe20004abcd";
        String rest = "ffdb0004aaaaffda0004bbbb" + "00ffe10012cafe" + "ffd9";
        byte[] clean =
                PhotoRules.withoutTraces(HexFormat.of().parseHex("ffd8" + jfif + exif + icc + "fffe00046869" + rest));
        assertEquals("ffd8" + jfif + icc + rest, HexFormat.of().formatHex(clean));
        assertFalse(new String(clean, StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    @Test
    void whatIsNotUnderstoodBreaksNothing() {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a");
        assertArrayEquals(png, PhotoRules.withoutTraces(png));
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[3 + random.nextInt(60)];
            random.nextBytes(bytes);
            bytes[0] = (byte) 0xff;
            bytes[1] = (byte) 0xd8;
            bytes[2] = (byte) 0xff;
            byte[] clean = PhotoRules.withoutTraces(bytes);
            assertTrue(
                    clean.length >= 2 && clean.length <= bytes.length,
                    "photo " + HexFormat.of().formatHex(bytes));
        }
    }
}
