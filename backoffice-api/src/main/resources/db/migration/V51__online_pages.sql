-- A listing is open while nothing about its item came after it.
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

CREATE VIEW known_order AS
SELECT DISTINCT ON (order_number) * FROM online_order
ORDER BY order_number, occurred_at, journal COLLATE "C", seq;

-- Lines of orders with what became of them. Of several orders that wait for one thing, the first has it.
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

-- Photographs by their hash; facts name the hash alone.
CREATE TABLE photo (
    hash        text PRIMARY KEY,
    type        text NOT NULL,
    bytes       bytea NOT NULL,
    uploaded_at timestamptz NOT NULL
);

-- Who may read listings and bring orders by machine; the token itself is shown once and kept nowhere.
CREATE TABLE api_token (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    hash       text NOT NULL UNIQUE,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz
);

-- What marketplaces say they paid, as their statement says it.
CREATE TABLE payout_line (
    channel      text NOT NULL,
    payout       text NOT NULL,
    order_number text NOT NULL,
    paid_on      date NOT NULL,
    gross_cents  bigint NOT NULL,
    fee_cents    bigint NOT NULL,
    net_cents    bigint NOT NULL,
    imported_at  timestamptz NOT NULL,
    imported_by  text NOT NULL,
    PRIMARY KEY (payout, order_number)
);
CREATE INDEX payout_line_order ON payout_line (order_number);
