package fr.lamine.pos.web;

import io.helidon.http.Status;

/// Input that no page of ours sends: answered by a problem document (RFC 9457), never by a screen.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    private BadRequest(Status status, String detail) {
        super(detail);
        this.status = status;
    }

    public static BadRequest malformed(String detail) {
        return new BadRequest(Status.BAD_REQUEST_400, detail);
    }

    static BadRequest foreign(String detail) {
        return new BadRequest(Status.FORBIDDEN_403, detail);
    }

    static BadRequest tooLarge(int most) {
        return new BadRequest(Status.REQUEST_ENTITY_TOO_LARGE_413, "at most " + most + " bytes");
    }

    static BadRequest notOf(String type) {
        return new BadRequest(Status.UNSUPPORTED_MEDIA_TYPE_415, type + " is wanted");
    }

    public static BadRequest notFound(String path) {
        return new BadRequest(Status.NOT_FOUND_404, "nothing at " + path);
    }

    Status status() {
        return status;
    }
}
