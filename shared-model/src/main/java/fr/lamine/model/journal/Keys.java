package fr.lamine.model.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Keys of a journal: ECDSA on P-256 with SHA-256 (FIPS 186-5), signatures in ASN.1 DER, so that plain OpenSSL checks
/// them. Both kinds are immutable and safe for use by several threads.
public final class Keys {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int P256_BITS = 256;

    private Keys() {}

    /// A key pair that signs.
    public static final class SigningKey {
        private final PrivateKey secret;
        private final VerifyingKey verifying;

        private SigningKey(PrivateKey secret, VerifyingKey verifying) {
            this.secret = secret;
            this.verifying = verifying;
        }

        public static SigningKey generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var pair = generator.generateKeyPair();
                return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK has no P-256", e);
            }
        }

        /// Reads what [#secretText] wrote.
        ///
        /// @throws IllegalArgumentException when the text is no key pair
        public static SigningKey parse(String secretText) {
            String[] part = secretText.strip().split("\\s+");
            if (part.length != 2) {
                throw new IllegalArgumentException("not a key file");
            }
            try {
                PrivateKey secret = KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(part[0])));
                SigningKey pair = new SigningKey(secret, VerifyingKey.parse(part[1]));
                if (!pair.verifying.verifies(part[1], pair.sign(part[1]))) {
                    throw new IllegalArgumentException("the halves of a key file do not belong together");
                }
                return pair;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not a key file", e);
            }
        }

        /// PKCS#8 and public key, base64, one line each: for a file that the service alone may read.
        public String secretText() {
            return Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + verifying.text() + "\n";
        }

        public VerifyingKey verifyingKey() {
            return verifying;
        }

        public String sign(String text) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(secret);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a P-256 key must sign", e);
            }
        }
    }

    /// The public half.
    public static final class VerifyingKey {
        private final PublicKey key;
        private final String text;
        private final String fingerprint;

        private VerifyingKey(PublicKey key) {
            this.key = key;
            this.text = Base64.getEncoder().encodeToString(key.getEncoded());
            this.fingerprint = Chain.sha256(key.getEncoded());
        }

        /// @param text X.509 SubjectPublicKeyInfo in base64
        /// @throws IllegalArgumentException when the text is no P-256 public key
        public static VerifyingKey parse(String text) {
            try {
                PublicKey key = KeyFactory.getInstance("EC")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
                if (!(key instanceof ECPublicKey ec)
                        || ec.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
                    throw new IllegalArgumentException("not a P-256 key");
                }
                return new VerifyingKey(key);
            } catch (InvalidKeySpecException e) {
                throw new IllegalArgumentException("not a public key", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK has no P-256", e);
            }
        }

        public String text() {
            return text;
        }

        /// SHA-256 of the encoded public key, 64 hex digits: what is printed on the enrolment sheet and on every Z.
        public String fingerprint() {
            return fingerprint;
        }

        public String keyId() {
            return fingerprint.substring(0, 16);
        }

        /// The signature must be written in the one canonical way: base64 has idle bits that a reader would not see.
        public boolean verifies(String signedText, String signature) {
            try {
                byte[] der = Base64.getDecoder().decode(signature);
                Signature check = Signature.getInstance(ALGORITHM);
                check.initVerify(key);
                check.update(signedText.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(der).equals(signature) && check.verify(der);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    }
}
