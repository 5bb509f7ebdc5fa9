// SPDX-License-Identifier: MIT
#include "schema/tables.h"

#include <algorithm>
#include <initializer_list>

#include "schema/common_filters.h"

namespace attache {
namespace {

using enum ColumnType;
using enum FilterKind;

// (value, spelling) of what closed filters accept.
constexpr std::string_view countries_or_all =
    "SELECT iso3, iso3 FROM countries UNION ALL SELECT iso3, iso2 FROM countries "
    "UNION ALL SELECT iso3, name FROM countries UNION ALL SELECT iso3, long_name FROM countries "
    "UNION ALL SELECT 'all', 'all'";
// States and bodies. A state's code is no other's acronym: AU is Australia; but the European Union
// is both.
constexpr std::string_view actors =
    "SELECT iso3, iso3 FROM countries UNION ALL SELECT iso3, iso2 FROM countries "
    "UNION ALL SELECT iso3, name FROM countries UNION ALL SELECT iso3, long_name FROM countries "
    "UNION ALL SELECT slug, slug FROM bodies UNION ALL SELECT slug, name FROM bodies "
    "UNION ALL SELECT b.slug, b.acronym FROM bodies AS b JOIN countries AS c ON c.name = b.name "
    "UNION ALL SELECT slug, folded FROM body_forms WHERE folded NOT IN (SELECT fold(iso2) FROM "
    "countries WHERE iso2 IS NOT NULL UNION ALL SELECT fold(iso3) FROM countries)";
constexpr std::string_view norms =
    "SELECT slug, slug FROM norms UNION ALL SELECT slug, name FROM norms";
constexpr std::string_view instruments =
    "SELECT slug, slug FROM instruments UNION ALL SELECT slug, title FROM instruments";
constexpr std::string_view polarities =
    "SELECT 'upheld', 'upheld' UNION ALL SELECT 'breach-condemned', 'breach-condemned'";
constexpr std::string_view office_types =
    "SELECT type, type FROM office_types UNION ALL SELECT of_body, of_body FROM office_types "
    "UNION ALL SELECT type, phrase FROM office_types WHERE type IS NOT NULL";
constexpr std::string_view themes =
    "SELECT slug, slug FROM themes UNION ALL SELECT slug, name FROM themes";
constexpr std::string_view roles = "SELECT slug, slug FROM roles";
constexpr std::string_view kinds =
    "SELECT slug, slug FROM body_kinds UNION ALL SELECT slug, name FROM body_kinds UNION ALL "
    "SELECT 'unknown', 'unknown'";

std::vector<ColumnInfo> with_document(std::initializer_list<ColumnInfo> own) {
  std::vector<ColumnInfo> columns(own);
  columns.insert(columns.end(), {{"confidence", real},
                                 {"review"},
                                 {"original", list},
                                 {"citations", integer},
                                 {"document"},
                                 {"title"},
                                 {"country"},
                                 {"date"},
                                 {"ref"}});
  return columns;
}

std::vector<ColumnInfo> evidence() {
  // Inner names differ, so that those of the view are meant outside.
  const std::string words =
      "(SELECT w FROM (SELECT sentence_id AS s, text AS w FROM sentence_texts) WHERE s = "
      "sentence_id)";
  const std::string source =
      "(SELECT f FROM (SELECT document_id AS d, source AS f FROM documents) WHERE d = document_id)";
  return {{"sentence", integer},
          {"start", integer},
          {"end", integer},
          {"start_char", integer},
          {"end_char", integer},
          {"quote"},
          {"statement"},
          {"statement_start", integer},
          {"statement_end", integer},
          {"statement_start_char", integer},
          {"statement_end_char", integer},
          {"sentence_text", ColumnType::text, words},
          {"source", ColumnType::text, source},
          {"source_start", integer},
          {"source_end", integer},
          {"rule"}};
}

/// The view makes the list for each row; made once for each norm, it is looked up. Inner names
/// differ, so that the norm of the view is meant outside.
constexpr std::string_view instruments_of_norm =
    R"sql(coalesce((SELECT l FROM (SELECT n.norm AS k, '["' || group_concat(replace(replace(replace()sql"
    R"sql(i.title || CASE WHEN n.article IS NULL THEN '' WHEN n.article GLOB '[0-9A-Z]*' THEN )sql"
    R"sql(', Article ' || n.article ELSE ', ' || n.article END, '\', '\\'), '"', '\"'), char(10), )sql"
    R"sql('\n'), '","') || '"]' AS l FROM norm_instruments AS n JOIN instruments AS i ON )sql"
    R"sql(i.slug = n.instrument GROUP BY n.norm) WHERE k = norm), '[]'))sql";

TableInfo principles() {
  return {"principles",
          "Norms that documents uphold",
          "principles_listing",
          "principle_citations",
          with_document({{"wording"},
                         {"norm"},
                         {"polarity"},
                         {"instruments", list, std::string(instruments_of_norm)}}),
          evidence(),
          {"wording", "norm", "citations", "document"},
          {"wording", "norm"},
          {"principle_id"},
          with_common_filters(
              {{"norm", "NORM", "This norm (slug or name)", closed, "norm = ?", norms},
               {"instrument", "INSTRUMENT",
                "Norms that this instrument states (slug or part of its title)", part,
                "norm IN (SELECT n.norm FROM norm_instruments AS n WHERE n.instrument = ?)",
                instruments},
               {"polarity", "POLARITY",
                "Norms that are upheld, or whose breach alone is condemned (breach-condemned)",
                closed, "polarity = ?", polarities}},
              "principle_id IN (SELECT c.principle_id FROM sentences_fts AS f JOIN citations AS c "
              "ON c.sentence_id = f.rowid WHERE f.sentences_fts MATCH ? AND c.principle_id IS NOT "
              "NULL)"),
          "attache principles --norm territorial-integrity --since 1992"};
}

TableInfo priorities() {
  return {"priorities",
          "Aims that documents state",
          "priorities_listing",
          "priority_citations",
          with_document({{"wording"}, {"theme"}, {"actor"}}),
          evidence(),
          {"wording", "theme", "actor", "citations", "document"},
          {"wording"},
          {"priority_id"},
          with_common_filters(
              {{"theme", "THEME", "This theme (slug or name)", closed, "theme = ?", themes},
               of_country({"actor", "ACTOR",
                           "Whose aim it is: a country or organization, by code or name", closed,
                           "actor = ?", actors})},
              "priority_id IN (SELECT c.priority_id FROM sentences_fts AS f JOIN citations AS c "
              "ON c.sentence_id = f.rowid WHERE f.sentences_fts MATCH ? AND c.priority_id IS NOT "
              "NULL)"),
          "attache priorities --theme energy-and-resources --evidence"};
}

// A body of the lexicon by any of its names, another one by the name or acronym that its document
// gives it; and any by what a person calls it.
constexpr std::string_view named =
    "(body IN (SELECT b.slug FROM body_forms AS b WHERE same_text(b.folded, ?)) OR (body IS "
    "NULL AND name IN (SELECT n.name FROM name_forms AS n WHERE same_text(n.folded, ?))) OR "
    "organization_id IN (SELECT x.organization_id FROM organizations AS x WHERE x.review = "
    "'amended' AND (same_text(x.name, ?) OR same_text(coalesce(x.acronym, x.name), ?))))";

// Bodies with rows that a name may mean.
constexpr std::string_view bodies_called =
    "SELECT DISTINCT b.name FROM body_forms AS f JOIN bodies AS b USING (slug) WHERE "
    "same_text(f.folded, ?) AND EXISTS (SELECT 1 FROM organizations AS o WHERE o.body = b.slug) "
    "ORDER BY 1";

FilterInfo organization_name() {
  FilterInfo filter{"name",
                    "NAME",
                    "This organization: name, acronym, former name or other alias",
                    FilterKind::wording,
                    named,
                    {},
                    {},
                    "SELECT name FROM organizations UNION SELECT acronym FROM organizations UNION "
                    "SELECT a.alias FROM organizations AS o JOIN body_aliases AS a ON a.slug = "
                    "o.body"};
  filter.meant = bodies_called;
  return filter;
}

// What a document says of its own country, or of one that is not told from it.
constexpr std::string_view own_role =
    "(role_country IS NULL OR country IS NULL OR role_country = country)";

constexpr std::string_view still_there =
    "(body IS NULL OR body NOT IN (SELECT b.slug FROM bodies AS b WHERE b.dissolved IS NOT NULL)) "
    "AND ?";

TableInfo organizations() {
  return {"organizations",
          "Organizations that documents name, and the country's role in them",
          "organizations_listing",
          "organization_citations",
          with_document(
              {{"name"}, {"acronym"}, {"body"}, {"kind"}, {"role"}, {"role_country"}, {"note"}}),
          evidence(),
          {"name", "acronym", "kind", "role", "role_country", "note", "citations", "document"},
          {"name", "acronym"},
          {"organization_id"},
          with_common_filters(
              {organization_name(),
               {"role",
                "ROLE",
                "The country's role in it, unless --role-country says whose",
                closed,
                "role = ?",
                roles,
                {},
                {},
                "role-country",
                own_role},
               of_country({"role-country", "COUNTRY",
                           "Roles of this country, whoever speaks; all for everybody's", closed,
                           "role_country = ? OR ? = 'all'", countries_or_all}),
               {"kind", "KIND", "This kind of organization", closed, "kind = ?", kinds},
               {"existing",
                {},
                "Organizations that are not known to be dissolved",
                FilterKind::flag,
                still_there,
                {}}},
              "organization_id IN (SELECT c.organization_id FROM sentences_fts AS f JOIN "
              "citations AS c "
              "ON c.sentence_id = f.rowid WHERE f.sentences_fts MATCH ? AND "
              "c.organization_id IS NOT NULL)"),
          "attache organizations --role founder --country AZE --csv",
          "statement"};
}

TableInfo leaders() {
  return {
      "leaders",
      "Persons that documents name with their office",
      "leaders_listing",
      "leader_citations",
      with_document({{"name"},
                     {"office"},
                     {"office_type"},
                     {"office_country"},
                     {"body"},
                     {"speaker", boolean}}),
      evidence(),
      {"name", "office", "office_country", "citations", "document"},
      {"name", "office"},
      {"leader_id"},
      with_common_filters(
          {{"name",
            "NAME",
            "This person (part of the name, case and accents folded)",
            FilterKind::wording,
            "name IN (SELECT n.name FROM name_forms AS n WHERE has_text(n.folded, ?))",
            {},
            {},
            "SELECT DISTINCT name FROM leaders"},
           {"office",
            "OFFICE",
            "This office (part of it, case and accents folded)",
            FilterKind::wording,
            "has_text(office, ?)",
            {},
            {},
            "SELECT DISTINCT office FROM leaders"},
           {"office-type", "TYPE", "Offices of this kind, whatever their words (foreign-minister)",
            closed, "office_type = ?", office_types},
           of_country({"office-country", "COUNTRY",
                       "Offices of this country, whoever speaks; all for everybody's", closed,
                       "office_country = ? OR ? = 'all'", countries_or_all}),
           {"speaker",
            {},
            "Persons whom the document says to be speaking",
            flag,
            "speaker = ?",
            {}}},
          "leader_id IN (SELECT c.leader_id FROM sentences_fts AS f JOIN citations AS c "
          "ON c.sentence_id = f.rowid WHERE f.sentences_fts MATCH ? AND c.leader_id IS NOT NULL)"),
      "attache leaders --office 'prime minister' --since 2000 --json"};
}

std::vector<FilterInfo> filters_of_documents() {
  std::vector<FilterInfo> filters{{"title",
                                   "TITLE",
                                   "Part of the title, case and accents folded",
                                   FilterKind::wording,
                                   "has_text(title, ?)",
                                   {},
                                   {},
                                   "SELECT DISTINCT title FROM documents"}};
  for (FilterInfo& filter : document_filters()) filters.push_back(filter);
  filters.push_back(
      {"versions",
       {},
       "Documents of which there are several versions",
       flag,
       "? = '1' AND document_id IN (SELECT v.document_id FROM documents AS v WHERE "
       "coalesce(v.version_of, v.identity) IN (SELECT coalesce(version_of, identity) FROM "
       "documents GROUP BY 1 HAVING count(*) > 1))",
       {}});
  filters.push_back(
      {"match",
       "WORDS",
       "Words in one of the sentences (\"a phrase\", AND, OR, NOT, -word, word*)",
       search,
       "document_id IN (SELECT s.document_id FROM sentences_fts AS f JOIN sentences AS s ON "
       "s.sentence_id = f.rowid WHERE f.sentences_fts MATCH ?)",
       {}});
  return filters;
}

TableInfo documents_table() {
  return {"documents",
          "Documents in the knowledge base",
          "documents_listing",
          {},
          {{"title"},
           {"country"},
           {"date"},
           {"document"},
           {"language"},
           {"source"},
           {"path"},
           {"absolute_path"},
           {"version", integer},
           {"media_type"},
           {"sha256"},
           {"bytes", integer},
           {"sentences", integer},
           {"principles", integer},
           {"priorities", integer},
           {"organizations", integer},
           {"leaders", integer},
           {"title_from"},
           {"country_from"},
           {"date_from"},
           {"language_from"},
           {"source_from"},
           {"seeded_at"},
           {"engine_version"},
           {"lexicon_version"},
           {"ref"}},
          {},
          {"title", "country", "date", "principles", "priorities", "organizations", "leaders",
           "document"},
          {"title", "source"},
          {"document_id"},
          filters_of_documents(),
          "attache documents --country AZE --until 2005"};
}

}  // namespace

std::string with_rejected(const TableInfo& table, std::string_view view) {
  return std::string(view) + (table.evidence_view.empty() ? "" : "_all");
}

std::span<const TableInfo> tables() {
  static const std::vector<TableInfo> all{principles(), priorities(), organizations(), leaders(),
                                          documents_table()};
  return all;
}

const TableInfo* find_table(std::string_view name) {
  const auto all = tables();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const TableInfo& table) { return table.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const FilterInfo* find_filter(std::span<const FilterInfo> filters, std::string_view flag) {
  const auto found = std::find_if(filters.begin(), filters.end(),
                                  [&](const FilterInfo& filter) { return filter.flag == flag; });
  return found == filters.end() ? nullptr : &*found;
}

}  // namespace attache
