-- From where it is known what a document is called, whose it is and of when: what the user said, what the file says of
-- itself, or what its text shows. One of option, manifest, name (of the file), metadata (front matter, page and document
-- properties), text, file (its own name or creation date, for want of anything else); null where the value is, and for
-- documents stored before.
ALTER TABLE documents ADD COLUMN title_from TEXT;    -- where the title is from: option, manifest, name, metadata, text, file
ALTER TABLE documents ADD COLUMN country_from TEXT;  -- where the country is from: option, manifest, name, metadata, text
ALTER TABLE documents ADD COLUMN date_from TEXT;     -- where the date is from: option, manifest, name, metadata, text, file

DROP VIEW documents_listing;
CREATE VIEW documents_listing AS
SELECT d.document_id, d.title AS title, d.country AS country, d.date AS date, d.slug AS document,
       d.language AS language, d.source AS source, d.path AS path, d.media_type AS media_type,
       d.sha256 AS sha256, d.bytes AS bytes, d.sentence_count AS sentences,
       (SELECT count(*) FROM principles AS x WHERE x.document_id = d.document_id) AS principles,
       (SELECT count(*) FROM priorities AS x WHERE x.document_id = d.document_id) AS priorities,
       (SELECT count(*) FROM organizations AS x WHERE x.document_id = d.document_id) AS organizations,
       (SELECT count(*) FROM leaders AS x WHERE x.document_id = d.document_id) AS leaders,
       d.title_from AS title_from, d.country_from AS country_from, d.date_from AS date_from,
       d.seeded_at AS seeded_at, d.engine_version AS engine_version, d.lexicon_version AS lexicon_version,
       d.slug AS ref
FROM documents AS d;
