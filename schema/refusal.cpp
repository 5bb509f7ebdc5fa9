// SPDX-License-Identifier: MIT
#include "schema/refusal.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "schema/fold.h"
#include "schema/nearest.h"
#include "schema/spoken_of.h"
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

/// A vocabulary as statements read it.
std::string with_spellings(std::string_view spellings) {
  return "WITH spellings(value, spelling) AS (" + std::string(spellings) + ") ";
}

/// The value that `given` spells, as (value, spelling) tell it.
std::optional<std::string> value_of(SQLite::Database& database, std::string_view spellings,
                                    const std::string& given) {
  SQLite::Statement row(database, with_spellings(spellings) +
                                      "SELECT value FROM spellings WHERE fold(spelling) = ?1");
  row.bind(1, fold(given));
  return row.executeStep() ? std::optional(row.getColumn(0).getString()) : std::nullopt;
}

/// "a norm: attache principles --norm disarmament".
std::string asked_as(const VocabularyInfo& vocabulary, const std::string& value) {
  return std::string(vocabulary.one) + ": attache " + std::string(vocabulary.asked) + " --" +
         std::string(vocabulary.flag) + " " + value;
}

/// What a typing error of `given` may have meant in other vocabularies than `own`.
std::string nearest_elsewhere(SQLite::Database& database, const VocabularyInfo* own,
                              const std::string& given) {
  if (given.size() <= 4) return {};  // so short a word is near to too many
  std::size_t least = std::max<std::size_t>(1, given.size() / 4) + 1;
  std::string best;
  for (const VocabularyInfo& other : vocabularies()) {
    if (&other == own || other.flag == "meta") continue;
    SQLite::Statement rows(database, with_spellings(other.spellings) +
                                         "SELECT value, fold(spelling) FROM spellings WHERE "
                                         "spelling IS NOT NULL AND length(spelling) > 3");
    while (rows.executeStep()) {
      const std::string spelling = rows.getColumn(1).getString();
      if (spelling.size() > given.size() + least || given.size() > spelling.size() + least)
        continue;
      const std::size_t far = edit_distance(fold(given), spelling);
      if (far >= least) continue;
      least = far;
      best = asked_as(other, rows.getColumn(0).getString());
    }
  }
  return best.empty() ? best : "; the nearest is " + best;
}

/// `meant` is the likeliest first, of `candidates` that there were to choose from.
std::string advice_of(std::span<const std::string> meant, std::span<const std::string> candidates,
                      std::span<const std::string> valid, const std::string& lister) {
  std::string line;
  if (!meant.empty()) line += "; did you mean " + comma_list(meant) + "?";
  if (valid.empty() && candidates.empty()) add(line, "there is none", "There is none", "");
  else if (!valid.empty() && valid.size() <= few && meant.size() < valid.size())
    add(line, "there are ", "There are ", comma_list(valid));
  if (!lister.empty()) add(line, "see '", "See '", lister + "'");
  return line;
}

/// "; it is a norm: attache principles --norm disarmament" where `given` is no value of the filter
/// but one of another vocabulary, or a document; the nearest of another vocabulary, unless it is
/// spelled like some value of the filter's own. Else empty.
std::string taken_elsewhere(SQLite::Database& database, const FilterInfo& filter,
                            const std::string& given, bool like_own) {
  const VocabularyInfo* own = vocabulary_of(filter);
  for (const VocabularyInfo& other : vocabularies()) {
    if (&other == own || other.flag == "meta") continue;
    if (const auto value = value_of(database, other.spellings, given))
      return "; it is " + asked_as(other, *value);
  }
  if (filter.flag != "document" &&
      value_of(database, "SELECT slug, slug FROM documents", given).has_value())
    return "; it is a document: attache documents --document " + given;
  if (given.size() <= 3 || like_own) return "";
  const std::string named = named_elsewhere(database, own, given);
  return named.empty() ? nearest_elsewhere(database, own, given) : "; the nearest is " + named;
}

}  // namespace

std::string advice(const std::string& given, std::span<const std::string> candidates,
                   std::span<const std::string> valid, const std::string& lister) {
  return advice_of(nearest(given, candidates), candidates, valid, lister);
}

std::string lister_of(const FilterInfo& filter) {
  const VocabularyInfo* vocabulary = vocabulary_of(filter);
  if (vocabulary != nullptr) return "attache vocabulary " + std::string(vocabulary->table.name);
  if (filter.otherwise != nullptr) return "attache vocabulary countries";
  return filter.flag == "document" ? "attache documents" : "";
}

std::string advice_for(SQLite::Database& database, const FilterInfo& filter,
                       const std::string& given, std::span<const std::string> candidates,
                       std::span<const std::string> valid) {
  std::vector<std::string> meant = nearest(given, candidates);
  const std::string elsewhere = taken_elsewhere(database, filter, given, !meant.empty());
  const VocabularyInfo* const vocabulary = vocabulary_of(filter);
  if (meant.empty() && vocabulary != nullptr) meant = spoken_of(database, *vocabulary, given);
  return elsewhere + advice_of(meant, candidates, valid, lister_of(filter));
}

}  // namespace attache
