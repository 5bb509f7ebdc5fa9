-- What documents say, one row a document and thing, and every place that supports a row.
-- `key` is the natural key inside the document; null where the first slug of the row is the key.

CREATE TABLE principles(
  principle_id INTEGER PRIMARY KEY,
  document_id  INTEGER NOT NULL REFERENCES documents,
  key          TEXT,                          -- null: norm
  norm         TEXT,                          -- norms.slug
  wording      TEXT NOT NULL
) STRICT;
CREATE INDEX principles_document ON principles(document_id);
CREATE INDEX principles_norm ON principles(norm);

CREATE TABLE priorities(
  priority_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents,
  key         TEXT NOT NULL,
  wording     TEXT NOT NULL,
  theme       TEXT,                           -- themes.slug
  actor       TEXT                            -- whose aim it is: a country code or a name
) STRICT;
CREATE INDEX priorities_document ON priorities(document_id);
CREATE INDEX priorities_theme ON priorities(theme);

CREATE TABLE organizations(
  organization_id INTEGER PRIMARY KEY,
  document_id     INTEGER NOT NULL REFERENCES documents,
  key             TEXT,                       -- null: body
  body            TEXT,                       -- bodies.slug; null where the lexicon does not know it
  name            TEXT NOT NULL,
  acronym         TEXT,
  kind            TEXT,                       -- body_kinds.slug
  role            TEXT,                       -- of the country in the body
  role_country    TEXT,                       -- countries.iso3, the country that has the role
  note            TEXT                        -- what is ambiguous, and which reading was chosen
) STRICT;
CREATE INDEX organizations_document ON organizations(document_id);
CREATE INDEX organizations_body ON organizations(body) WHERE body IS NOT NULL;
CREATE INDEX organizations_name ON organizations(name) WHERE body IS NULL;
CREATE INDEX organizations_role ON organizations(role);

CREATE TABLE leaders(
  leader_id   INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents,
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  office      TEXT,
  office_country TEXT,                        -- countries.iso3, of the office
  body        TEXT                            -- bodies.slug, of the office
) STRICT;
CREATE INDEX leaders_document ON leaders(document_id);
CREATE INDEX leaders_name ON leaders(name);

-- Folded forms (lower case, no diacritics) under which the names found in documents are asked for: the name
-- itself and its acronym. The lexicon's own names are in bodies and body_aliases.
CREATE TABLE name_forms(
  folded TEXT NOT NULL,
  name   TEXT NOT NULL,
  PRIMARY KEY (folded, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE rules(rule_id INTEGER PRIMARY KEY, rule TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE citations(
  citation_id       INTEGER PRIMARY KEY,
  principle_id      INTEGER REFERENCES principles ON DELETE CASCADE,
  priority_id       INTEGER REFERENCES priorities ON DELETE CASCADE,
  organization_id   INTEGER REFERENCES organizations ON DELETE CASCADE,
  leader_id         INTEGER REFERENCES leaders ON DELETE CASCADE,
  sentence_id       INTEGER NOT NULL REFERENCES sentences,
  start_byte        INTEGER NOT NULL,         -- in document_texts.text
  end_byte          INTEGER NOT NULL,
  source_start_byte INTEGER,                  -- in the file as given, where the text is not the file itself
  source_end_byte   INTEGER,
  rule_id           INTEGER REFERENCES rules,
  CHECK ((principle_id IS NOT NULL) + (priority_id IS NOT NULL)
       + (organization_id IS NOT NULL) + (leader_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX citations_principle ON citations(principle_id) WHERE principle_id IS NOT NULL;
CREATE INDEX citations_priority ON citations(priority_id) WHERE priority_id IS NOT NULL;
CREATE INDEX citations_organization ON citations(organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX citations_leader ON citations(leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX citations_sentence ON citations(sentence_id);
