-- Decisions of people on rows. They are kept apart from the documents, whose rows are made anew whenever they are read
-- again, and are applied to each row that says what was judged: `review` tells which, and the columns hold what a
-- person put in.

CREATE TABLE reviews(
  review_id  INTEGER PRIMARY KEY,
  document   TEXT NOT NULL,                   -- documents.slug; the document may be gone
  sha256     TEXT,                            -- of the document's file when the row was judged
  table_name TEXT NOT NULL,                   -- principles, priorities, organizations or leaders
  key        TEXT NOT NULL,                   -- of the row in its document
  quotes     TEXT NOT NULL,                   -- JSON array: the words that the row cited, each once
  original   TEXT NOT NULL,                   -- JSON array of COLUMN=VALUE: what the row said when it was judged
  decision   TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'amended')),
  amended    TEXT NOT NULL,                   -- JSON array of COLUMN=VALUE: what it shall say
  why        TEXT,                            -- in the reviewer's words
  reviewer   TEXT NOT NULL,                   -- who decided
  decided_at TEXT NOT NULL,                   -- when, UTC
  UNIQUE (document, table_name, key)
) STRICT;

-- Rows that were drawn to be judged, so that a precision can be told of them.
CREATE TABLE review_samples(
  sample     TEXT PRIMARY KEY,                -- its name
  table_name TEXT NOT NULL,                   -- principles, priorities, organizations or leaders
  asked      TEXT NOT NULL,                   -- JSON array of FILTER=VALUE: of which rows it was drawn
  population INTEGER NOT NULL,                -- how many those were
  seed       INTEGER NOT NULL,                -- of the draw
  drawn_at   TEXT NOT NULL                    -- when, UTC
) STRICT;
CREATE TABLE review_sample_rows(
  sample   TEXT NOT NULL REFERENCES review_samples,
  ordinal  INTEGER NOT NULL,                  -- from 1, in the order of the draw
  document TEXT NOT NULL,                     -- documents.slug
  key      TEXT NOT NULL,                     -- of the row in its document
  quotes   TEXT NOT NULL,                     -- JSON array: the words that the row cited then
  PRIMARY KEY (sample, ordinal)
) STRICT;

ALTER TABLE principles ADD COLUMN review TEXT CHECK (review IN ('accepted', 'rejected', 'amended'));  -- what a person decided on it; null: nobody has
ALTER TABLE priorities ADD COLUMN review TEXT CHECK (review IN ('accepted', 'rejected', 'amended'));  -- what a person decided on it; null: nobody has
ALTER TABLE organizations ADD COLUMN review TEXT CHECK (review IN ('accepted', 'rejected', 'amended'));  -- what a person decided on it; null: nobody has
ALTER TABLE leaders ADD COLUMN review TEXT CHECK (review IN ('accepted', 'rejected', 'amended'));  -- what a person decided on it; null: nobody has

CREATE INDEX principles_reviewed ON principles(document_id) WHERE review IS NOT NULL;
CREATE INDEX priorities_reviewed ON priorities(document_id) WHERE review IS NOT NULL;
CREATE INDEX organizations_reviewed ON organizations(document_id) WHERE review IS NOT NULL;
CREATE INDEX leaders_reviewed ON leaders(document_id) WHERE review IS NOT NULL;

-- Each view twice: whole, with rejected rows (_all), and without them, as questions want it. The list of rejected rows
-- is a subquery, made once, and not looked into where it is empty: counts go on being answered from an index.

DROP VIEW IF EXISTS principles_listing;
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
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.principle_id = p.principle_id) AS citations,
       d.slug || '/principles/' || coalesce(p.key, p.norm) AS ref
FROM principles AS p JOIN documents AS d ON d.document_id = p.document_id;
CREATE VIEW principles_listing AS
SELECT * FROM principles_listing_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS principle_citations;
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
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'principles' AND r.key = coalesce(p.key, p.norm)) END AS original,
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
CREATE VIEW principle_citations AS
SELECT * FROM principle_citations_all WHERE NOT EXISTS (SELECT 1 FROM principles AS x WHERE x.review = 'rejected')
OR principle_id NOT IN (SELECT x.principle_id FROM principles AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS priorities_listing;
CREATE VIEW priorities_listing_all AS
SELECT p.priority_id, p.document_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.priority_id = p.priority_id) AS citations,
       d.slug || '/priorities/' || p.key AS ref
