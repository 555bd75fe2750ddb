package fr.lamine.pos.store;

import java.util.List;

/// The index by which labelled things are searched: kept by the tables it is about, whoever writes them. What is no
/// more
/// among them may stay in it; who reads it looks each thing up.
final class FoundIndex {

    private static final String ITEM_COLUMNS = """
            new.item ->> '$.category', new.item ->> '$.title', new.item ->> '$.site', new.item ->> '$.piecePrice',
            new.item ->> '$.pieces', new.item ->> '$.sold', new.item ->> '$.labelled'""";

    private static final String LABEL_COLUMNS =
            "new.category, new.title, new.site, new.piece_price, new.pieces, 0, new.labelled";

    static final List<String> TABLES = List.of(
            "UPDATE office_item SET item = json_set(item, '$.labelled', NULL) WHERE json_type(item, '$.labelled') IS NULL",
            """
            CREATE TABLE IF NOT EXISTS item_found (
              id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, serial INTEGER NOT NULL,
              category TEXT NOT NULL, title TEXT NOT NULL, site TEXT NOT NULL, price INTEGER NOT NULL,
              pieces INTEGER NOT NULL, sold INTEGER NOT NULL, labelled TEXT) STRICT""",
            "CREATE INDEX IF NOT EXISTS item_found_by_serial ON item_found (serial)",
            "CREATE INDEX IF NOT EXISTS item_found_by_category ON item_found (category)",
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS item_text USING fts5(
              words, content='', tokenize="unicode61 remove_diacritics 2")""",
            trigger("office_item_found", "office_item", ITEM_COLUMNS),
            """
            CREATE TRIGGER IF NOT EXISTS item_found_text AFTER INSERT ON item_found BEGIN
              INSERT INTO item_text (rowid, words) VALUES (new.id, replace(replace(new.title, 'œ', 'oe'), 'Œ', 'oe') || ' '
                || replace(new.category, '_', ' '));
            END""",
            """
            INSERT INTO item_found (code, serial, category, title, site, price, pieces, sold, labelled)
            SELECT code, CAST(substr(code, 6, 7) AS INTEGER), item ->> '$.category', item ->> '$.title',
              item ->> '$.site', item ->> '$.piecePrice', item ->> '$.pieces', item ->> '$.sold', NULL
            FROM office_item WHERE true ON CONFLICT DO NOTHING""");

    /// For the projection of own labels, which is dropped and made again.
    static final String OWN_LABELS = trigger("own_label_found", "own_label", LABEL_COLUMNS);

    private FoundIndex() {}

    /// A title never changes, so the text is written once; the rest follows the last word.
    private static String trigger(String name, String table, String columns) {
        return """
            CREATE TRIGGER IF NOT EXISTS %s AFTER INSERT ON %s BEGIN
              UPDATE item_found SET (category, title, site, price, pieces, sold, labelled) = (SELECT %s)
              WHERE code = new.code;
              INSERT INTO item_found (code, serial, category, title, site, price, pieces, sold, labelled)
              SELECT new.code, CAST(substr(new.code, 6, 7) AS INTEGER), %s
              WHERE NOT EXISTS (SELECT 1 FROM item_found WHERE code = new.code);
            END""".formatted(name, table, columns, columns);
    }
}
