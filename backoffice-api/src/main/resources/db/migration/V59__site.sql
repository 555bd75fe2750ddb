-- Goods between sites, and what is found on a shelf.
CREATE TABLE transfer_leg (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    transfer     text NOT NULL,
    way          text NOT NULL CHECK (way IN ('SENT', 'RECEIVED')),
    site         text NOT NULL,
    destination  text,
    place        text NOT NULL,
    operator     text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    PRIMARY KEY (journal, seq)
);
COMMENT ON COLUMN transfer_leg.place IS 'the shelf that the goods left, or came to';
CREATE INDEX transfer_leg_of ON transfer_leg (transfer);

CREATE TABLE transfer_settled (
    journal     text NOT NULL,
    seq         bigint NOT NULL,
    transfer    text NOT NULL,
    account_to  text NOT NULL,
    operator    text NOT NULL,
    occurred_at timestamptz NOT NULL,
    reason      text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX transfer_settled_of ON transfer_settled (transfer);

-- Labelled pieces that went from an account to another without being sold or given: sent, received, settled, posted.
-- Category and grams are those that the counter knew, if it knew the label. What a count found moved when it was counted,
-- not when it was posted.
CREATE TABLE carried (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    item         text NOT NULL,
    pieces       integer NOT NULL,
    category     text,
    grams        bigint,
    account_from text NOT NULL,
    account_to   text NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX carried_item ON carried (item);

CREATE INDEX movement_from_transit ON movement (account_from) WHERE account_from LIKE 'transit:%';
CREATE INDEX movement_to_transit ON movement (account_to) WHERE account_to LIKE 'transit:%';

CREATE TABLE counted (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    site         text NOT NULL,
    place        text NOT NULL,
    categories   text[] NOT NULL,
    operator     text NOT NULL,
    business_day date NOT NULL,
    begun_at     timestamptz NOT NULL,
    occurred_at  timestamptz NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX counted_site ON counted (site, occurred_at);

CREATE TABLE counted_item (
    journal  text NOT NULL,
    seq      bigint NOT NULL,
    item     text NOT NULL,
    pieces   integer NOT NULL,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL,
    PRIMARY KEY (journal, seq, item)
);
CREATE INDEX counted_item_of ON counted_item (item);

CREATE TABLE counted_loose (
    journal  text NOT NULL,
    seq      bigint NOT NULL,
    line     integer NOT NULL,
    category text NOT NULL,
    grams    bigint NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (journal, seq, line)
);

CREATE TABLE count_posted (
    journal     text NOT NULL,
    seq         bigint NOT NULL,
    of_journal  text NOT NULL,
    of_seq      bigint NOT NULL,
    as_of       timestamptz NOT NULL,
    operator    text NOT NULL,
    occurred_at timestamptz NOT NULL,
    reason      text NOT NULL,
    PRIMARY KEY (journal, seq)
);
COMMENT ON COLUMN count_posted.as_of IS 'from when on the books hold what was found';
CREATE INDEX count_posted_of ON count_posted (of_journal, of_seq);

CREATE TABLE count_posted_line (
    journal  text NOT NULL,
    seq      bigint NOT NULL,
    line     integer NOT NULL,
    item     text,
    category text NOT NULL,
    pieces   integer NOT NULL,
    grams    bigint NOT NULL,
    PRIMARY KEY (journal, seq, line)
);

-- Every time pieces of a label came to a place or went from it.
CREATE VIEW item_move AS
    SELECT code AS item, account_to AS account, pieces, occurred_at AS at, journal, seq, 0 AS line FROM label
    UNION ALL
    SELECT replaces, account_from, -pieces, occurred_at, journal, seq, 0 FROM label WHERE replaces IS NOT NULL
    UNION ALL
    SELECT item, 'place:' || site || ':SHOP', -pieces, occurred_at, journal, seq, line
    FROM sale_line WHERE item IS NOT NULL
    UNION ALL
    SELECT item, place, pieces, occurred_at, journal, seq, line
    FROM return_line WHERE item IS NOT NULL AND place LIKE '%:SHOP'
    UNION ALL
    SELECT item, 'place:' || site || ':SHOP', -pieces, occurred_at, journal, seq, 0
    FROM given_away WHERE item IS NOT NULL
    UNION ALL
    SELECT item, 'place:' || site || ':SHOP', -1, occurred_at, journal, seq, line FROM online_parcel_line
    UNION ALL
    SELECT item, account_from, -pieces, occurred_at, journal, seq, line
    FROM carried WHERE account_from NOT LIKE 'adjustment:%'
    UNION ALL
    SELECT item, account_to, pieces, occurred_at, journal, seq, line
    FROM carried WHERE account_to NOT LIKE 'adjustment:%'
    UNION ALL
    SELECT item, account_from, -pieces, occurred_at, journal, seq, 0 FROM label_voided;

-- The same with what was put aside for a buyer, as the books have it once items are folded.
CREATE VIEW item_standing AS
    SELECT item, account, pieces, at FROM item_move
    UNION ALL
    SELECT item, account_from, -pieces, occurred_at FROM movement
    WHERE folded_from IS NOT NULL AND account_from LIKE 'place:%' AND account_to LIKE 'place:%'
    UNION ALL
    SELECT item, account_to, pieces, occurred_at FROM movement
    WHERE folded_from IS NOT NULL AND account_from LIKE 'place:%' AND account_to LIKE 'place:%';

-- Labelled pieces by where the books have them; fewer than none where things left that nobody had brought.
CREATE TABLE item_place (
    item   text NOT NULL,
    place  text NOT NULL,
    pieces integer NOT NULL,
    PRIMARY KEY (item, place)
);
CREATE INDEX item_place_of ON item_place (place);

ALTER TABLE item ADD COLUMN lost integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN item.lost IS 'posted by counts and transfers, less what was found again';
-- Both views stand on the column that is made anew, and are made again as they were.
DROP VIEW open_listing;
DROP VIEW online_line;
DROP INDEX item_on_shelf;
ALTER TABLE item DROP COLUMN gone;
ALTER TABLE item ADD COLUMN gone integer GENERATED ALWAYS AS (sold + relabelled + given + lost + voided) STORED;
CREATE INDEX item_on_shelf ON item (place, category) WHERE labelled AND pieces > gone;

CREATE VIEW open_listing AS
SELECT l.*, i.site AS item_site, i.place AS item_place, coalesce(i.labelled AND i.pieces > i.gone, false) AS there
FROM (
    SELECT DISTINCT ON (item) item, journal, seq, listed FROM (
        SELECT item, occurred_at, journal, seq, true AS listed FROM listing
        UNION ALL SELECT item, occurred_at, journal, seq, false FROM listing_withdrawn
        UNION ALL SELECT item, occurred_at, journal, seq, false FROM online_order_line
        UNION ALL SELECT item, occurred_at, journal, seq, false FROM online_parcel_line
    ) AS step ORDER BY item, occurred_at DESC, journal COLLATE "C" DESC, seq DESC
) AS last
JOIN listing l ON l.journal = last.journal AND l.seq = last.seq
LEFT JOIN item i ON i.code = l.item
WHERE last.listed;

CREATE VIEW online_line AS
SELECT waiting.*, CASE
           WHEN sent_journal IS NOT NULL THEN 'SENT'
           WHEN cancelled THEN 'CANCELLED'
           WHEN left_there < row_number() OVER (PARTITION BY item, sent_journal IS NULL AND NOT cancelled
                                                ORDER BY occurred_at, journal COLLATE "C", seq) THEN 'LOST'
           ELSE 'WAITING' END AS state
FROM (
    SELECT l.*, i.title, i.category, i.site AS item_site, i.place AS item_place, i.piece_grams,
           CASE WHEN i.labelled THEN i.pieces - i.gone ELSE 0 END AS left_there,
           p.journal AS sent_journal, p.seq AS sent_seq, p.item AS sent_item,
           EXISTS (SELECT 1 FROM online_cancelled c WHERE c.order_number = l.order_number) AS cancelled
    FROM online_order_line l
    JOIN known_order o ON o.journal = l.journal AND o.seq = l.seq
    LEFT JOIN item i ON i.code = l.item
    LEFT JOIN LATERAL (
        SELECT * FROM online_parcel_line p WHERE p.order_number = l.order_number AND p.ordered = l.item
        ORDER BY p.occurred_at, p.journal COLLATE "C", p.seq LIMIT 1) AS p ON true
) AS waiting;

INSERT INTO item_place (item, place, pieces)
SELECT m.item, m.account, sum(m.pieces)::integer FROM item_standing m JOIN item i ON i.code = m.item AND i.labelled
GROUP BY 1, 2 HAVING sum(m.pieces) <> 0;
