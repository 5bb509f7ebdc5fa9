-- What is said of a document besides title, country, date, language and source: further columns of a manifest or of a
-- table of documents, keys of front matter, fields of JSON.

CREATE TABLE document_metadata(
  document_id INTEGER NOT NULL REFERENCES documents(document_id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,               -- in the document, from 0
  key         TEXT NOT NULL,                  -- as it is written there; of one inside another both, with a dot between
  value       TEXT NOT NULL,                  -- a list has a row for each of its values
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_metadata_key ON document_metadata(key);
