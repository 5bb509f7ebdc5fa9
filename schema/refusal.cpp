// SPDX-License-Identifier: MIT
#include "schema/refusal.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>

#include "schema/fold.h"
#include "schema/nearest.h"
#include "schema/vocabularies.h"

namespace attache {
namespace {

/// Values that are read through in a line.
constexpr std::size_t few = 20;

/// Adds a clause; behind a question a sentence begins.
void add(std::string& line, const std::string& lower, const std::string& upper,
         const std::string& rest) {
  line += (line.ends_with('?') ? " " + upper : "; " + lower) + rest;
}

/// The value that `given` spells, as (value, spelling) tell it.
std::optional<std::string> value_of(SQLite::Database& database, std::string_view spellings,
                                    const std::string& given) {
  SQLite::Statement row(database, "WITH spellings(value, spelling) AS (" + std::string(spellings) +
                                      ") SELECT value FROM spellings WHERE fold(spelling) = ?1");
  row.bind(1, fold(given));
  return row.executeStep() ? std::optional(row.getColumn(0).getString()) : std::nullopt;
}

}  // namespace

std::string advice(const std::string& given, std::span<const std::string> candidates,
                   std::span<const std::string> valid, const std::string& lister) {
  std::string line;
  const auto near = nearest(given, candidates);
  if (!near.empty()) line += "; did you mean " + comma_list(near) + "?";
  if (valid.empty() && candidates.empty()) add(line, "there is none", "There is none", "");
  else if (!valid.empty() && valid.size() <= few)
    add(line, "there are ", "There are ", comma_list(valid));
  if (!lister.empty()) add(line, "see '", "See '", lister + "'");
  return line;
}

std::string lister_of(const FilterInfo& filter) {
  const VocabularyInfo* vocabulary = vocabulary_of(filter);
  if (vocabulary != nullptr) return "attache vocabulary " + std::string(vocabulary->table.name);
  return filter.flag == "document" ? "attache documents" : "";
}

std::string taken_elsewhere(SQLite::Database& database, const FilterInfo& filter,
                            const std::string& given) {
  const VocabularyInfo* own = vocabulary_of(filter);
  for (const VocabularyInfo& other : vocabularies()) {
    if (&other == own || other.flag == "meta") continue;
    if (const auto value = value_of(database, other.spellings, given))
      return "; it is " + std::string(other.one) + ": attache " + std::string(other.asked) + " --" +
             std::string(other.flag) + " " + *value;
  }
  const bool document = filter.flag != "document" &&
                        value_of(database, "SELECT slug, slug FROM documents", given).has_value();
  return document ? "; it is a document: attache documents --document " + given : "";
}

}  // namespace attache
