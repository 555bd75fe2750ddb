-- What is known of people, beside the facts and never in them. An erased person leaves its number, so that a terminal
-- that repeats itself does not bring it back. Not derived from facts: a rebuild leaves it alone.
CREATE TABLE person (
    uuid        uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('CHEQUE_DRAWER', 'RECEIPT_ADDRESS')),
    words       text CHECK (length(words) BETWEEN 1 AND 254),
    journal     text NOT NULL,
    seq         bigint NOT NULL CHECK (seq > 0),
    hash        text NOT NULL,
    terminal    text NOT NULL REFERENCES terminal,
    received_at timestamptz NOT NULL,
    erased_at   timestamptz,
    erased_by   text,
    CHECK ((words IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX person_by_time ON person (received_at) WHERE words IS NOT NULL;
CREATE INDEX person_of_fact ON person (journal, seq) WHERE words IS NOT NULL;
