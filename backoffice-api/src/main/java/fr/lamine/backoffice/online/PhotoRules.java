package fr.lamine.backoffice.online;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What a photograph is, by its own first bytes and never by its name; what it must not tell is cut out of it.
final class PhotoRules {

    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final HexFormat HEX = HexFormat.of();

    private PhotoRules() {}

    /// The media type; empty for anything that is no photograph.
    static Optional<String> type(byte[] bytes) {
        if (startsWith(bytes, 0, "ffd8ff")) {
            return Optional.of("image/jpeg");
        }
        if (startsWith(bytes, 0, "89504e470d0a1a0a")) {
            return Optional.of("image/png");
        }
        return startsWith(bytes, 0, "52494646") && startsWith(bytes, 8, "57454250")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int at, String hex) {
        byte[] wanted = HEX.parseHex(hex);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /// A tablet writes into a JPEG when and where it was taken: application segments and comments go, colours and
    /// pixels stay. What is not understood is left as it is.
    static byte[] withoutTraces(byte[] bytes) {
        if (!startsWith(bytes, 0, "ffd8ff")) {
            return bytes;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xda) {
                break;
            }
            int length = ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff) + 2;
            if (length < 4 || at + length > bytes.length) {
                break;
            }
            if (!isTrace(marker)) {
                kept.write(bytes, at, length);
            }
            at += length;
        }
        kept.write(bytes, at, bytes.length - at);
        return kept.toByteArray();
    }

    /// APP1 holds Exif and XMP, APP13 captions; APP0, APP2 and APP14 tell how colours are meant.
    private static boolean isTrace(int marker) {
        boolean application = marker >= 0xe0 && marker <= 0xef;
        return marker == 0xfe || application && marker != 0xe0 && marker != 0xe2 && marker != 0xee;
    }
}
