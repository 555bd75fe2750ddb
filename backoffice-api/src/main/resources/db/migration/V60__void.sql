-- Labels that count no more.
CREATE TABLE label_voided (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    item         text NOT NULL,
    category     text NOT NULL,
    pieces       integer NOT NULL,
    grams        bigint NOT NULL,
    reason       text NOT NULL,
    account_from text NOT NULL,
    account_to   text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX label_voided_item ON label_voided (item);

CREATE OR REPLACE VIEW item_move AS
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

ALTER TABLE item ADD COLUMN voided integer NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN voided_on date;
COMMENT ON COLUMN item.voided_on IS 'business day of the first void of its label';
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
