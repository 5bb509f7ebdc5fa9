-- The views of a knowledge base, with the columns of SQLite's (../0014_characters.sql, ../0015_identifiers.sql, ../0016_versions.sql), in
-- PostgreSQL's SQL.

CREATE VIEW documents_listing AS
SELECT d.document_id, d.title AS title, d.country AS country, d.date AS date, d.slug AS document,
       d.language AS language, d.source AS source, d.path AS path,
       CASE WHEN coalesce(d.version_of, d.identity) LIKE '/%' THEN coalesce(d.version_of, d.identity) END AS absolute_path,
       CASE WHEN d.version_of IS NULL THEN 1 ELSE
         1 + (SELECT count(*) FROM documents AS v WHERE v.identity = d.version_of)
           + (SELECT count(*) FROM documents AS v WHERE v.version_of = d.version_of AND v.document_id < d.document_id)
         END AS version,
       d.media_type AS media_type,
       d.sha256 AS sha256, d.bytes AS bytes, d.sentence_count AS sentences,
       (SELECT count(*) FROM principles AS x WHERE x.document_id = d.document_id)
         - CASE WHEN EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected') THEN (SELECT count(*) FROM principles AS x
           WHERE x.document_id = d.document_id AND x.review = 'rejected') ELSE 0 END AS principles,
       (SELECT count(*) FROM priorities AS x WHERE x.document_id = d.document_id)
         - CASE WHEN EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected') THEN (SELECT count(*) FROM priorities AS x
           WHERE x.document_id = d.document_id AND x.review = 'rejected') ELSE 0 END AS priorities,
       (SELECT count(*) FROM organizations AS x WHERE x.document_id = d.document_id)
         - CASE WHEN EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected') THEN (SELECT count(*) FROM organizations AS x
           WHERE x.document_id = d.document_id AND x.review = 'rejected') ELSE 0 END AS organizations,
       (SELECT count(*) FROM leaders AS x WHERE x.document_id = d.document_id)
         - CASE WHEN EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected') THEN (SELECT count(*) FROM leaders AS x
           WHERE x.document_id = d.document_id AND x.review = 'rejected') ELSE 0 END AS leaders,
       d.title_from AS title_from, d.country_from AS country_from, d.date_from AS date_from,
       d.language_from AS language_from, d.source_from AS source_from,
       d.seeded_at AS seeded_at, d.engine_version AS engine_version, d.lexicon_version AS lexicon_version,
       d.slug AS ref
FROM documents AS d;

CREATE VIEW sentence_texts AS
SELECT s.sentence_id, s.document_id, s.ordinal, s.paragraph, s.start_byte, s.end_byte, s.start_char, s.end_char,
       substr(t.text, (s.start_char + 1)::integer, (s.end_char - s.start_char)::integer) AS text,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       d.slug || '/sentence/' || s.ordinal AS ref
FROM sentences AS s JOIN document_texts AS t ON t.document_id = s.document_id
LEFT JOIN documents AS d ON d.document_id = s.document_id;

CREATE VIEW principles_listing_all AS
SELECT p.principle_id, p.document_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || string_agg(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article ~ '^[0-9A-Z]' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), '
', '\n'), '","' ORDER BY n.place) || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       (p.confidence / 100.0)::double precision AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;

CREATE VIEW priorities_listing_all AS
SELECT p.priority_id, p.document_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       (p.confidence / 100.0)::double precision AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.priority_id = p.priority_id) AS citations,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id;

CREATE VIEW organizations_listing_all AS
SELECT o.organization_id, o.document_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       (o.confidence / 100.0)::double precision AS confidence,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.organization_id = o.organization_id) AS citations,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id;

CREATE VIEW leaders_listing_all AS
SELECT l.leader_id, l.document_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       (l.confidence / 100.0)::double precision AS confidence,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.leader_id = l.leader_id) AS citations,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id;

