package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeysTest {

    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey OTHER = SigningKey.generate();

    @Test
    void aKeyReadsBackFromItsFileAndSignsAsBefore() {
        SigningKey again = SigningKey.parse(KEY.secretText());
        assertTrue(KEY.verifyingKey().verifies("texte é €", again.sign("texte é €")));
        assertEquals(KEY.verifyingKey().fingerprint(), again.verifyingKey().fingerprint());
        assertEquals(KEY.secretText(), again.secretText());
    }

    @Test
    void aKeyIdIsTheBeginningOfTheFingerprint() {
        VerifyingKey key = VerifyingKey.parse(KEY.verifyingKey().text());
        assertEquals(Chain.sha256(Base64.getDecoder().decode(key.text())), key.fingerprint());
        assertEquals(key.fingerprint().substring(0, 16), key.keyId());
    }

    @Test
    void aFileThatIsNoKeyPairIsRefused() {
        String mixed =
                KEY.secretText().split("\n")[0] + "\n" + OTHER.verifyingKey().text() + "\n";
        for (String bad :
                List.of("", "x", "x y", "QQ== QQ==", KEY.verifyingKey().text(), mixed)) {
            assertThrows(IllegalArgumentException.class, () -> SigningKey.parse(bad), bad);
        }
    }

    @Test
    void onlyAPublicKeyOnP256IsTaken() throws GeneralSecurityException {
        for (String bad : List.of("", "!", "QQ==", publicKey("EC", "secp384r1"), publicKey("RSA", ""))) {
            assertThrows(IllegalArgumentException.class, () -> VerifyingKey.parse(bad), bad);
        }
    }

    @Test
    void aSignatureHoldsForItsTextAndItsKeyOnly() {
        String signature = KEY.sign("cent euros");
        assertTrue(KEY.verifyingKey().verifies("cent euros", signature));
        assertFalse(KEY.verifyingKey().verifies("cent  euros", signature));
        assertFalse(OTHER.verifyingKey().verifies("cent euros", signature));
        for (String bad : List.of("", "QQ==", "pas une signature", signature + "\n", signature.substring(4))) {
            assertFalse(KEY.verifyingKey().verifies("cent euros", bad), bad);
        }
    }

    @Test
    void aWordForTheNextKeyHoldsForThatKeyAndGenerationOnly() {
        JournalId next = JournalId.parse("901/2");
        String word = Endorsement.sign(next, OTHER.verifyingKey(), KEY);
        assertTrue(Endorsement.holds(next, OTHER.verifyingKey(), KEY.verifyingKey(), word));
        assertFalse(Endorsement.holds(next, KEY.verifyingKey(), KEY.verifyingKey(), word));
        assertFalse(Endorsement.holds(next, OTHER.verifyingKey(), OTHER.verifyingKey(), word));
        for (String other : List.of("901/3", "902/2", "901/2~1a2b3c4d")) {
            assertFalse(
                    Endorsement.holds(JournalId.parse(other), OTHER.verifyingKey(), KEY.verifyingKey(), word), other);
        }
    }

    private static String publicKey(String algorithm, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve.isEmpty()) {
            generator.initialize(2_048);
        } else {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }
}
