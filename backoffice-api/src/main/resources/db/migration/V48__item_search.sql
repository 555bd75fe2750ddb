-- Things are searched by the words of their title and category, without accents. No extension is needed, so that any
-- PostgreSQL will do: what a slip of the fingers meant is found by the office itself among the words there are.
CREATE FUNCTION plain_words(text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
    SELECT string_to_array(btrim(regexp_replace(
        lower(translate(
            replace(replace(replace(replace($1, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
            'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ',
            'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy')),
        '[^a-z0-9]+', ' ', 'g')), ' ')
$$;

ALTER TABLE item ADD COLUMN words text[]
    GENERATED ALWAYS AS (plain_words(coalesce(title, '') || ' ' || coalesce(category, ''))) STORED;
ALTER TABLE item ADD COLUMN labelled_on date;
CREATE INDEX item_words ON item USING gin (words) WITH (fastupdate = off) WHERE labelled;
CREATE INDEX item_serial ON item ((substr(code, 6, 7)::integer)) WHERE labelled;
