-- What tells a changed title, date, vocabulary or rule from the one that was stored, and gives a document's own columns
-- back: nothing can derive them from its text.

ALTER TABLE document_digests ADD COLUMN description TEXT;         -- JSON: the row of documents without its id, and its metadata
ALTER TABLE document_digests ADD COLUMN description_digest TEXT;  -- SHA-256 of description

-- Of each table that documents share: a sum over its rows, so that a row is added without a look at the others.
CREATE TABLE row_sums(
  name TEXT PRIMARY KEY,                      -- of the table
  sum  INTEGER NOT NULL                       -- of a number made of each row, modulo 2^64
) STRICT, WITHOUT ROWID;
