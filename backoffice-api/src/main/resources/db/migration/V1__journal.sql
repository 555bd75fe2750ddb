-- Terminals that may write, and what they are allowed to sign with. None of this is derived from facts.
CREATE TABLE terminal (
    terminal    text PRIMARY KEY,
    site        text NOT NULL,
    station     text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('REAL', 'TRAINING', 'DEMO')),
    public_key  text NOT NULL,
    enrolled_at timestamptz NOT NULL,
    last_seen   timestamptz
);

CREATE TABLE enrolment_code (
    code_hash   text PRIMARY KEY,
    terminal    text NOT NULL UNIQUE,
    site        text NOT NULL,
    station     text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('REAL', 'TRAINING', 'DEMO')),
    operator    text NOT NULL,
    expires_at  timestamptz NOT NULL
);

-- The key in force at an entry is the one with the highest from_seq up to it.
CREATE TABLE journal_key (
    journal     text NOT NULL,
    from_seq    bigint NOT NULL,
    terminal    text NOT NULL REFERENCES terminal,
    generation  integer NOT NULL,
    key_id      text NOT NULL,
    public_key  text NOT NULL,
    PRIMARY KEY (journal, from_seq)
);
CREATE INDEX journal_key_of_generation ON journal_key (terminal, generation);

CREATE TABLE terminal_challenge (
    challenge   text PRIMARY KEY,
    terminal    text NOT NULL REFERENCES terminal,
    expires_at  timestamptz NOT NULL
);

CREATE TABLE terminal_session (
    token_hash  text PRIMARY KEY,
    terminal    text NOT NULL REFERENCES terminal,
    expires_at  timestamptz NOT NULL
);

-- One row a journal: `901/1`, or `901/1~1a2b3c4d` for a branch that forked away after number first_seq - 1.
CREATE TABLE journal_head (
    journal     text PRIMARY KEY,
    terminal    text NOT NULL REFERENCES terminal,
    generation  integer NOT NULL,
    branch      text NOT NULL,
    first_seq   bigint NOT NULL,
    seq         bigint NOT NULL,
    hash        text NOT NULL,
    UNIQUE (terminal, generation, branch)
);

-- The stored bytes are what is signed and verified. Never changed, never removed.
CREATE TABLE journal_entry (
    journal     text NOT NULL REFERENCES journal_head,
    seq         bigint NOT NULL,
    format      text NOT NULL,
    terminal    text NOT NULL,
    generation  integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    type        text NOT NULL,
    key_id      text NOT NULL,
    prev_hash   text NOT NULL,
    body        bytea NOT NULL,
    body_hash   text NOT NULL,
    hash        text NOT NULL,
    signature   text NOT NULL,
    arrived_at  timestamptz NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX journal_entry_of_generation ON journal_entry (terminal, generation, seq);

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a journal is only ever added to';
END $$;
CREATE TRIGGER journal_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

-- The office's word under a head that it gave to a terminal.
CREATE TABLE office_receipt (
    journal     text NOT NULL REFERENCES journal_head,
    seq         bigint NOT NULL,
    hash        text NOT NULL,
    at          timestamptz NOT NULL,
    key_id      text NOT NULL,
    signature   text NOT NULL,
    PRIMARY KEY (journal, seq)
);

-- Storing and applying are two results: an entry without a row here is applied.
CREATE TABLE unapplied (
    journal     text NOT NULL,
    seq         bigint NOT NULL,
    cause       text NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (journal, seq),
    FOREIGN KEY (journal, seq) REFERENCES journal_entry
);
