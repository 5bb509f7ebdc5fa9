-- How sure the extractor is of a row, and the words that state a role: the quote of an organization is its name. Rows that
-- were made before have neither.

ALTER TABLE citations ADD COLUMN statement_start_byte INTEGER;    -- of the words that state the role, in document_texts.text; null: the citation states none
ALTER TABLE citations ADD COLUMN statement_end_byte INTEGER;      -- one behind their last byte
ALTER TABLE citations ADD COLUMN confidence INTEGER;              -- how likely it is right, in percent; null: not known
ALTER TABLE principles ADD COLUMN confidence INTEGER;             -- of the surest citation of what the row says, in percent; null: not known
ALTER TABLE priorities ADD COLUMN confidence INTEGER;             -- of the surest citation of what the row says, in percent; null: not known
ALTER TABLE organizations ADD COLUMN confidence INTEGER;          -- of the surest citation of what the row says, in percent; null: not known
ALTER TABLE leaders ADD COLUMN confidence INTEGER;                -- of the surest citation of what the row says, in percent; null: not known

DROP VIEW IF EXISTS principles_listing_all;
CREATE VIEW principles_listing_all AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), char(10), '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       p.confidence / 100.0 AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;

DROP VIEW IF EXISTS principle_citations_all;
CREATE VIEW principle_citations_all AS
SELECT c.citation_id, p.principle_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), char(10), '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       c.confidence / 100.0 AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c ON c.principle_id = p.principle_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;

DROP VIEW IF EXISTS priorities_listing_all;
CREATE VIEW priorities_listing_all AS
SELECT p.priority_id, p.document_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       p.confidence / 100.0 AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.priority_id = p.priority_id) AS citations,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id;

DROP VIEW IF EXISTS priority_citations_all;
CREATE VIEW priority_citations_all AS
SELECT c.citation_id, p.priority_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       c.confidence / 100.0 AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c ON c.priority_id = p.priority_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;

DROP VIEW IF EXISTS organizations_listing_all;
CREATE VIEW organizations_listing_all AS
SELECT o.organization_id, o.document_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       o.confidence / 100.0 AS confidence,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.organization_id = o.organization_id) AS citations,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id;

DROP VIEW IF EXISTS organization_citations_all;
CREATE VIEW organization_citations_all AS
SELECT c.citation_id, o.organization_id, o.document_id, c.sentence_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       c.confidence / 100.0 AS confidence,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS quote,
       c.statement_start_byte AS statement_start, c.statement_end_byte AS statement_end,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.statement_start_byte + 1, c.statement_end_byte - c.statement_start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS statement,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id
CROSS JOIN citations AS c ON c.organization_id = o.organization_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;

DROP VIEW IF EXISTS leaders_listing_all;
CREATE VIEW leaders_listing_all AS
SELECT l.leader_id, l.document_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       l.confidence / 100.0 AS confidence,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.leader_id = l.leader_id) AS citations,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id;

DROP VIEW IF EXISTS leader_citations_all;
CREATE VIEW leader_citations_all AS
SELECT c.citation_id, l.leader_id, l.document_id, c.sentence_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       c.confidence / 100.0 AS confidence,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = l.document_id) AS quote,
       NULL AS statement_start, NULL AS statement_end,
       NULL AS statement,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id
CROSS JOIN citations AS c ON c.leader_id = l.leader_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;
