-- Places in texts are counted in characters (Unicode code points), too, as Python, R, JavaScript and DuckDB do, and views
-- are written in the SQL that SQLite and DuckDB share. Old rows get theirs from attache: SQL would count each text anew for
-- every row. The digests of rows don't hold them, since text and bytes give them again.

ALTER TABLE sentences ADD COLUMN start_char INTEGER;              -- in document_texts.text, in characters (Unicode code points)
ALTER TABLE sentences ADD COLUMN end_char INTEGER;                -- one past the last
ALTER TABLE citations ADD COLUMN start_char INTEGER;              -- start_byte in characters (Unicode code points) of document_texts.text
ALTER TABLE citations ADD COLUMN end_char INTEGER;                -- end_byte in characters; one past the last
ALTER TABLE citations ADD COLUMN statement_start_char INTEGER;    -- statement_start_byte in characters
ALTER TABLE citations ADD COLUMN statement_end_char INTEGER;      -- statement_end_byte in characters

-- Words are cut by characters: SQLite and DuckDB have no other substr() in common. What CROSS JOIN joins is told behind
-- WHERE, which DuckDB asks for; that SQLite begins with the rows and not with their citations stays as it was. The words of
-- sentences come with their document, which SQLite does not look up where nobody asks for it.

DROP VIEW IF EXISTS sentence_texts;
CREATE VIEW sentence_texts AS
SELECT s.sentence_id, s.document_id, s.ordinal, s.paragraph, s.start_byte, s.end_byte, s.start_char, s.end_char,
       substr(t.text, s.start_char + 1, s.end_char - s.start_char) AS text,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       d.slug || '/sentence/' || s.ordinal AS ref
FROM sentences AS s JOIN document_texts AS t ON t.document_id = s.document_id
LEFT JOIN documents AS d ON d.document_id = s.document_id;

DROP VIEW IF EXISTS principles_listing_all;
CREATE VIEW principles_listing_all AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || group_concat(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article GLOB '[0-9A-Z]*' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), '
', '\n'), '","') || '"]', '[]')
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
          '\', '\\'), '"', '\"'), '
', '\n'), '","') || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       c.confidence / 100.0 AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       c.start_char AS statement_start_char, c.end_char AS statement_end_char,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.principle_id = p.principle_id;

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
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       c.start_char AS statement_start_char, c.end_char AS statement_end_char,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.priority_id = p.priority_id;

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
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS quote,
       c.statement_start_byte AS statement_start, c.statement_end_byte AS statement_end,
       c.statement_start_char, c.statement_end_char,
       (SELECT substr(t.text, c.statement_start_char + 1, c.statement_end_char - c.statement_start_char)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS statement,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.organization_id = o.organization_id;

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
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, c.start_char + 1, c.end_char - c.start_char)
        FROM document_texts AS t WHERE t.document_id = l.document_id) AS quote,
       NULL AS statement_start, NULL AS statement_end,
       NULL AS statement_start_char, NULL AS statement_end_char,
       NULL AS statement,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.leader_id = l.leader_id;

-- What leaves rejected rows out stands behind what it reads, for programs that make views in the order of the file.

DROP VIEW IF EXISTS principles_listing;
CREATE VIEW principles_listing AS
SELECT * FROM principles_listing_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS principle_citations;
CREATE VIEW principle_citations AS
SELECT * FROM principle_citations_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS priorities_listing;
CREATE VIEW priorities_listing AS
SELECT * FROM priorities_listing_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS priority_citations;
CREATE VIEW priority_citations AS
SELECT * FROM priority_citations_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS organizations_listing;
CREATE VIEW organizations_listing AS
SELECT * FROM organizations_listing_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS organization_citations;
CREATE VIEW organization_citations AS
SELECT * FROM organization_citations_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS leaders_listing;
CREATE VIEW leaders_listing AS
SELECT * FROM leaders_listing_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS leader_citations;
CREATE VIEW leader_citations AS
SELECT * FROM leader_citations_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

-- The length of a text in bytes is half that of its hexadecimal form, for want of another function that both have. max()
-- has SQLite take it once a text, not once a sentence.
DROP VIEW IF EXISTS problems;
CREATE VIEW problems(place, problem) AS
SELECT d.slug, 'has no text' FROM documents AS d LEFT JOIN document_texts AS t USING (document_id)
WHERE t.document_id IS NULL
UNION ALL
SELECT d.slug, 'has ' || count(s.sentence_id) || CASE count(s.sentence_id) WHEN 1 THEN ' sentence'
ELSE ' sentences' END || ' where ' || d.sentence_count || CASE d.sentence_count WHEN 1 THEN ' is' ELSE ' are' END || ' expected'
FROM documents AS d LEFT JOIN sentences AS s ON s.sentence_id BETWEEN d.first_sentence_id AND
d.first_sentence_id + d.sentence_count - 1 AND s.document_id = d.document_id
GROUP BY d.document_id, d.slug, d.sentence_count HAVING count(s.sentence_id) <> d.sentence_count
UNION ALL
SELECT d.slug, 'sentence ' || s.ordinal || ' does not lie in the text' FROM documents AS d
JOIN (SELECT document_id, max(length(hex(text)) / 2) AS bytes FROM document_texts GROUP BY document_id) AS t USING (document_id)
CROSS JOIN sentences AS s
WHERE s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1
AND (s.start_byte < 0 OR s.end_byte < s.start_byte OR s.end_byte > t.bytes)
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' does not begin in its sentence, or ends outside the text'
FROM citations AS c JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
JOIN document_texts AS t USING (document_id) WHERE c.start_byte < s.start_byte OR c.start_byte >= s.end_byte
OR c.end_byte <= c.start_byte OR (c.end_byte > s.end_byte AND c.end_byte > length(hex(t.text)) / 2)
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' supports a row of another document' FROM citations AS c
JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
LEFT JOIN principles AS p ON p.principle_id = c.principle_id LEFT JOIN priorities AS a ON a.priority_id = c.priority_id
LEFT JOIN organizations AS o ON o.organization_id = c.organization_id LEFT JOIN leaders AS l ON l.leader_id = c.leader_id
WHERE coalesce(p.document_id, a.document_id, o.document_id, l.document_id) <> s.document_id
UNION ALL
SELECT 'sentences_fts', 'sentence ' || s.sentence_id || ' is missing in the full-text index' FROM sentences AS s
LEFT JOIN sentences_fts_docsize AS f ON f.id = s.sentence_id WHERE f.id IS NULL
UNION ALL
SELECT 'sentences_fts', 'the full-text index holds ' || f.id || ', which is no sentence'
FROM sentences_fts_docsize AS f LEFT JOIN sentences AS s ON s.sentence_id = f.id WHERE s.sentence_id IS NULL;
