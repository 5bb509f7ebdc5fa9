-- The joins: every table with its document (<table>_listing) and every citation with its words
-- (<table>_citations). Counts and lists are subqueries, so that a question that does not show them does not pay
-- for them. CROSS JOIN keeps SQLite from beginning with the citations, whose order would have to be mended by a sort.
-- `ref` is the stable reference: document slug / table / natural key.

CREATE VIEW principles_listing AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       (SELECT json_group_array(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END)
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;

CREATE VIEW priorities_listing AS
SELECT p.priority_id, p.document_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.priority_id = p.priority_id) AS citations,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id;

CREATE VIEW organizations_listing AS
SELECT o.organization_id, o.document_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.organization_id = o.organization_id) AS citations,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id;

CREATE VIEW leaders_listing AS
SELECT l.leader_id, l.document_id,
       l.name AS name,
       l.office AS office,
       l.office_country AS office_country,
       l.body AS body,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.leader_id = l.leader_id) AS citations,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id;

CREATE VIEW principle_citations AS
SELECT c.citation_id, p.principle_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.norm AS norm,
       (SELECT json_group_array(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END)
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

CREATE VIEW priority_citations AS
SELECT c.citation_id, p.priority_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c ON c.priority_id = p.priority_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;

CREATE VIEW organization_citations AS
SELECT c.citation_id, o.organization_id, o.document_id, c.sentence_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end",
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - c.start_byte) AS TEXT)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS quote,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id
CROSS JOIN citations AS c ON c.organization_id = o.organization_id
JOIN sentences AS s ON s.sentence_id = c.sentence_id;

CREATE VIEW leader_citations AS
SELECT c.citation_id, l.leader_id, l.document_id, c.sentence_id,
       l.name AS name,
       l.office AS office,
       l.office_country AS office_country,
       l.body AS body,
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

CREATE VIEW documents_listing AS
SELECT d.document_id, d.title AS title, d.country AS country, d.date AS date, d.slug AS document,
       d.language AS language, d.source AS source, d.path AS path, d.media_type AS media_type,
       d.sha256 AS sha256, d.bytes AS bytes, d.sentence_count AS sentences,
       (SELECT count(*) FROM principles AS x WHERE x.document_id = d.document_id) AS principles,
       (SELECT count(*) FROM priorities AS x WHERE x.document_id = d.document_id) AS priorities,
       (SELECT count(*) FROM organizations AS x WHERE x.document_id = d.document_id) AS organizations,
       (SELECT count(*) FROM leaders AS x WHERE x.document_id = d.document_id) AS leaders,
       d.seeded_at AS seeded_at, d.engine_version AS engine_version, d.lexicon_version AS lexicon_version,
       d.slug AS ref
FROM documents AS d;
