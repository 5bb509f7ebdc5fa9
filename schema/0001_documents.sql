-- Documents, their text, their sentences as byte spans, and the full-text index over the sentences.

CREATE TABLE documents(
  document_id       INTEGER PRIMARY KEY,
  slug              TEXT NOT NULL UNIQUE,     -- stable name, first part of every reference
  title             TEXT NOT NULL,
  country           TEXT,                     -- countries.iso3; no foreign key, see 0002
  date              TEXT,                     -- ISO 8601, as precise as known: 2005, 2005-09, 2005-09-17
  language          TEXT,                     -- BCP 47
  source            TEXT,                     -- where the document is from, in the user's words
  path              TEXT UNIQUE,              -- as it was given; null for standard input
  media_type        TEXT,
  sha256            TEXT NOT NULL,            -- of the file as given, lower-case hexadecimal
  bytes             INTEGER NOT NULL,         -- size of the file as given
  first_sentence_id INTEGER,                  -- the document's sentences are the sentence_count ids from here on
  sentence_count    INTEGER NOT NULL DEFAULT 0,
  seeded_at         TEXT NOT NULL,            -- UTC, ISO 8601
  engine_version    TEXT,
  lexicon_version   TEXT                      -- digest of lexicon and rules
) STRICT;

CREATE INDEX documents_country ON documents(country);
CREATE INDEX documents_date ON documents(date);

-- Apart from documents, so that reading metadata does not read the text.
CREATE TABLE document_texts(
  document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text        TEXT NOT NULL
) STRICT;

-- Spans only: the words stand once, in document_texts. No index on document_id: a document's sentences are
-- a range of ids (documents.first_sentence_id), and the index would cost a fifteenth of the text.
CREATE TABLE sentences(
  sentence_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents,
  ordinal     INTEGER NOT NULL,               -- in the document, from 0
  paragraph   INTEGER NOT NULL,               -- in the document, from 0
  start_byte  INTEGER NOT NULL,               -- in document_texts.text, as UTF-8
  end_byte    INTEGER NOT NULL                -- one past the last
) STRICT;

CREATE VIEW sentence_texts AS
SELECT s.sentence_id, s.document_id, s.ordinal, s.paragraph, s.start_byte, s.end_byte,
       CAST(substr(CAST(t.text AS BLOB), s.start_byte + 1, s.end_byte - s.start_byte) AS TEXT) AS text
FROM sentences AS s JOIN document_texts AS t ON t.document_id = s.document_id;

-- The content is a view that cuts the sentence out of the text in plain SQL, so that other programs can ask
-- MATCH, snippet() and highlight() too.
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, content = 'sentence_texts', content_rowid = 'sentence_id',
  tokenize = 'unicode61 remove_diacritics 2');

-- Segments are gathered longer in memory (1 MB by default) and merged later (4 by default): building takes a third less
-- time, and leaves no free pages behind.
INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('automerge', 8);
