// SPDX-License-Identifier: MIT
#include "schema/vocabularies.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schema/regions.h"

namespace attache {
namespace {

using enum ColumnType;

// A vocabulary, joined to how many rows and documents there are of each entry. The counts are
// gathered once for all entries, not looked up for each; what people rejected does not count.
constexpr std::string_view norms =
    "(SELECT v.slug, v.name, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, v.definition, "
    "x.manifesto, x.plover, x.gdelt FROM norms AS v JOIN norm_codes AS x ON x.norm = v.slug LEFT "
    "JOIN (SELECT norm, count(*) AS n, count(DISTINCT document_id) AS d FROM principles WHERE "
    "principle_id NOT IN (SELECT principle_id FROM principles WHERE review = 'rejected') GROUP BY "
    "norm) AS c ON c.norm = v.slug)";
constexpr std::string_view themes =
    "(SELECT v.slug, v.name, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, v.scope AS "
    "definition, x.manifesto, x.plover, x.gdelt FROM themes AS v JOIN theme_codes AS x ON x.theme "
    "= v.slug LEFT JOIN (SELECT theme, count(*) AS n, count(DISTINCT document_id) AS d FROM "
    "priorities WHERE priority_id NOT IN (SELECT priority_id FROM priorities WHERE review = "
    "'rejected') GROUP BY theme) AS c ON c.theme = v.slug)";
constexpr std::string_view roles =
    "(SELECT v.slug, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, v.definition FROM roles "
    "AS v LEFT JOIN (SELECT role, count(*) AS n, count(DISTINCT document_id) AS d FROM "
    "organizations WHERE organization_id NOT IN (SELECT organization_id FROM organizations WHERE "
    "review = 'rejected') GROUP BY role) AS c ON c.role = v.slug)";
constexpr std::string_view kinds =
    "(SELECT v.slug, v.name, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, v.definition "
    "FROM (SELECT slug, name, definition FROM body_kinds UNION ALL SELECT 'unknown', 'Unknown', 'A "
    "body whose kind its name does not tell' WHERE NOT EXISTS (SELECT 1 FROM body_kinds WHERE slug "
    "= 'unknown')) AS v LEFT JOIN (SELECT kind, count(*) AS n, count(DISTINCT document_id) AS d "
    "FROM organizations WHERE organization_id NOT IN (SELECT organization_id FROM organizations "
    "WHERE review = 'rejected') GROUP BY kind) AS c ON c.kind = v.slug)";
constexpr std::string_view instruments =
    "(SELECT v.slug, v.title AS name, v.year, v.kind, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS "
    "documents, i.value AS wikidata FROM instruments AS v LEFT JOIN identifiers AS i ON i.kind = "
    "'instrument' AND i.key = v.slug AND i.scheme = 'wikidata' LEFT JOIN (SELECT s.instrument, "
    "count(*) AS n, count(DISTINCT p.document_id) AS d FROM (SELECT DISTINCT norm, instrument FROM "
    "norm_instruments) AS s JOIN principles AS p ON p.norm = s.norm AND p.principle_id NOT IN "
    "(SELECT principle_id FROM principles WHERE review = 'rejected') GROUP BY s.instrument) AS c "
    "ON c.instrument = v.slug)";
constexpr std::string_view countries =
    "(SELECT v.slug, v.iso2, v.name, v.long_name, v.since, v.until, ifnull(c.n, 0) AS documents, "
    "x.wikidata, x.m49, x.cow, x.cow_abbreviation, x.gleditsch_ward FROM (SELECT iso3 AS slug, "
    "iso2, name, long_name, since, until FROM countries UNION ALL SELECT DISTINCT country, NULL, "
    "NULL, NULL, NULL, NULL FROM documents WHERE country NOT IN (SELECT iso3 FROM countries)) AS v "
    "LEFT JOIN country_codes AS x ON x.iso3 = v.slug LEFT JOIN (SELECT country, count(*) AS n FROM "
    "documents GROUP BY country) AS c ON c.country = v.slug)";
constexpr std::string_view bodies =
    "(SELECT v.slug, v.name, v.acronym, v.kind, v.parent, v.founded, v.dissolved, v.successor, "
    "(SELECT json_group_array(a.alias) FROM body_aliases AS a WHERE a.slug = v.slug) AS aliases, "
    "ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, i.value AS wikidata FROM bodies AS v "
    "LEFT JOIN identifiers AS i ON i.kind = 'body' AND i.key = v.slug AND i.scheme = 'wikidata' "
    "LEFT JOIN (SELECT body, count(*) AS n, count(DISTINCT document_id) AS d FROM organizations "
    "WHERE body IS NOT NULL AND organization_id NOT IN (SELECT organization_id FROM organizations "
    "WHERE review = 'rejected') GROUP BY body) AS c ON c.body = v.slug)";
constexpr std::string_view offices =
    "(SELECT v.slug, ifnull(c.n, 0) AS rows, ifnull(c.d, 0) AS documents, v.phrases FROM (SELECT "
    "slug, json_group_array(phrase) AS phrases FROM (SELECT type AS slug, phrase FROM office_types "
    "WHERE type IS NOT NULL UNION SELECT of_body, phrase FROM office_types WHERE of_body IS NOT "
    "NULL) GROUP BY slug) AS v LEFT JOIN (SELECT office_type, count(*) AS n, count(DISTINCT "
    "document_id) AS d FROM leaders WHERE leader_id NOT IN (SELECT leader_id FROM leaders WHERE "
    "review = 'rejected') GROUP BY office_type) AS c ON c.office_type = v.slug)";
constexpr std::string_view metadata =
    "(SELECT key AS slug, count(DISTINCT document_id) AS documents, count(DISTINCT value) AS "
    "\"values\" FROM document_metadata GROUP BY key)";

/// The countries of a region, and how many documents they have.
std::string_view regions() {
  static const std::string view =
      "(SELECT r.slug, r.name, (SELECT count(*) FROM documents WHERE country IN (SELECT value FROM "
      "json_each(r.countries))) AS documents, r.countries FROM " +
      std::string(regions_sql()) + " AS r)";
  return view;
}

constexpr std::string_view body_forms = "SELECT slug, folded FROM body_forms";

const FilterInfo& filter_of(std::string_view table, std::string_view flag) {
  return *find_filter(find_table(table)->filters, flag);
}

VocabularyInfo vocabulary(std::string_view name, std::string_view help, std::string_view view,
                          std::vector<ColumnInfo> columns, std::string_view one,
                          std::string_view asked, std::string_view flag) {
  std::vector<std::string_view> words{"slug"};
  for (const ColumnInfo& column : columns)
    for (const std::string_view word : {"name", "definition", "acronym", "wikidata"})
      if (column.name == word) words.push_back(word);
  const std::string_view taken = filter_of(asked, flag).vocabulary;
  return {{name, help, view, {}, std::move(columns), {}, {}, words, {"slug"}, {}, {}},
          one,
          asked,
          flag,
          taken.empty() ? body_forms : taken};
}

/// Columns that only who asks for them sees in a table: codes of others, and what makes the rows of
/// bodies long.
bool in_table(std::string_view vocabulary, std::string_view column) {
  for (const std::string_view code :
       {"m49", "cow", "cow_abbreviation", "gleditsch_ward", "manifesto", "plover", "gdelt"})
    if (column == code) return false;
  if (vocabulary == "offices") return column != "phrases";
  if (vocabulary != "bodies") return true;
  for (const std::string_view shown :
       {"slug", "name", "acronym", "kind", "rows", "documents", "wikidata"})
    if (column == shown) return true;
  return false;
}

std::vector<VocabularyInfo> all_vocabularies() {
  const ColumnInfo rows{"rows", integer}, documents{"documents", integer}, wikidata{"wikidata"};
  const ColumnInfo manifesto{"manifesto", list}, plover{"plover", list}, gdelt{"gdelt", list};
  std::vector<VocabularyInfo> all{
      vocabulary("norms", "Norms that principles uphold", norms,
                 {{"slug"}, {"name"}, rows, documents, {"definition"}, manifesto, plover, gdelt},
                 "a norm", "principles", "norm"),
      vocabulary("themes", "Themes of priorities", themes,
                 {{"slug"}, {"name"}, rows, documents, {"definition"}, manifesto, plover, gdelt},
                 "a theme", "priorities", "theme"),
      vocabulary("roles", "Roles of countries in organizations", roles,
                 {{"slug"}, rows, documents, {"definition"}}, "a role", "organizations", "role"),
      vocabulary("kinds", "Kinds of organizations", kinds,
                 {{"slug"}, {"name"}, rows, documents, {"definition"}}, "a kind", "organizations",
                 "kind"),
      vocabulary("instruments", "Treaties and declarations that state norms", instruments,
                 {{"slug"}, {"name"}, {"year", integer}, {"kind"}, rows, documents, wikidata},
                 "an instrument", "principles", "instrument"),
      vocabulary("countries", "Countries by code, former ones too", countries,
                 {{"slug"},
                  {"iso2"},
                  {"name"},
                  {"long_name"},
                  {"since"},
                  {"until"},
                  documents,
                  wikidata,
                  {"m49"},
                  {"cow", integer},
                  {"cow_abbreviation"},
                  {"gleditsch_ward", integer}},
                 "a country", "documents", "country"),
      vocabulary("regions", "Regions of the world, by the geoscheme M49 of the United Nations",
                 regions(), {{"slug"}, {"name"}, documents, {"countries", list}}, "a region",
                 "documents", "region"),
      vocabulary("bodies", "Organizations that are known by name", bodies,
                 {{"slug"},
                  {"name"},
                  {"acronym"},
                  {"kind"},
                  {"parent"},
                  {"founded"},
                  {"dissolved"},
                  {"successor"},
                  {"aliases", list},
                  rows,
                  documents,
                  wikidata},
                 "a body", "organizations", "name"),
      vocabulary("offices", "Normal forms of offices", offices,
                 {{"slug"}, rows, documents, {"phrases", list}}, "an office type", "leaders",
                 "office-type"),
      vocabulary("metadata", "Keys of what documents say of themselves", metadata,
                 {{"slug"}, documents, {"values", integer}}, "a metadata key", "documents", "meta"),
  };
  for (VocabularyInfo& one : all)
    for (const ColumnInfo& column : one.table.columns)
      if (in_table(one.table.name, column.name)) one.table.shown.emplace_back(column.name);
  return all;
}

std::string list_sql() {
  std::string sql;
  int place = 0;
  for (const VocabularyInfo& one : vocabularies())
    sql +=
        (sql.empty() ? "(SELECT " : " UNION ALL SELECT ") + std::to_string(++place) +
        " AS place, '" + std::string(one.table.name) +
        "' AS vocabulary, (SELECT count(DISTINCT v.value) FROM (SELECT NULL AS value, NULL WHERE 0 "
        "UNION ALL " +
        std::string(one.spellings) + ") AS v) AS entries, '" + std::string(one.asked) + " --" +
        std::string(one.flag) + "' AS filter, '" + std::string(one.table.help) + "' AS holds";
  return sql + ")";
}

}  // namespace

std::span<const VocabularyInfo> vocabularies() {
  static const std::vector<VocabularyInfo> all = all_vocabularies();
  return all;
}

const VocabularyInfo* find_vocabulary(std::string_view name) {
  const auto all = vocabularies();
  const auto found = std::find_if(all.begin(), all.end(), [&](const VocabularyInfo& vocabulary) {
    return vocabulary.table.name == name;
  });
  return found == all.end() ? nullptr : &*found;
}

const VocabularyInfo* vocabulary_of(const FilterInfo& filter) {
  const auto all = vocabularies();
  const auto found = std::find_if(all.begin(), all.end(), [&](const VocabularyInfo& vocabulary) {
    return !filter.vocabulary.empty() && vocabulary.spellings == filter.vocabulary;
  });
  return found == all.end() ? nullptr : &*found;
}

const TableInfo& list_of_vocabularies() {
  static const std::string view = list_sql();
  static const TableInfo table{"vocabularies",
                               "Lists of values",
                               view,
                               {},
                               {{"vocabulary"}, {"entries", integer}, {"filter"}, {"holds"}},
                               {},
                               {"vocabulary", "entries", "filter", "holds"},
                               {"vocabulary", "holds"},
                               {"place"},
                               {},
                               {}};
  return table;
}

}  // namespace attache
