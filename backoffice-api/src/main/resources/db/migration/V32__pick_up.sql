-- Goods that were paid and are collected later, and those that were collected.
CREATE TABLE pick_up (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    terminal     text NOT NULL,
    ticket       bigint NOT NULL,
    code         text NOT NULL,
    label        text NOT NULL,
    place        text NOT NULL,
    state        text NOT NULL,
    until        date,
    PRIMARY KEY (journal, seq, line)
);

CREATE TABLE collected (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    sale_journal text NOT NULL,
    sale_seq     bigint NOT NULL,
    line         integer NOT NULL,
    business_day date NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX collected_of ON collected (sale_journal, sale_seq, line);
