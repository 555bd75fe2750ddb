-- Receipts on their way by e-mail, one for each address that a till gave. No address stands here: the person has it.
CREATE TABLE receipt_mail (
    uuid      uuid PRIMARY KEY REFERENCES person,
    state     text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts  integer NOT NULL CHECK (attempts >= 0),
    next_at   timestamptz NOT NULL,
    trouble   text CHECK (trouble IN ('NO_SALE', 'NO_ANSWER', 'NO_SUCH_ADDRESS'))
);
CREATE INDEX receipt_mail_due ON receipt_mail (next_at) WHERE state = 'WAITING';
