-- Codes of terminal 000, printed on sheets before there is a thing to stick them on. Not derived: no journal knows of
-- a code that nobody used yet. The counter's row is the lock under which codes are given.
CREATE TABLE preprinted (
    first_serial integer PRIMARY KEY,
    last_serial  integer NOT NULL CHECK (last_serial >= first_serial),
    layout       text NOT NULL,
    operator     text NOT NULL,
    at           timestamptz NOT NULL,
    token        text NOT NULL UNIQUE
);

CREATE TABLE preprinted_counter (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    next  integer NOT NULL,
    epoch text NOT NULL
);
COMMENT ON COLUMN preprinted_counter.epoch IS 'of the reference data when codes were last given; another one tells of a restore';
INSERT INTO preprinted_counter (next, epoch) VALUES (1, '');
