-- What open tickets keep to themselves: cents of a voucher, or pieces of a sold line. Not derived from facts: it is used
-- up by the sale that follows, given up by the till, or over.
CREATE TABLE hold (
    subject  text NOT NULL,
    terminal text NOT NULL,
    ticket   text NOT NULL,
    station  text NOT NULL,
    at       timestamptz NOT NULL,
    amount   bigint NOT NULL,
    until    timestamptz NOT NULL,
    PRIMARY KEY (subject, terminal, ticket)
);
COMMENT ON COLUMN hold.at IS 'by the clock of the terminal';
COMMENT ON COLUMN hold.until IS 'by the clock of the office';
CREATE INDEX hold_terminal ON hold (terminal, until);
