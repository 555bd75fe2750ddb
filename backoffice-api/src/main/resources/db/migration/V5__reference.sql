CREATE TABLE reference_state (
    one                boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch              text NOT NULL,
    revision           bigint NOT NULL,
    operators_revision bigint NOT NULL
);
COMMENT ON TABLE reference_state IS 'its row is the one lock under which a revision is given, last in a transaction';

-- Derived from the facts of the journal OFFICE.
CREATE TABLE catalog_revision (
    revision bigint PRIMARY KEY,
    catalog  text NOT NULL
);

CREATE TABLE operator (
    code         text PRIMARY KEY,
    display_name text NOT NULL,
    role         text NOT NULL CHECK (role IN ('SORTER', 'CASHIER', 'MANAGER', 'ADMIN')),
    pin_hash     text NOT NULL
);
