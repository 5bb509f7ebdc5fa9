-- The tables of a knowledge base, under the names and with the columns that SQLite's have (../0001_documents.sql and what
-- follows it tell what each holds), so that a statement means the same in both. Ids are those of the published file. There
-- are no foreign keys: `attache publish` writes documents whole, in one transaction, and `attache check` has looked at the
-- references before; to look up each row again would double the time. `place` keeps the
-- order of rows that have no number of their own. What may be longer than a B-tree's entry (2,704 bytes) has a hash index. The schema to be filled is first in search_path.

-- Documents, their text and their sentences.

CREATE TABLE documents(
  document_id       bigint PRIMARY KEY,
  slug              text COLLATE "C" NOT NULL UNIQUE,
  title             text COLLATE "C" NOT NULL,
  country           text COLLATE "C",
  date              text COLLATE "C",
  language          text COLLATE "C",
  source            text COLLATE "C",
  identity          text COLLATE "C",
  media_type        text COLLATE "C",
  sha256            text COLLATE "C" NOT NULL,
  bytes             bigint NOT NULL,
  first_sentence_id bigint,
  sentence_count    bigint NOT NULL,
  seeded_at         text COLLATE "C" NOT NULL,
  engine_version    text COLLATE "C",
  lexicon_version   text COLLATE "C",
  title_from        text COLLATE "C",
  country_from      text COLLATE "C",
  date_from         text COLLATE "C",
  path              text COLLATE "C",
  version_of        text COLLATE "C",
  language_from     text COLLATE "C",
  source_from       text COLLATE "C",
  states_named      text COLLATE "C"
);
CREATE INDEX documents_country ON documents(country);
CREATE INDEX documents_date ON documents(date);
CREATE INDEX documents_identity ON documents USING hash (identity);
CREATE INDEX documents_path ON documents USING hash (path);
CREATE INDEX documents_versions ON documents USING hash (coalesce(version_of, identity));
CREATE INDEX documents_version_of ON documents USING hash (version_of);

CREATE TABLE document_texts(
  document_id bigint PRIMARY KEY,
  text        text NOT NULL
);
-- Sentences are cut out of a text that is unpacked each time; LZ4 is several times faster at that, where the server has it.
DO $$ BEGIN
  ALTER TABLE document_texts ALTER COLUMN text SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

CREATE TABLE document_metadata(
  document_id bigint NOT NULL,
  ordinal     bigint NOT NULL,
  key         text COLLATE "C" NOT NULL,
  value       text COLLATE "C" NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);
CREATE INDEX document_metadata_key ON document_metadata USING hash (key);

CREATE TABLE document_digests(
  document_id        bigint PRIMARY KEY,
  text               text COLLATE "C" NOT NULL,
  rows               text COLLATE "C",
  description        text COLLATE "C",
  description_digest text COLLATE "C"
);

CREATE TABLE sentences(
  sentence_id bigint PRIMARY KEY,
  document_id bigint NOT NULL,
  ordinal     bigint NOT NULL,
  paragraph   bigint NOT NULL,
  start_byte  bigint NOT NULL,
  end_byte    bigint NOT NULL,
  start_char  bigint,
  end_char    bigint,
  words       tsvector                        -- by which attache's own index finds the sentence, at their places
);
CREATE INDEX sentences_words ON sentences USING gin (words);

-- What documents say, and every place that supports a row.

CREATE TABLE principles(
  principle_id bigint PRIMARY KEY,
  document_id  bigint NOT NULL,
  key          text COLLATE "C",
  norm         text COLLATE "C",
  wording      text COLLATE "C" NOT NULL,
  polarity     text COLLATE "C",
  review       text COLLATE "C",
  confidence   bigint
);
CREATE INDEX principles_document ON principles(document_id);
CREATE INDEX principles_norm ON principles(norm);
CREATE INDEX principles_reviewed ON principles(document_id) WHERE review IS NOT NULL;

CREATE TABLE priorities(
  priority_id bigint PRIMARY KEY,
  document_id bigint NOT NULL,
  key         text COLLATE "C" NOT NULL,
  wording     text COLLATE "C" NOT NULL,
  theme       text COLLATE "C",
  actor       text COLLATE "C",
  review      text COLLATE "C",
  confidence  bigint
);
CREATE INDEX priorities_document ON priorities(document_id);
CREATE INDEX priorities_theme ON priorities(theme);
CREATE INDEX priorities_reviewed ON priorities(document_id) WHERE review IS NOT NULL;

