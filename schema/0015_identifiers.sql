-- What others call the entries of the vocabulary: one identifier of each scheme for states, organizations,
-- instruments and persons, and what themes and norms come near to in the codes of other projects. Filled from the lexicon like the
-- vocabulary itself, with no foreign keys for the same reason.

CREATE TABLE identifier_schemes(
  scheme  TEXT PRIMARY KEY,
  name    TEXT NOT NULL,                      -- of the project that gives the codes
  form    TEXT NOT NULL,                      -- a regular expression that the whole value fits
  url     TEXT,                               -- a page of a value, with {} in its place
  licence TEXT                                -- of what the values were taken from
) STRICT;

CREATE TABLE identifiers(
  kind   TEXT NOT NULL,                       -- country, body, instrument or person
  key    TEXT NOT NULL,                       -- countries.iso3, bodies.slug, instruments.slug or leaders.name
  scheme TEXT NOT NULL,                       -- identifier_schemes.scheme
  value  TEXT NOT NULL,
  note   TEXT,                                -- where several have the value: why
  source TEXT,                                -- where the value stands
  PRIMARY KEY (kind, key, scheme)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifiers_value ON identifiers(scheme, value);

CREATE TABLE crosswalks(
  kind     TEXT NOT NULL,                     -- theme or norm
  key      TEXT NOT NULL,                     -- themes.slug or norms.slug
  scheme   TEXT NOT NULL,                     -- identifier_schemes.scheme
  value    TEXT NOT NULL,                     -- a code of the scheme
  relation TEXT NOT NULL,                     -- of the code to the entry: close, broader, narrower or related
  label    TEXT,                              -- what the scheme calls the code
  note     TEXT,
  source   TEXT,                              -- where the code stands
  PRIMARY KEY (kind, key, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX crosswalks_value ON crosswalks(scheme, value);

-- The codes by which other data name states, one row a state; numbers as numbers, but for M49 with its zeros.
CREATE VIEW country_codes AS
SELECT c.iso3 AS iso3, c.iso2 AS iso2, c.name AS name,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'wikidata') AS wikidata,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'm49') AS m49,
       CAST((SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'cow') AS INTEGER) AS cow,
       (SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'cow-abbreviation') AS cow_abbreviation,
       CAST((SELECT i.value FROM identifiers AS i WHERE i.kind = 'country' AND i.key = c.iso3 AND i.scheme = 'gleditsch-ward') AS INTEGER) AS gleditsch_ward
FROM countries AS c;

-- What themes come near to in the codes of others: JSON arrays of codes.
CREATE VIEW theme_codes AS
SELECT v.slug AS theme,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'manifesto') AS manifesto,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'plover') AS plover,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'theme' AND x.key = v.slug AND x.scheme = 'gdelt') AS gdelt
FROM themes AS v;

-- What norms come near to in the codes of others: JSON arrays of codes.
CREATE VIEW norm_codes AS
SELECT v.slug AS norm,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'manifesto') AS manifesto,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'plover') AS plover,
       (SELECT coalesce('["' || group_concat(x.value, '","') || '"]', '[]') FROM crosswalks AS x
        WHERE x.kind = 'norm' AND x.key = v.slug AND x.scheme = 'gdelt') AS gdelt
FROM norms AS v;
