-- Goods that left a shop without a cent, each for its reason.
CREATE TABLE given_away (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    item         text,
    category     text NOT NULL,
    pieces       integer NOT NULL,
    grams        bigint NOT NULL,
    provenance   text NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX given_away_item ON given_away (item) WHERE item IS NOT NULL;
CREATE INDEX given_away_day ON given_away (business_day, site);

ALTER TABLE item ADD COLUMN given integer NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN gone integer GENERATED ALWAYS AS (sold + relabelled + given) STORED;
DROP INDEX item_on_shelf;
CREATE INDEX item_on_shelf ON item (place, category) WHERE labelled AND pieces > gone;