CREATE VIEW principle_citations_all AS
SELECT c.citation_id, p.principle_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.norm AS norm,
       p.polarity AS polarity,
       (SELECT coalesce('["' || string_agg(replace(replace(replace(i.title || CASE WHEN n.article IS NULL THEN ''
          WHEN n.article ~ '^[0-9A-Z]' THEN ', Article ' || n.article ELSE ', ' || n.article END,
          '\', '\\'), '"', '\"'), '
', '\n'), '","' ORDER BY n.place) || '"]', '[]')
        FROM norm_instruments AS n JOIN instruments AS i ON i.slug = n.instrument
        WHERE n.norm = p.norm) AS instruments,
       (c.confidence / 100.0)::double precision AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       c.start_char AS statement_start_char, c.end_char AS statement_end_char,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.principle_id = p.principle_id;

CREATE VIEW priority_citations_all AS
SELECT c.citation_id, p.priority_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       (c.confidence / 100.0)::double precision AS confidence,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS quote,
       c.start_byte AS statement_start, c.end_byte AS statement_end,
       c.start_char AS statement_start_char, c.end_char AS statement_end_char,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = p.document_id) AS statement,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.priority_id = p.priority_id;

CREATE VIEW organization_citations_all AS
SELECT c.citation_id, o.organization_id, o.document_id, c.sentence_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       (c.confidence / 100.0)::double precision AS confidence,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS quote,
       c.statement_start_byte AS statement_start, c.statement_end_byte AS statement_end,
       c.statement_start_char, c.statement_end_char,
       (SELECT substr(t.text, (c.statement_start_char + 1)::integer, (c.statement_end_char - c.statement_start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = o.document_id) AS statement,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.organization_id = o.organization_id;

CREATE VIEW leader_citations_all AS
SELECT c.citation_id, l.leader_id, l.document_id, c.sentence_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       (c.confidence / 100.0)::double precision AS confidence,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       s.ordinal AS sentence, c.start_byte AS start, c.end_byte AS "end", c.start_char, c.end_char,
       c.source_start_byte AS source_start, c.source_end_byte AS source_end,
       (SELECT r.rule FROM rules AS r WHERE r.rule_id = c.rule_id) AS rule,
       (SELECT substr(t.text, (c.start_char + 1)::integer, (c.end_char - c.start_char)::integer)
        FROM document_texts AS t WHERE t.document_id = l.document_id) AS quote,
       NULL::bigint AS statement_start, NULL::bigint AS statement_end,
       NULL::bigint AS statement_start_char, NULL::bigint AS statement_end_char,
       NULL::text AS statement,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id
CROSS JOIN citations AS c
JOIN sentences AS s ON s.sentence_id = c.sentence_id
WHERE c.leader_id = l.leader_id;

CREATE VIEW principles_listing AS
SELECT * FROM principles_listing_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

CREATE VIEW priorities_listing AS
SELECT * FROM priorities_listing_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

CREATE VIEW organizations_listing AS
SELECT * FROM organizations_listing_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

CREATE VIEW leaders_listing AS
SELECT * FROM leaders_listing_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

CREATE VIEW principle_citations AS
SELECT * FROM principle_citations_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

CREATE VIEW priority_citations AS
SELECT * FROM priority_citations_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

CREATE VIEW organization_citations AS
SELECT * FROM organization_citations_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

CREATE VIEW leader_citations AS
SELECT * FROM leader_citations_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

CREATE VIEW country_codes AS
SELECT c.iso3 AS iso3, c.iso2 AS iso2, c.name AS name,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'wikidata') AS wikidata,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'm49') AS m49,
       CAST((SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'cow') AS INTEGER) AS cow,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'cow-abbreviation') AS cow_abbreviation,
       CAST((SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'gleditsch-ward') AS INTEGER) AS gleditsch_ward
FROM countries AS c;

CREATE VIEW theme_codes AS
SELECT v.slug AS theme,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'manifesto') AS manifesto,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'plover') AS plover,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'gdelt') AS gdelt
FROM themes AS v;

CREATE VIEW norm_codes AS
SELECT v.slug AS norm,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'manifesto') AS manifesto,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'plover') AS plover,
       (SELECT coalesce('["' || string_agg(x.value, '","' ORDER BY x.value) || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'gdelt') AS gdelt
FROM norms AS v;

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
JOIN (SELECT document_id, max(octet_length(text)) AS bytes FROM document_texts GROUP BY document_id) AS t USING (document_id)
CROSS JOIN sentences AS s
WHERE s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1
AND (s.start_byte < 0 OR s.end_byte < s.start_byte OR s.end_byte > t.bytes)
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' does not begin in its sentence, or ends outside the text'
FROM citations AS c JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
JOIN document_texts AS t USING (document_id) WHERE c.start_byte < s.start_byte OR c.start_byte >= s.end_byte
OR c.end_byte <= c.start_byte OR (c.end_byte > s.end_byte AND c.end_byte > octet_length(t.text))
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' supports a row of another document' FROM citations AS c
JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
LEFT JOIN principles AS p ON p.principle_id = c.principle_id LEFT JOIN priorities AS a ON a.priority_id = c.priority_id
LEFT JOIN organizations AS o ON o.organization_id = c.organization_id LEFT JOIN leaders AS l ON l.leader_id = c.leader_id
WHERE coalesce(p.document_id, a.document_id, o.document_id, l.document_id) <> s.document_id
UNION ALL
SELECT d.slug, 'sentence ' || s.ordinal || ' is missing in the full-text index' FROM sentences AS s
JOIN documents AS d USING (document_id) WHERE s.words IS NULL;
