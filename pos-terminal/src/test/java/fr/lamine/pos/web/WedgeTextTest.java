package fr.lamine.pos.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WedgeTextTest {

    /// Left what arrives, right what the scanner read.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "éà'&à&àààà'&é|2041010000412",
                "&é\"'(-è_çà|1234567890",
                "$Eàà'çà&àààààà&(|]E00490100000015",
                "C)BQC)GRIS|C-BAC-GRIS",
                "O)QZQ)&é\"'(-è_|O-AWA-12345678",
                "L?&mà'çà&àààààà&(m\"ààmjouetm-ààm&|LM1;0490100000015;300;jouet;600;1",
                "httpsM!!lq,ine:exq,ple!x§q=&|https://lamine.example/x?a=1",
                "2041010000412|2041010000412",
                "C-BAC-GRIS|C-BAC-GRIS",
                "LM1;0490100000015;300;jouet;600;1|LM1;0490100000015;300;jouet;600;1",
                "l'été 2026|l'été 2026",
                "AZERTY|AZERTY",
                "------|------"
            })
    void whatAnAmericanScannerTypesOnAFrenchKeyboardIsTheCodeItRead(String typed, String read) {
        assertEquals(read, WedgeText.normalised(typed));
    }
}
