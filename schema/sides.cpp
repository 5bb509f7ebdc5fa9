// SPDX-License-Identifier: MIT
#include "schema/sides.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/regions.h"
#include "schema/tables.h"

namespace attache {
namespace {

using Filters = std::vector<FilterValues>;

const FilterInfo& document_filter(std::string_view flag) {
  return *find_filter(find_table("documents")->filters, flag);
}

/// Whether it looks like 2005, 2005-09 or 2005-09-17; the filter sees to months and days.
bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

bool is_decade(std::string_view text) {
  return text.size() == 5 && text.ends_with("0s") && is_date(text.substr(0, 4));
}

struct Period {
  std::string since, until;  ///< empty: open
};

/// One end of a period, or a period of one word.
std::optional<Period> word_period(const std::string& text) {
  if (text.empty() || is_date(text)) return Period{text, text};
  if (is_decade(text)) return Period{text.substr(0, 4), text.substr(0, 3) + "9"};
  return std::nullopt;
}

std::optional<Period> period_in(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return text.empty() ? std::nullopt : word_period(text);
  const auto first = word_period(text.substr(0, dots));
  const auto last = word_period(text.substr(dots + 2));
  if (!first || !last || (first->since.empty() && last->until.empty())) return std::nullopt;
  const std::size_t common = std::min(first->since.size(), last->until.size());
  if (first->since.compare(0, common, last->until, 0, common) > 0)
    throw SelectionError("the period '" + text + "' ends before it begins");
  return Period{first->since, last->until};
}

std::optional<Filters> period_filters(SQLite::Database& database, const std::string& text) {
  const auto period = period_in(text);
  if (!period) return std::nullopt;
  Filters filters;
  const auto add = [&](const char* flag, const std::string& date) {
    if (date.empty()) return;
    bound_values(database, document_filter(flag), date);  // a month 13 is told here
    filters.push_back({flag, {date}});
  };
  add("since", period->since);
  add("until", period->until);
  return filters;
}

/// The filter with this value, where it takes it.
std::optional<Filters> closed_filter(SQLite::Database& database, const std::string& flag,
                                     const std::string& value) {
  try {
    bound_values(database, document_filter(flag), value);
    return Filters{{flag, {value}}};
  } catch (const SelectionError&) {
    return std::nullopt;
  }
}

/// A country or else a region with this code, slug or name.
std::optional<Filters> place_filter(SQLite::Database& database, const std::string& text) {
  if (auto filters = closed_filter(database, "country", text)) return filters;
  return closed_filter(database, "region", text);
}

/// To look for the nearest of all documents, only to see that none is meant, takes longer than a
/// comparison.
bool is_document(SQLite::Database& database, const std::string& text) {
  SQLite::Statement document(
      database, "SELECT 1 FROM documents WHERE slug = ?1 OR identity = ?1 OR path = ?1");
  document.bindNoCopy(1, text);
  return document.executeStep();
}

bool is_place_in_period(SQLite::Database& database, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  return colon != std::string::npos && place_filter(database, text.substr(0, colon)).has_value();
}

std::optional<Filters> place_in_period(SQLite::Database& database, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto period = period_filters(database, text.substr(colon + 1));
  if (!period) return std::nullopt;
  const std::string place = text.substr(0, colon);
  auto filters = place_filter(database, place);
  if (!filters) bound_values(database, document_filter("country"), place);  // names the nearest
  if (!filters) return std::nullopt;
  filters->insert(filters->end(), period->begin(), period->end());
  return filters;
}

/// What may have been meant by a text that is nothing.
std::vector<std::string> candidates(SQLite::Database& database) {
  std::vector<std::string> all;
  SQLite::Statement row(database,
                        "SELECT iso3 FROM countries UNION SELECT name FROM countries UNION SELECT "
                        "country FROM documents WHERE country IS NOT NULL UNION SELECT slug FROM "
                        "documents UNION SELECT slug FROM " +
                            std::string(regions_sql()));
  while (row.executeStep()) all.push_back(row.getColumn(0).getString());
  return all;
}

/// `prefix` before the text says what it is; the filters of the rest then, or the filter's refusal.
std::optional<Filters> prefixed(SQLite::Database& database, const std::string& text) {
  for (const char* kind : {"country", "document", "region"}) {
    const std::string prefix = std::string(kind) + ":";
    if (!text.starts_with(prefix)) continue;
    const std::string value = text.substr(prefix.size());
    bound_values(database, document_filter(kind), value);
    return Filters{{kind, {value}}};
  }
  const std::string prefix = "period:";
  if (!text.starts_with(prefix)) return std::nullopt;
  if (auto filters = period_filters(database, text.substr(prefix.size()))) return filters;
  throw SelectionError("'" + text.substr(prefix.size()) +
                       "' is no period; write it as 2005, 1990s or 1990..1999");
}

Filters filters_of(SQLite::Database& database, const std::string& text) {
  if (auto filters = prefixed(database, text)) return *filters;
  if (auto filters = period_filters(database, text)) return *filters;
  if (text.ends_with(':') && is_place_in_period(database, text))
    throw SelectionError("'" + text + "' says no period behind the colon; write " + text +
                         "1990s, or leave the colon out");
  if (auto filters = closed_filter(database, "country", text)) return *filters;
  if (!is_document(database, text)) {
    if (auto filters = closed_filter(database, "region", text)) return *filters;
    if (is_place_in_period(database, text))
      if (auto filters = place_in_period(database, text)) return *filters;
  }
  if (auto filters = closed_filter(database, "document", text)) return *filters;
  if (auto filters = place_in_period(database, text)) return *filters;
  const std::string hint = suggestion(text, candidates(database), {});
  throw SelectionError("'" + text + "' is no period, country, region or document" +
                       (hint.empty()
                            ? "; write KEN, eastern-africa, ken-60-2005, 1990..1999 or KEN:1990s"
                            : hint));
}

}  // namespace

ComparedSide side_of(const KnowledgeBase& base, const std::string& text) {
  return guarded(base.file(), base.connection(), [&] {
    return ComparedSide{text, filters_of(base.connection(), text)};
  });
}

}  // namespace attache
