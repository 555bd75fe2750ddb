-- What is sold online, each fact in its own table; what a listing or an order is now is read from them together.
CREATE TABLE listing (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    item         text NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    place        text NOT NULL,
    category     text NOT NULL,
    grams        bigint NOT NULL,
    channel      text NOT NULL,
    title        text NOT NULL,
    description  text NOT NULL,
    condition    text NOT NULL,
    price_cents  bigint NOT NULL,
    photos       text[] NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX listing_item ON listing (item);

CREATE TABLE listing_withdrawn (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    item         text NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX listing_withdrawn_item ON listing_withdrawn (item);

-- A number is received once; should a restored office have taken it twice, the first counts.
CREATE TABLE online_order (
    journal        text NOT NULL,
    seq            bigint NOT NULL,
    order_number   text NOT NULL,
    ordered_on     date NOT NULL,
    occurred_at    timestamptz NOT NULL,
    buyer          text,
    shipping_cents bigint NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX online_order_number ON online_order (order_number);

CREATE TABLE online_order_line (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    order_number text NOT NULL,
    occurred_at  timestamptz NOT NULL,
    item         text NOT NULL,
    price_cents  bigint NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX online_order_line_item ON online_order_line (item);
CREATE INDEX online_order_line_number ON online_order_line (order_number);

CREATE TABLE online_parcel (
    journal        text NOT NULL,
    seq            bigint NOT NULL,
    order_number   text NOT NULL,
    site           text NOT NULL,
    business_day   date NOT NULL,
    occurred_at    timestamptz NOT NULL,
    shipping_cents bigint NOT NULL,
    total_cents    bigint NOT NULL,
    parcel         text,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX online_parcel_number ON online_parcel (order_number);
CREATE INDEX online_parcel_day ON online_parcel (business_day, site);

CREATE TABLE online_parcel_line (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    line         integer NOT NULL,
    order_number text NOT NULL,
    site         text NOT NULL,
    business_day date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    ordered      text NOT NULL,
    item         text NOT NULL,
    category     text NOT NULL,
    grams        bigint NOT NULL,
    price_cents  bigint NOT NULL,
    PRIMARY KEY (journal, seq, line)
);
CREATE INDEX online_parcel_line_item ON online_parcel_line (item);
CREATE INDEX online_parcel_line_ordered ON online_parcel_line (ordered);

CREATE TABLE online_cancelled (
    journal      text NOT NULL,
    seq          bigint NOT NULL,
    order_number text NOT NULL,
    occurred_at  timestamptz NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (journal, seq)
);
CREATE INDEX online_cancelled_number ON online_cancelled (order_number);

-- The channel that an item stands aside for, while it does.
ALTER TABLE item ADD COLUMN reserved_for text;