FROM priorities AS p JOIN documents AS d ON d.document_id = p.document_id;
CREATE VIEW priorities_listing AS
SELECT * FROM priorities_listing_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS priority_citations;
CREATE VIEW priority_citations_all AS
SELECT c.citation_id, p.priority_id, p.document_id, c.sentence_id,
       p.wording AS wording,
       p.theme AS theme,
       p.actor AS actor,
       p.review AS review,
       CASE WHEN p.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'priorities' AND r.key = p.key) END AS original,
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
CREATE VIEW priority_citations AS
SELECT * FROM priority_citations_all WHERE NOT EXISTS (SELECT 1 FROM priorities AS x WHERE x.review = 'rejected')
OR priority_id NOT IN (SELECT x.priority_id FROM priorities AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS organizations_listing;
CREATE VIEW organizations_listing_all AS
SELECT o.organization_id, o.document_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.organization_id = o.organization_id) AS citations,
       d.slug || '/organizations/' || coalesce(o.key, o.body) AS ref
FROM organizations AS o JOIN documents AS d ON d.document_id = o.document_id;
CREATE VIEW organizations_listing AS
SELECT * FROM organizations_listing_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS organization_citations;
CREATE VIEW organization_citations_all AS
SELECT c.citation_id, o.organization_id, o.document_id, c.sentence_id,
       o.name AS name,
       o.acronym AS acronym,
       o.body AS body,
       o.kind AS kind,
       o.role AS role,
       o.role_country AS role_country,
       o.note AS note,
       o.review AS review,
       CASE WHEN o.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'organizations' AND r.key = coalesce(o.key, o.body)) END AS original,
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
CREATE VIEW organization_citations AS
SELECT * FROM organization_citations_all WHERE NOT EXISTS (SELECT 1 FROM organizations AS x WHERE x.review = 'rejected')
OR organization_id NOT IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS leaders_listing;
CREATE VIEW leaders_listing_all AS
SELECT l.leader_id, l.document_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
       d.slug AS document, d.title AS title, d.country AS country, d.date AS date,
       (SELECT count(*) FROM citations AS c WHERE c.leader_id = l.leader_id) AS citations,
       d.slug || '/leaders/' || l.key AS ref
FROM leaders AS l JOIN documents AS d ON d.document_id = l.document_id;
CREATE VIEW leaders_listing AS
SELECT * FROM leaders_listing_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS leader_citations;
CREATE VIEW leader_citations_all AS
SELECT c.citation_id, l.leader_id, l.document_id, c.sentence_id,
       l.name AS name,
       l.office AS office,
       l.office_type AS office_type,
       l.office_country AS office_country,
       l.body AS body,
       l.speaker AS speaker,
       l.review AS review,
       CASE WHEN l.review = 'amended' THEN (SELECT r.original FROM reviews AS r WHERE r.document = d.slug
          AND r.table_name = 'leaders' AND r.key = l.key) END AS original,
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
CREATE VIEW leader_citations AS
SELECT * FROM leader_citations_all WHERE NOT EXISTS (SELECT 1 FROM leaders AS x WHERE x.review = 'rejected')
OR leader_id NOT IN (SELECT x.leader_id FROM leaders AS x WHERE x.review = 'rejected');

DROP VIEW IF EXISTS documents_listing;
CREATE VIEW documents_listing AS
SELECT d.document_id, d.title AS title, d.country AS country, d.date AS date, d.slug AS document,
       d.language AS language, d.source AS source, d.path AS path, d.media_type AS media_type,
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
       d.seeded_at AS seeded_at, d.engine_version AS engine_version, d.lexicon_version AS lexicon_version,
       d.slug AS ref
FROM documents AS d;
