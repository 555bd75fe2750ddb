CREATE TABLE office_user (
    login         text PRIMARY KEY CHECK (login ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
    display_name  text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 30),
    role          text NOT NULL CHECK (role IN ('SORTER', 'CASHIER', 'MANAGER', 'ADMIN')),
    password_hash text NOT NULL
);

CREATE TABLE sign_in_delay (
    login        text PRIMARY KEY,
    wrong_tries  integer NOT NULL CHECK (wrong_tries > 0),
    not_before   timestamptz NOT NULL
);

CREATE TABLE browser_session (
    token_hash text PRIMARY KEY,
    login      text NOT NULL REFERENCES office_user ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
