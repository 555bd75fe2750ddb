-- What does not match and waits for a manager. `scope` is what is judged as a whole when it is judged again; a row
-- whose cause has gone is closed and kept.
CREATE TABLE discrepancy (
    kind      text NOT NULL,
    subject   text NOT NULL,
    scope     text NOT NULL,
    site      text,
    fact      text,
    text      text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by text,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX discrepancy_scope ON discrepancy (scope) WHERE closed_at IS NULL;
CREATE INDEX discrepancy_opened ON discrepancy (opened_at);