CREATE TABLE organizations(
  organization_id bigint PRIMARY KEY,
  document_id     bigint NOT NULL,
  key             text COLLATE "C",
  body            text COLLATE "C",
  name            text COLLATE "C" NOT NULL,
  acronym         text COLLATE "C",
  kind            text COLLATE "C",
  role            text COLLATE "C",
  role_country    text COLLATE "C",
  note            text COLLATE "C",
  review          text COLLATE "C",
  confidence      bigint
);
CREATE INDEX organizations_document ON organizations(document_id);
CREATE INDEX organizations_body ON organizations(body) WHERE body IS NOT NULL;
CREATE INDEX organizations_name ON organizations USING hash (name) WHERE body IS NULL;
CREATE INDEX organizations_role ON organizations(role);
CREATE INDEX organizations_reviewed ON organizations(document_id) WHERE review IS NOT NULL;

CREATE TABLE leaders(
  leader_id      bigint PRIMARY KEY,
  document_id    bigint NOT NULL,
  key            text COLLATE "C" NOT NULL,
  name           text COLLATE "C" NOT NULL,
  office         text COLLATE "C",
  office_country text COLLATE "C",
  body           text COLLATE "C",
  office_type    text COLLATE "C",
  speaker        bigint,
  review         text COLLATE "C",
  confidence     bigint
);
CREATE INDEX leaders_document ON leaders(document_id);
CREATE INDEX leaders_name ON leaders USING hash (name);
CREATE INDEX leaders_office_type ON leaders(office_type);
CREATE INDEX leaders_reviewed ON leaders(document_id) WHERE review IS NOT NULL;

