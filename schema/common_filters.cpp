// SPDX-License-Identifier: MIT
#include "schema/common_filters.h"

#include "schema/country_spellings.h"
#include "schema/document_values.h"
#include "schema/regions.h"

namespace attache {
namespace {

constexpr std::string_view countries =
    "SELECT iso3, iso3 FROM countries UNION ALL SELECT iso3, iso2 FROM countries "
    "UNION ALL SELECT iso3, name FROM countries UNION ALL SELECT iso3, long_name FROM countries "
    "UNION ALL SELECT DISTINCT country, country FROM documents";

// Dates are compared as far as both are known: a document of 2005 may be of June, and one of June
// is of 2005.
constexpr FilterInfo since{"since",
                           "DATE",
                           "Documents of this date or later (2005, 2005-09 or 2005-09-17)",
                           FilterKind::date,
                           "date >= substr(?, 1, length(date))",
                           {}};
constexpr FilterInfo until{"until",
                           "DATE",
                           "Documents of this date or earlier",
                           FilterKind::date,
                           "substr(date, 1, length(?)) <= ?",
                           {}};

// The value comes as key, unit separator, folded value.
constexpr FilterInfo meta{
    "meta",
    "KEY=VALUE",
    "Documents that say this of themselves: a manifest's column, front matter, a field of JSON",
    FilterKind::entry,
    "document_id IN (SELECT m.document_id FROM document_metadata AS m WHERE m.key = substr(?, 1, "
    "instr(?, char(31)) - 1) AND loose(m.value) = substr(?, instr(?, char(31)) + 1))",
    "SELECT DISTINCT key, key FROM document_metadata"};

constexpr std::string_view match_help =
    "Words in the citing sentences (\"a phrase\", AND, OR, NOT, -word, word*)";

FilterInfo match(std::string_view fragment) {
  return {"match",
          "WORDS",
          match_help,
          FilterKind::search,
          fragment,
          {},
          "sentence_id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)"};
}

/// Of a row the confidence of its surest citation, of a citation its own.
constexpr FilterInfo min_confidence{"min-confidence",
                                    "X",
                                    "At least so sure, from 0 to 1; not where it is not known",
                                    FilterKind::share,
                                    "confidence >= CAST(? AS REAL)",
                                    {}};

/// Of what people decided on rows. `fragment` uses the value 1 of a flag.
FilterInfo decided(std::string_view flag, std::string_view help, std::string_view fragment,
                   bool with_rejected) {
  FilterInfo filter{flag, {}, help, FilterKind::flag, fragment, {}};
  filter.with_rejected = with_rejected;
  return filter;
}

}  // namespace

FilterInfo of_country(FilterInfo filter) {
  filter.otherwise = country_called;
  filter.refused = is_no_code;
  filter.same = codes_of_same;
  return filter;
}

std::vector<FilterInfo> document_filters() {
  return {of_country({"country", "COUNTRY", "Documents of this country (code or name)",
                      FilterKind::closed, "country = ?", countries}),
          region_filter(),
          document_filter(),
          since,
          until,
          meta};
}

std::vector<FilterInfo> with_common_filters(std::initializer_list<FilterInfo> own,
                                            std::string_view match_fragment) {
  std::vector<FilterInfo> filters(own);
  for (FilterInfo& filter : document_filters()) filters.push_back(filter);
  filters.insert(
      filters.end(),
      {match(match_fragment), min_confidence,
       decided("reviewed", "Rows that a person has judged; rejected ones with --with-rejected",
               "review IS NOT NULL AND ?", false),
       decided("unreviewed", "Rows that nobody has judged", "review IS NULL AND ?", false),
       decided("rejected", "Rows that a person rejected, which are left out otherwise",
               "review = 'rejected' AND ?", true),
       decided("with-rejected", "Rows that a person rejected, too", "?", true)});
  return filters;
}

}  // namespace attache
