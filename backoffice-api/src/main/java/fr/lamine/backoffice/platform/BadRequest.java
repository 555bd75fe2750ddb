package fr.lamine.backoffice.platform;

import io.helidon.http.Status;

/// Input that is not understood or not allowed: stopped at the edge, answered as a problem document (RFC 9457) or as a
/// plain page. Not a fault of ours, so it is not logged as one.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    /// @param sentence plain French: what is wrong and what to do
    public BadRequest(Status status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public static BadRequest malformed(String sentence) {
        return new BadRequest(Status.BAD_REQUEST_400, sentence);
    }

    public static BadRequest notFound(String sentence) {
        return new BadRequest(Status.NOT_FOUND_404, sentence);
    }

    public static BadRequest forbidden(String sentence) {
        return new BadRequest(Status.FORBIDDEN_403, sentence);
    }

    public Status status() {
        return status;
    }
}