CREATE TABLE rules(
  rule_id bigint PRIMARY KEY,
  rule    text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE citations(
  citation_id          bigint PRIMARY KEY,
  principle_id         bigint,
  priority_id          bigint,
  organization_id      bigint,
  leader_id            bigint,
  sentence_id          bigint NOT NULL,
  start_byte           bigint NOT NULL,
  end_byte             bigint NOT NULL,
  source_start_byte    bigint,
  source_end_byte      bigint,
  rule_id              bigint,
  statement_start_byte bigint,
  statement_end_byte   bigint,
  confidence           bigint,
  start_char           bigint,
  end_char             bigint,
  statement_start_char bigint,
  statement_end_char   bigint
);
CREATE INDEX citations_principle ON citations(principle_id) WHERE principle_id IS NOT NULL;
CREATE INDEX citations_priority ON citations(priority_id) WHERE priority_id IS NOT NULL;
CREATE INDEX citations_organization ON citations(organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX citations_leader ON citations(leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX citations_sentence ON citations(sentence_id);

CREATE TABLE name_forms(
  folded text COLLATE "C" NOT NULL,
  name   text COLLATE "C" NOT NULL
);
CREATE INDEX name_forms_folded ON name_forms USING hash (folded);

-- Decisions of people.

CREATE TABLE reviews(
  review_id  bigint PRIMARY KEY,
  document   text COLLATE "C" NOT NULL,
  sha256     text COLLATE "C",
  table_name text COLLATE "C" NOT NULL,
  key        text COLLATE "C" NOT NULL,
  quotes     text COLLATE "C" NOT NULL,
  original   text COLLATE "C" NOT NULL,
  decision   text COLLATE "C" NOT NULL,
  amended    text COLLATE "C" NOT NULL,
  why        text COLLATE "C",
  reviewer   text COLLATE "C" NOT NULL,
  decided_at text COLLATE "C" NOT NULL,
  UNIQUE (document, table_name, key)
);

CREATE TABLE review_samples(
  sample     text COLLATE "C" PRIMARY KEY,
  table_name text COLLATE "C" NOT NULL,
  asked      text COLLATE "C" NOT NULL,
  population bigint NOT NULL,
  seed       bigint NOT NULL,
  drawn_at   text COLLATE "C" NOT NULL,
  place      bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE review_sample_rows(
  sample   text COLLATE "C" NOT NULL,
  ordinal  bigint NOT NULL,
  document text COLLATE "C" NOT NULL,
  key      text COLLATE "C" NOT NULL,
  quotes   text COLLATE "C" NOT NULL,
  place    bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (sample, ordinal)
);

-- The vocabulary.

CREATE TABLE countries(
  iso3      text COLLATE "C" PRIMARY KEY,
  iso2      text COLLATE "C",
  name      text COLLATE "C" NOT NULL,
  long_name text COLLATE "C",
  capital   text COLLATE "C",
  since     text COLLATE "C",
  until     text COLLATE "C",
  successor text COLLATE "C",
  place     bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE bodies(
  slug      text COLLATE "C" PRIMARY KEY,
  name      text COLLATE "C" NOT NULL,
  acronym   text COLLATE "C",
  kind      text COLLATE "C",
  parent    text COLLATE "C",
  founded   text COLLATE "C",
  dissolved text COLLATE "C",
  successor text COLLATE "C",
  place     bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE body_aliases(
  slug       text COLLATE "C" NOT NULL,
  alias      text COLLATE "C" NOT NULL,
  exact_case text COLLATE "C",
  PRIMARY KEY (slug, alias)
);

CREATE TABLE body_forms(
  folded text COLLATE "C" NOT NULL,
  slug   text COLLATE "C" NOT NULL,
  PRIMARY KEY (folded, slug)
);

CREATE TABLE body_kinds(
  slug       text COLLATE "C" PRIMARY KEY,
  name       text COLLATE "C" NOT NULL,
  definition text COLLATE "C",
  place      bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE norms(
  slug       text COLLATE "C" PRIMARY KEY,
  name       text COLLATE "C" NOT NULL,
  definition text COLLATE "C",
  place      bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE instruments(
  slug  text COLLATE "C" PRIMARY KEY,
  title text COLLATE "C" NOT NULL,
  year  bigint,
  kind  text COLLATE "C",
  place bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE norm_instruments(
  norm       text COLLATE "C" NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  article    text COLLATE "C",
  year       bigint,
  place      bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX norm_instruments_norm ON norm_instruments(norm);

CREATE TABLE themes(
  slug  text COLLATE "C" PRIMARY KEY,
  name  text COLLATE "C" NOT NULL,
  scope text COLLATE "C",
  place bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE offices(
  office text COLLATE "C" PRIMARY KEY,
  level  text COLLATE "C",
  scope  text COLLATE "C",
  place  bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE office_types(
  phrase  text COLLATE "C" PRIMARY KEY,
  type    text COLLATE "C",
  of_body text COLLATE "C",
  place   bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE roles(
  slug       text COLLATE "C" PRIMARY KEY,
  definition text COLLATE "C",
  place      bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE identifier_schemes(
  scheme  text COLLATE "C" PRIMARY KEY,
  name    text COLLATE "C" NOT NULL,
  form    text COLLATE "C" NOT NULL,
  url     text COLLATE "C",
  licence text COLLATE "C",
  place   bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE identifiers(
  kind   text COLLATE "C" NOT NULL,
  key    text COLLATE "C" NOT NULL,
  scheme text COLLATE "C" NOT NULL,
  value  text COLLATE "C" NOT NULL,
  note   text COLLATE "C",
  source text COLLATE "C",
  PRIMARY KEY (kind, key, scheme)
);
CREATE INDEX identifiers_value ON identifiers(scheme, value);

CREATE TABLE crosswalks(
  kind     text COLLATE "C" NOT NULL,
  key      text COLLATE "C" NOT NULL,
  scheme   text COLLATE "C" NOT NULL,
  value    text COLLATE "C" NOT NULL,
  relation text COLLATE "C" NOT NULL,
  label    text COLLATE "C",
  note     text COLLATE "C",
  source   text COLLATE "C",
  PRIMARY KEY (kind, key, scheme, value)
);
CREATE INDEX crosswalks_value ON crosswalks(scheme, value);

CREATE TABLE vocabulary_version(
  "only"  bigint PRIMARY KEY,
  version text COLLATE "C" NOT NULL
);

CREATE TABLE row_sums(
  name text COLLATE "C" PRIMARY KEY,
  sum  bigint NOT NULL
);

-- What was published, and what tells a changed document or table from the one that is here.

CREATE TABLE published_documents(
  document_id bigint PRIMARY KEY,
  digest      text NOT NULL,                  -- SHA-256 over all that is published of the document, its ids included
  words       bigint NOT NULL                 -- of all of its sentences, as the index counts them
);
CREATE TABLE published_tables(
  name   text PRIMARY KEY,                    -- of a table that documents share
  digest text NOT NULL                        -- SHA-256 over its rows
);

-- What this schema is; one row.
CREATE TABLE publication(
  "only"                 integer PRIMARY KEY CHECK ("only" = 1),
  version                integer NOT NULL,    -- of these tables: the number of the newest migration that has run
  knowledge_base_version integer NOT NULL,    -- user_version of the file that was published
  published_at           text NOT NULL        -- when, UTC
);
