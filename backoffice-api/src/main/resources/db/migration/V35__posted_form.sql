-- Forms that were taken, each by its one-time token: a second post is answered with what came of the first.
CREATE TABLE posted_form (
    token    text PRIMARY KEY,
    revision bigint NOT NULL,
    at       timestamptz NOT NULL
);
