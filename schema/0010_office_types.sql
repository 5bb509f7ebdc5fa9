-- What extraction has told of offices and norms and no table held: an office's normal form, who is speaking, and
-- whether a norm is upheld or what breaks it condemned. Null in rows that were made before, until they are made anew.

ALTER TABLE principles ADD COLUMN polarity TEXT;    -- upheld, or breach-condemned where only what breaks the norm is condemned
ALTER TABLE leaders ADD COLUMN office_type TEXT;    -- office_types.type or of_body: the normal form of the office; null where none fits
ALTER TABLE leaders ADD COLUMN speaker INTEGER CHECK (speaker IN (0, 1));  -- 1 where the document says that the person is speaking

CREATE INDEX leaders_office_type ON leaders(office_type);

CREATE TABLE office_types(
  phrase  TEXT PRIMARY KEY,                   -- words of an office; the longest that fits counts
  type    TEXT,                               -- the normal form; null where the office has none
  of_body TEXT                                -- the normal form of an office of an organization, where it is another
) STRICT;

DROP VIEW IF EXISTS principles_listing;
CREATE VIEW principles_listing AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), char(10), '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;

DROP VIEW IF EXISTS principle_citations;
CREATE VIEW principle_citations AS
SELECT c.citation_id, p.principle_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
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

DROP VIEW IF EXISTS leaders_listing;
CREATE VIEW leaders_listing AS
SELECT l.leader_id, l.document_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.leader_id = l.leader_id) AS citations,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id;

DROP VIEW IF EXISTS leader_citations;
CREATE VIEW leader_citations AS
SELECT c.citation_id, l.leader_id, l.document_id, c.sentence_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = l.document_id) AS quote,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id
CROSS JOIN citations AS c ON c.leader_id = l.leader_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;
