// SPDX-License-Identifier: MIT
#include "seed/known_values.h"

#include <algorithm>

#include "schema/entries.h"
#include "seed/bounded.h"
#include "seed/engine.h"
#include "seed/provenance.h"
#include "seed/read/date.h"
#include "seed/result_record.h"

namespace attache {
namespace {

std::unordered_set<std::string> entries(const KnowledgeBase& base, std::string_view table,
                                        std::string_view column) {
  std::unordered_set<std::string> slugs;
  for (VocabularyEntry& entry : entries_for(base, table, column))
    slugs.insert(std::move(entry.slug));
  return slugs;
}

/// The first column of one of the lexicon's tables.
std::unordered_set<std::string> keys_of(const std::vector<VocabularyTable>& tables,
                                        std::string_view name) {
  std::unordered_set<std::string> keys;
  for (const VocabularyTable& table : tables) {
    if (table.name != name) continue;
    for (const auto& row : table.rows) keys.insert(row.front());
  }
  return keys;
}

/// What is told of a value that may be a stranger's.
std::string first_words(const std::string& value) { return first_characters(value, 60); }

void require(const std::unordered_set<std::string>& known, const std::string& value,
             const std::string& what) {
  if (!value.empty() && !known.contains(value))
    throw ResultError("'" + first_words(value) + "' is no " + what + " known here");
}

bool is_digest(const std::string& value) {
  return value.size() == 64 && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// "text/plain", "application/vnd.oasis.opendocument.text".
bool is_media_type(const std::string& value) {
  const std::size_t slash = value.find('/');
  return slash != 0 && slash != std::string::npos &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  std::string_view("/.+-").find(c) != std::string_view::npos;
         });
}

/// Words that tell from where there are where, and only where, there is a value.
void require_source(const std::string& value, const std::string& where, const char* member) {
  static const std::unordered_set<std::string> known = {
      std::string(from::option),   std::string(from::manifest), std::string(from::name),
      std::string(from::metadata), std::string(from::text),     std::string(from::file)};
  if (value.empty() == where.empty() && (where.empty() || known.contains(where))) return;
  throw ResultError(std::string(member) + ": '" + first_words(where) +
                    "' does not say from where that is known");
}

}  // namespace

KnownValues::KnownValues(const KnowledgeBase& base, const Engine& engine)
    : norms_(entries(base, "principles", "norm")),
      polarities_(entries(base, "principles", "polarity")),
      themes_(entries(base, "priorities", "theme")),
      roles_(entries(base, "organizations", "role")),
      kinds_(entries(base, "organizations", "kind")),
      office_types_(entries(base, "leaders", "office_type")) {
  const std::vector<VocabularyTable> tables = engine.vocabulary();
  bodies_ = keys_of(tables, "bodies");
  countries_ = keys_of(tables, "countries");
}

void KnownValues::check(const DocumentRecord& document) const {
  check_description(document);
  check_rows(document);
}

void KnownValues::check_description(const DocumentRecord& document) const {
  require(countries_, document.country, "country");
  if (!document.date.empty() && !is_iso_date(document.date))
    throw ResultError("date: '" + first_words(document.date) +
                      "' is no date as 2005, 2005-09 or 2005-09-17");
  if (!is_digest(document.sha256)) throw ResultError("sha256: is no digest");
  if (!is_media_type(document.media_type)) throw ResultError("media_type: is none");
  require_source(document.title, document.title_from, "title_from");
  require_source(document.country, document.country_from, "country_from");
  require_source(document.date, document.date_from, "date_from");
  require_source(document.language, document.language_from, "language_from");
  require_source(document.source, document.source_from, "source_from");
}

void KnownValues::check_rows(const DocumentRecord& document) const {
  for (const PrincipleRecord& row : document.principles) {
    require(norms_, row.norm, "norm");
    require(polarities_, row.polarity, "polarity");
  }
  for (const PriorityRecord& row : document.priorities) {
    require(themes_, row.theme, "theme");
    if (!countries_.contains(row.actor)) require(bodies_, row.actor, "country or body");
  }
  for (const OrganizationRecord& row : document.organizations) {
    require(bodies_, row.body, "body");
    require(kinds_, row.kind, "kind of body");
    require(roles_, row.role, "role");
    require(countries_, row.country, "country");
  }
  for (const LeaderRecord& row : document.leaders) {
    require(bodies_, row.body, "body");
    require(office_types_, row.office_type, "type of office");
    require(countries_, row.country, "country");
  }
}

}  // namespace attache
