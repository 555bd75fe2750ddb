-- What managers looked into and settled: facts of the office's journal. A settlement may be here before the discrepancy
-- that it names is found (again).
CREATE TABLE settlement (
    journal    text NOT NULL,
    seq        bigint NOT NULL,
    of_kind    text NOT NULL,
    of_subject text NOT NULL,
    shown      text,
    operator   text NOT NULL,
    at         timestamptz NOT NULL,
    reason     text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX settlement_of ON settlement (of_kind, of_subject);
