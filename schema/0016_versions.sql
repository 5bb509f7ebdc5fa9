-- What a document is known by when it is seeded again stands beside its path, which is stored as it was given; and one
-- file may have several versions, each a document of its own.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '-- as it was given; null for standard input', '-- by which it is known again, see 0016')
WHERE type = 'table' AND name = 'documents';
PRAGMA writable_schema = RESET;

DROP VIEW IF EXISTS documents_listing;
ALTER TABLE documents RENAME COLUMN path TO identity;
ALTER TABLE documents ADD COLUMN path TEXT;           -- as it was given; null for what came through a pipe
ALTER TABLE documents ADD COLUMN version_of TEXT;     -- of a further version: what the first one of the file is known by
ALTER TABLE documents ADD COLUMN language_from TEXT;  -- where the language is from: manifest, name, metadata
ALTER TABLE documents ADD COLUMN source_from TEXT;    -- where the source is from: option, manifest, name, metadata
ALTER TABLE documents ADD COLUMN states_named TEXT;   -- JSON: of each state that sentences name its code, how many do, and the first one's ordinal
UPDATE documents SET path = identity;
UPDATE OR IGNORE documents SET identity = 'sha256:' || sha256 WHERE identity IS NULL;
UPDATE documents SET identity = 'slug:' || slug WHERE identity IS NULL;
CREATE INDEX documents_path ON documents(path);

-- All versions of a file have this in common.
CREATE INDEX documents_versions ON documents(coalesce(version_of, identity));
CREATE INDEX documents_version_of ON documents(version_of) WHERE version_of IS NOT NULL;

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
