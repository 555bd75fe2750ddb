-- What lies loose on a shelf is summed for each count that is held against the books.
CREATE INDEX movement_to_shelf ON movement (account_to, category_to, occurred_at);
CREATE INDEX movement_from_shelf ON movement (account_from, category_from, occurred_at);
