// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

/// A value that a filter may take, and one of the ways in which it is written.
struct Spelling {
  std::string value, text;
};

/// All that a filter's vocabulary has, to be asked for what is written in other ways.
class Spellings {
 public:
  Spellings(SQLite::Database& database, const FilterInfo& filter);

  const std::vector<Spelling>& all() const { return all_; }

  /// The values that `given` means, however it is written: case, diacritics and what parts words
  /// aside, a name as registers sort it ("Korea, Republic of"), what people call a country; of a
  /// title also a part, its telling words in any order, or their initials. Empty where it means
  /// none.
  std::vector<std::string> meant(const std::string& given);

  /// Throws SelectionError: `given` is none of them, which is nearest, and where they are listed.
  [[noreturn]] void refuse(const std::string& given) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::string>>;

  std::vector<std::string> with_key(const std::string& key);
  std::vector<std::string> titled(const std::string& given) const;
  /// What rows have that were made with another lexicon.
  std::vector<std::string> in_rows(const std::string& given) const;
  std::vector<std::string> in_part(const std::string& given) const;

  SQLite::Database& database_;
  const FilterInfo& filter_;
  std::vector<Spelling> all_;
  Index folded_;                ///< values by their folded spellings
  std::optional<Index> keyed_;  ///< by value_key(), made where it is asked for
};

/// The values that have this spelling to the letter.
std::vector<std::string> spelled_exactly(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& spelling);

/// The values of a vocabulary that `given` means. Throws SelectionError where there is none.
std::vector<std::string> closed_values(SQLite::Database& database, const FilterInfo& filter,
                                       const std::string& given);

}  // namespace attache
