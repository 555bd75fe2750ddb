ALTER TABLE weigh_in ADD COLUMN was text;
ALTER TABLE weigh_in ADD COLUMN round text;
ALTER TABLE weigh_in ADD COLUMN document text;
ALTER TABLE weigh_in ADD COLUMN pieces integer;
ALTER TABLE weigh_in ADD COLUMN sticker_expiry date;
COMMENT ON COLUMN weigh_in.was IS 'category of the mixed load that the goods were sorted out of';
CREATE INDEX weigh_in_gone ON weigh_in (business_day, account_to) WHERE account_to LIKE 'outcome:%';
