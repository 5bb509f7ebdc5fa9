-- The vocabulary of the lexicon, so that joins need nothing from outside. Replaced as a whole when the lexicon
-- changes; that is why documents and facts name its slugs without foreign keys: a slug that has left the lexicon
-- stays readable in the rows that were made with it, until they are made anew.

CREATE TABLE countries(
  iso3      TEXT PRIMARY KEY,                 -- ISO 3166-1 alpha-3, or the code of a former state
  iso2      TEXT,
  name      TEXT NOT NULL,
  long_name TEXT,
  capital   TEXT,
  since     TEXT,
  until     TEXT,
  successor TEXT
) STRICT;

CREATE TABLE bodies(
  slug      TEXT PRIMARY KEY,
  name      TEXT NOT NULL,
  acronym   TEXT,
  kind      TEXT,                             -- body_kinds.slug
  parent    TEXT,                             -- bodies.slug
  founded   TEXT,
  dissolved TEXT,
  successor TEXT                              -- bodies.slug
) STRICT;

CREATE TABLE body_aliases(
  slug       TEXT NOT NULL,                   -- bodies.slug
  alias      TEXT NOT NULL,
  exact_case TEXT,                            -- whether the alias holds in this case only
  PRIMARY KEY (slug, alias)
) STRICT, WITHOUT ROWID;

-- Folded forms (lower case, no diacritics) of a body's slug, name, acronym and aliases; made with the rows above.
CREATE TABLE body_forms(
  folded TEXT NOT NULL,
  slug   TEXT NOT NULL,                       -- bodies.slug
  PRIMARY KEY (folded, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE body_kinds(slug TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT) STRICT;

CREATE TABLE norms(slug TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT) STRICT;

CREATE TABLE instruments(slug TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER, kind TEXT) STRICT;

CREATE TABLE norm_instruments(
  norm       TEXT NOT NULL,                   -- norms.slug
  instrument TEXT NOT NULL,                   -- instruments.slug
  article    TEXT,
  year       INTEGER
) STRICT;
CREATE INDEX norm_instruments_norm ON norm_instruments(norm);

CREATE TABLE themes(slug TEXT PRIMARY KEY, name TEXT NOT NULL, scope TEXT) STRICT;

CREATE TABLE offices(office TEXT PRIMARY KEY, level TEXT, scope TEXT) STRICT;

CREATE TABLE roles(slug TEXT PRIMARY KEY, definition TEXT) STRICT;
INSERT INTO roles(slug, definition) VALUES
  ('founder', 'took part in founding the body'),
  ('chair', 'presides over the body or one of its organs'),
  ('host', 'houses the seat, or a meeting, of the body'),
  ('member', 'is a member, or a party to the statute'),
  ('candidate', 'has applied, or negotiates accession'),
  ('observer', 'has observer status'),
  ('partner', 'works with the body by an agreement or programme'),
  ('contributor', 'gives troops, staff or money'),
  ('former-member', 'left, or was suspended'),
  ('mention', 'is named without a role');

-- Which lexicon the tables above were filled from; at most one row.
CREATE TABLE vocabulary_version(
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  version TEXT NOT NULL
) STRICT;
