-- Labels that count no more.
CREATE TABLE label_voided (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    item         text NOT NULL,
    category     text NOT NULL,
    pieces       integer NOT NULL,
    grams        bigint NOT NULL,
    reason       text NOT NULL,
    account_from text NOT NULL,
    account_to   text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX label_voided_item ON label_voided (item);

ALTER TABLE item ADD COLUMN voided integer NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN voided_on date;
COMMENT ON COLUMN item.voided_on IS 'business day of the first void of its label';
