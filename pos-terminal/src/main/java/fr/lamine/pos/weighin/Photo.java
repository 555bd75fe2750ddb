package fr.lamine.pos.weighin;

import java.util.Optional;

/// A photograph as the page of the counter sends it: drawn anew by the browser, so nothing but its pixels is left.
///
/// @param jpeg at most [#MAX_BYTES]
record Photo(byte[] jpeg) {

    static final String TYPE = "image/jpeg";
    static final int MAX_BYTES = 400 * 1024;

    /// Empty for anything that is no JPEG, by its own first bytes.
    static Optional<Photo> of(byte[] bytes) {
        boolean isJpeg = bytes.length > 4
                && bytes.length <= MAX_BYTES
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xff) == 0xd8
                && (bytes[2] & 0xff) == 0xff;
        return isJpeg ? Optional.of(new Photo(bytes)) : Optional.empty();
    }
}
