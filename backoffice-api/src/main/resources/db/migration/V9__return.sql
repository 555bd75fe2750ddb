-- Goods that customers brought back; cents and grams are above zero, the sign is in the name of the table.
CREATE TABLE return_line (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    label        text NOT NULL,
    item         text,
    category     text NOT NULL,
    pieces       integer NOT NULL,
    total_cents  bigint NOT NULL,
    grams        bigint NOT NULL,
    provenance   text NOT NULL,
    of_journal   text,
    of_seq       bigint,
    of_line      integer,
    verified     boolean NOT NULL,
    reason       text NOT NULL,
    place        text NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
COMMENT ON COLUMN return_line.of_line IS 'numbered as in sale_line, from 1';
CREATE INDEX return_line_item ON return_line (item) WHERE item IS NOT NULL;
CREATE INDEX return_line_of ON return_line (of_journal, of_seq, of_line) WHERE of_journal IS NOT NULL;

-- Vouchers and deposits given out (above zero) and taken in (below zero).
CREATE TABLE voucher_move (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    site         text NOT NULL,
    occurred_at  timestamptz NOT NULL,
    code         text NOT NULL,
    cents        bigint NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX voucher_move_of ON voucher_move (code);
