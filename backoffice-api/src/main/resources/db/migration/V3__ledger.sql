-- The ledger of mass. `line` numbers the movements of a fact; what an item's fold adds stands from 100000 on and names
-- the item whose fold it is.
CREATE TABLE movement (
    journal       text NOT NULL,
    seq           bigint NOT NULL,
    line          integer NOT NULL,
    site          text NOT NULL,
    business_day  date NOT NULL,
    occurred_at   timestamptz NOT NULL,
    account_from  text NOT NULL,
    account_to    text NOT NULL,
    category_from text NOT NULL,
    category_to   text NOT NULL,
    grams         bigint NOT NULL,
    pieces        integer NOT NULL,
    item          text,
    provenance    text NOT NULL,
    folded_from   text,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX movement_folded ON movement (folded_from) WHERE folded_from IS NOT NULL;
CREATE INDEX movement_of_day ON movement (business_day, account_from, account_to);
CREATE INDEX movement_item ON movement (item) WHERE item IS NOT NULL;

-- Reports read days, not lines.
CREATE TABLE daily_mass (
    site          text NOT NULL,
    business_day  date NOT NULL,
    account_from  text NOT NULL,
    account_to    text NOT NULL,
    category_from text NOT NULL,
    category_to   text NOT NULL,
    provenance    text NOT NULL,
    grams         bigint NOT NULL,
    pieces        bigint NOT NULL,
    movements     bigint NOT NULL,
    PRIMARY KEY (business_day, site, account_from, account_to, category_from, category_to, provenance)
);

CREATE TABLE daily_tender (
    site         text NOT NULL,
    business_day date NOT NULL,
    tender       text NOT NULL,
    cents        bigint NOT NULL,
    sales        bigint NOT NULL,
    PRIMARY KEY (business_day, site, tender)
);

CREATE TABLE daily_sale (
    site         text NOT NULL,
    business_day date NOT NULL,
    category     text NOT NULL,
    cents        bigint NOT NULL,
    pieces       bigint NOT NULL,
    lines        bigint NOT NULL,
    PRIMARY KEY (business_day, site, category)
);

CREATE TABLE daily_ticket (
    site         text NOT NULL,
    business_day date NOT NULL,
    tickets      bigint NOT NULL,
    cents        bigint NOT NULL,
    PRIMARY KEY (business_day, site)
);

-- Balance of each place and transit by category.
CREATE TABLE balance (
    account   text NOT NULL,
    category  text NOT NULL,
    grams     bigint NOT NULL,
    pieces    bigint NOT NULL,
    movements bigint NOT NULL,
    PRIMARY KEY (account, category)
);

-- An item or lot as all its facts together tell; its row is also the lock under which it is folded. An item that was
-- sold and never labelled has a row without a site.
CREATE TABLE item (
    code        text PRIMARY KEY,
    labelled    boolean NOT NULL DEFAULT false,
    category    text,
    title       text,
    site        text,
    place       text,
    pieces      integer NOT NULL DEFAULT 0,
    sold        integer NOT NULL DEFAULT 0,
    relabelled  integer NOT NULL DEFAULT 0,
    grams       bigint NOT NULL DEFAULT 0,
    piece_grams bigint NOT NULL DEFAULT 0,
    piece_cents bigint NOT NULL DEFAULT 0,
    lot_cents   bigint NOT NULL DEFAULT 0,
    revision    bigint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN item.revision IS 'of the reference data: it tells the order of arrival, not what happened';
CREATE INDEX item_revision ON item (revision) WHERE labelled;
CREATE INDEX item_on_shelf ON item (place, category) WHERE labelled AND pieces > sold + relabelled;
