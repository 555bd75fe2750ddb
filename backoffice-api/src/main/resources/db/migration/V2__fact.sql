-- From here on everything is derived from the journals and can be dropped and built again.
CREATE TABLE fact (
    journal            text NOT NULL,
    seq                bigint NOT NULL,
    type               text NOT NULL,
    terminal           text NOT NULL,
    site               text NOT NULL,
    station            text NOT NULL,
    operator           text NOT NULL,
    occurred_at        timestamptz NOT NULL,
    business_day       date NOT NULL,
    reference_revision bigint NOT NULL,
    counted            boolean NOT NULL,
    PRIMARY KEY (journal, seq)
);
COMMENT ON COLUMN fact.counted IS 'false for training: such facts move nothing';
CREATE INDEX fact_of_day ON fact (site, business_day, occurred_at);

CREATE TABLE weigh_in (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    category     text NOT NULL,
    gross        bigint NOT NULL,
    tare         bigint NOT NULL,
    net          bigint NOT NULL,
    container    text,
    account_from text NOT NULL,
    account_to   text NOT NULL,
    commune      text,
    provenance   text NOT NULL,
    scale        text,
    raw_frame    text,
    emulated     boolean NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX weigh_in_of_day ON weigh_in (site, business_day, category);

CREATE TABLE weigh_in_reversal (
    journal         text NOT NULL,
    seq             bigint NOT NULL,
    weigh_in_journal text NOT NULL,
    weigh_in_seq    bigint NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX weigh_in_reversal_of ON weigh_in_reversal (weigh_in_journal, weigh_in_seq);

CREATE TABLE label (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    code         text NOT NULL,
    site         text NOT NULL,
    occurred_at  timestamptz NOT NULL,
    category     text NOT NULL,
    title        text NOT NULL,
    pieces       integer NOT NULL,
    grams        bigint NOT NULL,
    piece_grams  bigint NOT NULL,
    piece_cents  bigint NOT NULL,
    lot_cents    bigint NOT NULL,
    account_from text NOT NULL,
    account_to   text NOT NULL,
    replaces     text,
    provenance   text NOT NULL,
    scale        text,
    raw_frame    text,
    emulated     boolean NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX label_code ON label (code);
CREATE INDEX label_replaces ON label (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE sale (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    terminal     text NOT NULL,
    ticket       bigint NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    total_cents  bigint NOT NULL,
    change_cents bigint NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX sale_ticket ON sale (terminal, ticket);
CREATE INDEX sale_of_day ON sale (site, business_day);

CREATE TABLE sale_line (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    label        text NOT NULL,
    item         text,
    origin       text NOT NULL,
    category     text NOT NULL,
    pieces       integer NOT NULL,
    unit_cents   bigint NOT NULL,
    price        text NOT NULL,
    total_cents  bigint NOT NULL,
    grams        bigint NOT NULL,
    provenance   text NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX sale_line_item ON sale_line (item) WHERE item IS NOT NULL;
CREATE INDEX sale_line_of_day ON sale_line (site, business_day, category);

-- What remains with the shop: cash handed over less the change.
CREATE TABLE tender_line (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    tender       text NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    cents        bigint NOT NULL,
    PRIMARY KEY (journal, seq, tender)
);
CREATE INDEX tender_line_of_day ON tender_line (site, business_day, tender);
