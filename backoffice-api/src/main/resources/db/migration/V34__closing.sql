-- Closings of tills with their place in the calendar; their figures are read from the signed body.
CREATE TABLE closing (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    terminal     text NOT NULL,
    site         text NOT NULL,
    kind         text NOT NULL,
    number       integer NOT NULL,
    first_day    date NOT NULL,
    last_day     date NOT NULL,
    first_ticket bigint,
    last_ticket  bigint,
    taken_cents  bigint NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX closing_number ON closing (terminal, kind, number);
CREATE INDEX closing_of_days ON closing (kind, first_day, site);
CREATE INDEX closing_of_ticket ON closing (terminal, last_ticket);

CREATE TABLE till_opening (
    journal        text NOT NULL,
    seq            bigint NOT NULL,
    terminal       text NOT NULL,
    site           text NOT NULL,
    business_day   date NOT NULL,
    session        text,
    counted_cents  bigint NOT NULL,
    expected_cents bigint,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX till_opening_session ON till_opening (terminal, session);

CREATE TABLE cash_move (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    terminal     text NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    session      text,
    move         text NOT NULL,
    cash_cents   bigint NOT NULL,
    cheque_cents bigint NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX cash_move_session ON cash_move (terminal, session);

-- Turnover of each ticket by regime and rate, and what is no turnover.
CREATE TABLE sale_vat (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    regime       text NOT NULL,
    basis_points integer NOT NULL,
    service      boolean NOT NULL,
    net_cents    bigint NOT NULL,
    tax_cents    bigint NOT NULL,
    PRIMARY KEY (journal, seq, regime, basis_points, service)
);

CREATE TABLE sale_extra (
    journal text NOT NULL,
    seq     bigint NOT NULL,
    kind    text NOT NULL,
    cents   bigint NOT NULL,
    PRIMARY KEY (journal, seq, kind)
);
