-- What tells a changed text or row from the one that was stored, and views that can be used where the file is not
-- trusted (PRAGMA trusted_schema = OFF): the JSON functions of older SQLite versions can't.

-- Apart from documents, so that what is given and what is made of it stay apart.
CREATE TABLE document_digests(
  document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text        TEXT NOT NULL,                  -- SHA-256 of document_texts.text; empty where it is known to be another
  rows        TEXT                            -- SHA-256 over sentences, rows and citations; null where they are to be made
) STRICT;

DROP VIEW principles_listing;
CREATE VIEW principles_listing AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), char(10), '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;

DROP VIEW principle_citations;
CREATE VIEW principle_citations AS
SELECT c.citation_id, p.principle_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.norm AS norm,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), char(10), '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c ON c.principle_id = p.principle_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;
